namespace Nestwerk.Playbook.Exchange;

/// <summary>The addresses of books on their way in and out.</summary>
public static class ExchangeLinks
{
    public const string Import = $"{Links.Books}/import";

    public static string Review(Guid draft) => $"{Import}/{draft}";

    public static string Export(Guid book) => $"{Links.Book(book)}/export";
}
