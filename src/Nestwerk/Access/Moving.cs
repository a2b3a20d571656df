namespace Nestwerk.Access;

/// <summary>What becomes of the rows of a table when one of the family goes on in a family of her own.</summary>
public enum Splitting
{
    /// <summary>With who told it; where nobody did, with the one it is about.</summary>
    WithTeller,

    /// <summary>With the member it names; what names nobody stays.</summary>
    WithMember,

    /// <summary>With the member it names; what names nobody holds for both.</summary>
    WithMemberOrBoth,

    /// <summary>For both.</summary>
    Both,

    /// <summary>It stays, and it does not go along when families are joined either: it says what happened to this one.</summary>
    Stays,

    /// <summary>It goes along when families are joined, and stays when they part.</summary>
    StaysWhenParting,
}

/// <summary>Says it for a table of which it does not speak for itself: one without a teller and without a member.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SplitsAttribute(Splitting how) : Attribute
{
    public Splitting How => how;
}
