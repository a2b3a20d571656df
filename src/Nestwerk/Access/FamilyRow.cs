using System.Reflection;

namespace Nestwerk.Access;

/// <summary>
/// A row about a family: every one says whose, about whom, who told it, who wrote it down, and since when the one it is about
/// may read it. Such a table is read through <see cref="FamilyScope"/> only.
/// </summary>
public interface IFamilyRow
{
    Guid FamilyId { get; }
    Guid Id { get; }

    /// <summary>The member it is about; null when it is about the family as a whole.</summary>
    Guid? SubjectId { get; }

    /// <summary>The member who told it; null when nobody of the family did.</summary>
    Guid? ToldBy { get; }

    /// <summary>The worker who wrote it down; null when a member did it herself.</summary>
    Guid? WrittenBy { get; }

    /// <summary>Since when it was shared with the one it is about.</summary>
    DateTime? ShownAt { get; }
}

/// <summary>Says how private the rows of a type are.</summary>
/// <param name="data">The class of all of them.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HoldsAttribute(DataClass data) : Attribute
{
    public DataClass Class => data;

    /// <summary>Each row is given to readers by itself: a consent to the class does not open it.</summary>
    public bool ByPart { get; init; }

    public static HoldsAttribute Of(Type type) =>
        type.GetCustomAttribute<HoldsAttribute>() ?? throw new InvalidOperationException($"{type.Name} does not say how private it is.");
}
