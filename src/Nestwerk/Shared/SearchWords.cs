namespace Nestwerk.Shared;

/// <summary>What somebody looks for, as words that must all occur, accents and capitals aside. Never more than a question can hold.</summary>
/// <param name="Text">What she typed, without the spaces around it.</param>
/// <param name="IsCut">Whether more was typed than is looked for.</param>
public sealed record SearchWords(string Text, IReadOnlyList<string> All, bool IsCut)
{
    public const int MostLetters = 100;
    const int MostWords = 8;
    const int FewestLetters = 2;

    /// <summary>Whether there is something to look for: one letter stands in everything.</summary>
    public bool IsEnough => All.Any(word => word.Length >= FewestLetters);

    public static SearchWords Of(string? typed)
    {
        var folded = Folding.Fold(typed);
        var kept = folded.Length > MostLetters ? folded[..MostLetters] : folded;
        var words = kept.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isCut = kept.Length < folded.Length || words.Length > MostWords;
        string[] all = [.. words.Take(MostWords)];
        return new(isCut ? string.Join(' ', all) : (typed ?? "").Trim(), all, isCut);
    }

    /// <summary>For what no database folds the same way: whether a text holds all these words.</summary>
    public bool Fit(string text)
    {
        var folded = Folding.Fold(text);
        return All.All(word => folded.Contains(word, StringComparison.Ordinal));
    }
}

/// <summary>The first few that were found, and whether there are more.</summary>
public sealed record Found<TRow>(IReadOnlyList<TRow> Rows, bool HasMore)
{
    public static readonly Found<TRow> Nothing = new([], false);

    public bool IsEmpty => Rows.Count == 0;

    /// <summary>From a list that holds one more than wanted, if there is one.</summary>
    public static Found<TRow> Of(IReadOnlyCollection<TRow> rows, int most) => new([.. rows.Take(most)], rows.Count > most);
}
