using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Nestwerk.Tests.Architecture;

/// <summary>Every type that a type names: in its bases, members, attributes and, read from the machine code, its bodies.</summary>
static class References
{
    const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IReadOnlySet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        Add(found, [type.BaseType, .. type.GetInterfaces(), .. type.GetGenericArguments()]);
        Attributes(found, type);
        foreach (var field in type.GetFields(Own))
        {
            Add(found, field.FieldType);
            Attributes(found, field);
        }
        foreach (var property in type.GetProperties(Own))
            Attributes(found, property);
        foreach (var method in type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own)))
            Method(found, type, method);
        found.Remove(type);
        return found;
    }

    static void Method(HashSet<Type> found, Type type, MethodBase method)
    {
        Add(found, [(method as MethodInfo)?.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType)]);
        Attributes(found, method);
        if (method.GetMethodBody() is not { } body)
            return;
        Add(found, [.. body.LocalVariables.Select(local => local.LocalType), .. body.ExceptionHandlingClauses.Select(Caught)]);
        var generic = type.GetGenericArguments();
        foreach (var token in Tokens(body.GetILAsByteArray()!))
            switch (type.Module.ResolveMember(token, generic, method.IsGenericMethod ? method.GetGenericArguments() : null))
            {
                case Type used:
                    Add(found, used);
                    break;
                case MethodInfo used:
                    Add(found, [used.DeclaringType, used.ReturnType, .. used.IsGenericMethod ? used.GetGenericArguments() : []]);
                    break;
                case { } used:
                    Add(found, used.DeclaringType);
                    break;
            }
    }

    static Type? Caught(ExceptionHandlingClause clause) => clause.Flags == ExceptionHandlingClauseOptions.Clause ? clause.CatchType : null;

    static void Attributes(HashSet<Type> found, MemberInfo member)
    {
        foreach (var attribute in member.GetCustomAttributesData())
            Add(found, [attribute.AttributeType, .. attribute.ConstructorArguments.Select(argument => argument.Value as Type)]);
    }

    static void Add(HashSet<Type> found, params Type?[] types)
    {
        foreach (var type in types)
            if (type is { HasElementType: true })
                Add(found, type.GetElementType());
            else if (type is { IsConstructedGenericType: true })
                Add(found, [type.GetGenericTypeDefinition(), .. type.GenericTypeArguments]);
            else if (type is { IsGenericParameter: false })
                found.Add(type);
    }

    /// <summary>The member tokens in a method's instructions.</summary>
    static IEnumerable<int> Tokens(byte[] il)
    {
        for (var at = 0; at < il.Length; )
        {
            var code = il[at] == 0xFE ? Codes[(short)(0xFE00 | il[at + 1])] : Codes[il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineTok)
                yield return BitConverter.ToInt32(il, at);
            at += Size(code.OperandType, il, at);
        }
    }

    static int Size(OperandType operand, byte[] il, int at) =>
        operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
            _ => 4,
        };

    /// <summary>The type as it stands in the source: what the compiler made inside it belongs to it.</summary>
    public static Type InSource(this Type type) =>
        type.DeclaringType is { } outer
        && (type.IsDefined(typeof(CompilerGeneratedAttribute)) || type.Name.Contains('<', StringComparison.Ordinal))
            ? outer.InSource()
            : type;
}
