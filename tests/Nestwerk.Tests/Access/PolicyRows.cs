using System.Reflection;
using System.Runtime.CompilerServices;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Tests.Access;

/// <summary>Puts a made-up world in a database: its rows become rows of their tables, whatever else those tables ask for.</summary>
static class PolicyRows
{
    const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static void Add(NestwerkDb db, PolicyWorld world)
    {
        db.AddRange(world.Houses);
        db.AddRange(world.Families.SelectMany(family => family.Rows()));
        foreach (var (table, rows) in world.Rows)
            db.AddRange(rows.Select(row => As(table, row)));
    }

    static object As(Type table, PolicyRow row)
    {
        var made = RuntimeHelpers.GetUninitializedObject(table);
        foreach (var field in Fields(table))
            if (Filling(field, row) is { } value)
                field.SetValue(made, value);
        return made;
    }

    static object? Filling(FieldInfo field, PolicyRow row) =>
        field.Name switch
        {
            "<FamilyId>k__BackingField" => row.FamilyId,
            "<Id>k__BackingField" => row.Id,
            "<SubjectId>k__BackingField" => row.SubjectId,
            "<ToldBy>k__BackingField" => row.ToldBy,
            "<WrittenBy>k__BackingField" => row.WrittenBy,
            "<ShownAt>k__BackingField" => row.ShownAt,
            _ when field.FieldType == typeof(string) => "-",
            _ when field.FieldType == typeof(byte[]) => new byte[] { 0 },
            _ when field.FieldType == typeof(Sealed) => new Sealed([0]),
            _ when field.FieldType == typeof(DateTime) => PolicyWorlds.Now,
            _ when field.FieldType == typeof(Guid) => row.Id,
            _ => null,
        };

    static IEnumerable<FieldInfo> Fields(Type type) =>
        type.BaseType is { } parent && parent != typeof(object) ? type.GetFields(Any).Concat(Fields(parent)) : type.GetFields(Any);
}
