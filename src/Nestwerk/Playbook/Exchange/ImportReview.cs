using System.Security.Cryptography;
using System.Text;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Exchange;

/// <summary>Where the recipes of a file would go.</summary>
public enum Into
{
    /// <summary>The book is not here yet; it comes in under its own number.</summary>
    NewBook,

    /// <summary>The book is here and hers to change.</summary>
    ThisBook,

    /// <summary>The book is here and of others: it comes in as a book of its own, and everything in it gets a new number.</summary>
    CopyOfBook,
}

public enum Standing
{
    New,
    Newer,
    Same,
    InConflict,
}

/// <summary>Why a recipe cannot simply come in.</summary>
public enum Clash
{
    OtherText,
    OwnDraft,
    Deleted,
    OtherBook,
}

public enum Choice
{
    Keep,
    Theirs,
    Separate,
}

/// <summary>A recipe of the file beside what is here.</summary>
/// <param name="Entry">What the file says.</param>
/// <param name="Newer">How many versions would be added when theirs is taken.</param>
public sealed record RecipeReview(RecipeEntry Entry, Standing Standing, Clash? Clash, int Newer)
{
    public Words Title => Entry.Versions[^1].Content.Title;

    public IReadOnlyList<Choice> Choices =>
        Clash switch
        {
            null => [],
            Exchange.Clash.Deleted or Exchange.Clash.OtherBook => [Choice.Keep, Choice.Separate],
            _ => [Choice.Keep, Choice.Theirs, Choice.Separate],
        };
}

/// <summary>A word of a list beside the one that is here; <paramref name="Ours"/> is null when there is none.</summary>
public sealed record WordReview(string Kind, WordEntry Entry, Words? Ours)
{
    public bool IsInConflict => Ours is not null && Ours != Entry.Name;
}

/// <summary>What there is here of what a file speaks of.</summary>
public sealed record Here(Into Into, IReadOnlyDictionary<Guid, Recipe> Recipes, IReadOnlyDictionary<(string Kind, string Id), Words> Words);

/// <summary>What a file would change: decided once, shown, and done only if it is still the same. Pure.</summary>
public sealed record ImportReview(BookFile Book, Into Into, IReadOnlyList<RecipeReview> Recipes, IReadOnlyList<WordReview> Words)
{
    public static ImportReview Of(BookFile book, Here here) =>
        new(
            book,
            here.Into,
            [.. book.Recipes.Select(recipe => Of(recipe, book.Book.Id, here))],
            [
                .. book.Themes.Select(word => Of("themes", word, here)),
                .. book.Goals.Select(word => Of("goals", word, here)),
                .. book.Settings.Select(word => Of("settings", word, here)),
            ]
        );

    public IEnumerable<RecipeReview> With(Standing standing) => Recipes.Where(recipe => recipe.Standing == standing);

    public bool ChangesNothing =>
        Into == Into.ThisBook
        && Recipes.All(recipe => recipe.Standing == Standing.Same)
        && Words.All(word => word.Ours is not null && !word.IsInConflict);

    /// <summary>A short sum of everything that was decided here: when it differs, what she looked at is no longer so.</summary>
    public string Seen =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    $"{Into}|{string.Join(',', Recipes.Select(each => $"{each.Entry.Id}{each.Standing}{each.Clash}{each.Newer}"))}"
                        + $"|{string.Join(',', Words.Select(each => $"{each.Kind}{each.Entry.Id}{each.Ours}"))}"
                )
            )
        );

    static WordReview Of(string kind, WordEntry word, Here here) => new(kind, word, here.Words.GetValueOrDefault((kind, word.Id)));

    static RecipeReview Of(RecipeEntry entry, Guid book, Here here)
    {
        if (here.Into == Into.CopyOfBook || !here.Recipes.TryGetValue(entry.Id, out var ours))
            return new(entry, Standing.New, null, entry.Versions.Count);
        if (ours.BookId != book)
            return new(entry, Standing.InConflict, Clash.OtherBook, 0);
        if (ours.DeletedAt is not null)
            return new(entry, Standing.InConflict, Clash.Deleted, 0);
        var mine = ours.Versions.OrderBy(version => version.Number).Select(version => version.Content).ToList();
        var theirs = entry.Versions.Select(version => version.Content).ToList();
        if (!mine.Zip(theirs).All(pair => ContentJson.Same(pair.First, pair.Second)))
            return new(entry, Standing.InConflict, Clash.OtherText, 1);
        var newer = Math.Max(0, theirs.Count - mine.Count);
        return newer == 0 ? new(entry, Standing.Same, null, 0)
            : ours.HasUnpublishedChanges(mine.LastOrDefault()) ? new(entry, Standing.InConflict, Clash.OwnDraft, newer)
            : new(entry, Standing.Newer, null, newer);
    }
}
