namespace Nestwerk.Shared;

/// <summary>
/// Why a table keeps what it keeps about people, and how long; <c>docs/data-map.md</c> is made of it. It stands on the class,
/// and again on a property for which the answer is another.
/// </summary>
/// <param name="why">What it is for, as <c>to reach her safely</c>.</param>
/// <param name="until">When it goes, as <see cref="Terms.Family"/> or in plain words.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public sealed class KeepsAttribute(string why, string until) : Attribute
{
    public string Why => why;
    public string Until => until;

    /// <summary>Whom it says something about.</summary>
    public string About { get; init; } = "the family";
}

/// <summary>How long things about families are kept, as the data map says it.</summary>
public static class Terms
{
    public const string Family = "until the term of its class ends, or the family or its person is erased";
    public const string Fact = "as long as the family, so that who could see what stays explainable";
    public const string Forever = "stays after erasure: it holds numbers only, and erases again what an old copy brings back";
}
