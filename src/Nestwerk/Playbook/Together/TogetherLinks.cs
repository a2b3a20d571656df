namespace Nestwerk.Playbook.Together;

/// <summary>The addresses of what several people and houses do together on a book.</summary>
public static class TogetherLinks
{
    public const string Asked = "/playbook/books/asked";
    public const string Reviews = "/playbook/reviews";
    public const string ReadAgain = "/playbook/read-again";

    public static string Owners(Guid book) => $"{Links.Book(book)}/owners";

    public static string StepOut(Guid book, Guid house) => $"{Links.Book(book)}/step-out/{house}";

    public static string Review(Guid recipe) => Links.Recipe(recipe, "review");

    public static string Compare(Guid recipe) => Links.Recipe(recipe, "compare");

    public static string Compare(Guid recipe, object from, object to) => $"{Compare(recipe)}?from={from}&to={to}";

    public static string Adapt(Guid recipe) => Links.Recipe(recipe, "adapt");

    /// <summary>What changed in the session it was adapted from.</summary>
    public static string Origin(Guid recipe) => Links.Recipe(recipe, "origin");

    public static string Notes(Guid recipe) => Links.Recipe(recipe, "notes");
}
