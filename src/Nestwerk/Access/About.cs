namespace Nestwerk.Access;

/// <summary>What the ids in an address are the ids of.</summary>
public enum Subject
{
    /// <summary>A family, or something in it: <c>{family:guid}</c>, then perhaps <c>{id:guid}</c>.</summary>
    Family,

    /// <summary>The family of the parent who looks; any id is of something in it.</summary>
    OwnFamily,

    /// <summary>Work of an organisation: a meeting, a log, a colleague.</summary>
    Work,

    /// <summary>A book, or what stands in it.</summary>
    Book,

    /// <summary>What everybody may see who is let in here.</summary>
    Everybody,
}

/// <summary>Every address with an id in it says what that id is of, so that a test can try it with the wrong ones.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AboutAttribute(Subject subject) : Attribute
{
    public Subject Subject => subject;
}
