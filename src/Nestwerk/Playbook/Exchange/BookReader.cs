using System.Text.Json;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Exchange;

/// <summary>A file that was read: the book in it, or why it is refused.</summary>
public sealed record ReadBook(BookFile? Book, Problem? Problem);

/// <summary>Reads a file that may come from anywhere. Whatever stands in it, the answer is a book that is right in every part, or a reason. Pure.</summary>
public static class BookReader
{
    public const int Deepest = 16;
    const int MostTokens = 4_000_000;
    const int LongestPath = 80;

    public static ReadBook Read(byte[] raw, DateTime now)
    {
        if (raw.Length > BookFile.MostBytes)
            return No("exchange.problem.large");
        try
        {
            if (Skim(raw) is { } problem)
                return new(null, problem);
            var book = JsonSerializer.Deserialize<BookFile>(raw, BookFile.Json);
            return book is null ? No("exchange.problem.json")
                : BookFileRules.Check(book, now) is { } wrong ? new(null, wrong)
                : new(book, null);
        }
        catch (JsonException error)
        {
            return No("exchange.problem.shape", Short(error.Path ?? "$"));
        }
        catch (Exception error)
            when (error is InvalidOperationException or FormatException or ArgumentException or OverflowException or NotSupportedException)
        {
            return No("exchange.problem.shape", "$");
        }
    }

    /// <summary>Goes through the whole file once without keeping anything: is it JSON, how deep, how much, and of which format?</summary>
    static Problem? Skim(byte[] raw)
    {
        var reader = new Utf8JsonReader(raw, new JsonReaderOptions { MaxDepth = Deepest });
        var (tokens, format, version) = (0, (string?)null, (int?)null);
        try
        {
            while (reader.Read())
            {
                if (++tokens > MostTokens)
                    return new("", "exchange.problem.many");
                if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName)
                    Note(ref reader, ref format, ref version);
            }
        }
        catch (JsonException)
        {
            return new("", "exchange.problem.json");
        }
        return format != BookFile.Name ? new("", "exchange.problem.format")
            : version is > BookFile.Newest ? new("", "exchange.problem.newer")
            : version != BookFile.Newest ? new("", "exchange.problem.format")
            : null;
    }

    static void Note(ref Utf8JsonReader reader, ref string? format, ref int? version)
    {
        var (isFormat, isVersion) = (reader.ValueTextEquals("format"), reader.ValueTextEquals("version"));
        if (!reader.Read())
            return;
        if (isFormat && reader.TokenType == JsonTokenType.String)
            format = reader.GetString();
        else if (isVersion && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number))
            version = number;
    }

    static string Short(string path) => path.Length > LongestPath ? path[..LongestPath] + "…" : path;

    static ReadBook No(string text, params object[] values) => new(null, new("", text, values));
}
