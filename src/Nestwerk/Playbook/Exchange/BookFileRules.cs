using System.Security.Cryptography;
using Nestwerk.Access;
using Nestwerk.Playbook.Files;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Exchange;

/// <summary>What must hold in a book that comes from elsewhere, before anybody is asked about it. Pure.</summary>
static class BookFileRules
{
    const int MostRecipes = 2000;
    const int MostVersions = 200;
    const int MostChosen = 100;
    const int LongestWord = 60;
    const int MostYearsUntilAgain = 5;

    /// <summary>Nobody's day is further ahead.</summary>
    const int MostHoursAhead = 14;
    static readonly DateTime Oldest = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <returns>The first thing that is wrong.</returns>
    public static Problem? Check(BookFile book, DateTime now)
    {
        if (book.Recipes.Count > MostRecipes || book.Files.Count > MostRecipes)
            return new("", "exchange.problem.many");
        if (HasHoles(book))
            return new("", "exchange.problem.shape", "null");
        return (book.Book.Id == Guid.Empty || !IsName(book.Book.Title) ? new Problem("", "exchange.problem.title") : null)
            ?? Lists(book)
            ?? Twice(book)
            ?? book.Recipes.Select(recipe => Recipe(recipe, now)).FirstOrDefault(problem => problem is not null)
            ?? Tied(book)
            ?? book.Files.Select(File).FirstOrDefault(problem => problem is not null);
    }

    static bool HasHoles(BookFile book) =>
        book.Recipes.Any(recipe => recipe is null || recipe.Versions.Any(version => version is null || HasHoles(version)))
        || book.Files.Any(file => file is null)
        || book.Themes.Concat(book.Goals).Concat(book.Settings).Any(word => word is null);

    static bool HasHoles(VersionEntry version) =>
        version.ReadThroughs.Any(read => read is null)
        || version.Content.Steps.Any(step => step is null)
        || version.Content.Materials.Any(material => material is null)
        || version.Content.Attachments.Any(file => file?.Title is null)
        || Plain(version.Content).Any(text => text is null)
        || version.Content.AllWords().Any(words => words is null); // last: it looks into steps and materials

    static IEnumerable<string> Plain(RecipeContent content) =>
        [.. content.Themes, .. content.Goals, .. content.Settings, .. content.Sources, content.Author, content.Licence];

    static Problem? Lists(BookFile book) =>
        new[] { book.Themes, book.Goals, book.Settings }.Any(list =>
            list.Count > MostChosen
            || list.Any(word => !IsWord(word.Id) || !IsName(word.Name))
            || list.DistinctBy(word => word.Id).Count() < list.Count
        )
            ? new("", "exchange.problem.lists")
            : null;

    static Problem? Twice(BookFile book) =>
        book.Recipes.DistinctBy(recipe => recipe.Id).Count() < book.Recipes.Count
        || book.Files.DistinctBy(file => file.Id).Count() < book.Files.Count
        || book.Recipes.Any(recipe => recipe.Id == Guid.Empty)
        || book.Files.Any(file => file.Id == Guid.Empty)
            ? new("", "exchange.problem.twice")
            : null;

    static Problem? Recipe(RecipeEntry recipe, DateTime now)
    {
        var name = recipe.Versions.Count > 0 ? Printed(recipe.Versions[^1].Content.Title.Here()) : recipe.Id.ToString();
        if (recipe.Versions.Count is 0 or > MostVersions || recipe.Versions.Select((version, i) => version.Number == i + 1).Contains(false))
            return new("", "exchange.problem.versions", name);
        if (recipe.Origin is { } origin && (origin.Recipe == Guid.Empty || origin.Number < 1))
            return new("", "exchange.problem.recipe", name);
        if (!IsMoment(recipe.ArchivedAt, now) || recipe.Versions.Any(version => !IsMoment(version.PublishedAt, now)))
            return new("", "exchange.problem.moment", name);
        foreach (var version in recipe.Versions)
            if (Texts(version).Any(text => !TravelText.IsClean(text)))
                return new("", "exchange.problem.text", name);
            else if (!IsSound(version) || !version.ReadThroughs.All(read => IsReadThrough(read, now)))
                return new("", "exchange.problem.recipe", name);
        return RecipeRules.Publish(recipe.Versions[^1].Content).Any() ? new("", "exchange.problem.unfinished", name) : null;
    }

    static bool IsSound(VersionEntry version) =>
        !RecipeRules.Draft(version.Content).Any()
        && version.ChangeNote.Length <= RecipeRules.LineLength
        && version.Content.AllWords().Concat(version.Content.Attachments.Select(file => file.Title)).All(words => words.Tidy() == words)
        && AreChosen(version.Content.Themes)
        && AreChosen(version.Content.Goals)
        && AreChosen(version.Content.Settings)
        && version.Content.Helpers.Distinct().Count() == version.Content.Helpers.Count
        && version.Content.Sources.Count <= MostChosen
        && version.Content.Attachments.DistinctBy(file => file.File).Count() == version.Content.Attachments.Count
        && version.ReadThroughs.Count <= MostChosen;

    static bool IsReadThrough(ReadThroughEntry read, DateTime now) =>
        read.By.Trim().Length is > 0 and <= Limits.Name
        && read.On <= DateOnly.FromDateTime(now.AddHours(MostHoursAhead))
        && read.AgainBefore >= read.On
        && read.AgainBefore <= read.On.AddYears(MostYearsUntilAgain);

    static bool AreChosen(IReadOnlyList<string> words) =>
        words.Count <= MostChosen && words.All(IsWord) && words.Distinct(StringComparer.Ordinal).Count() == words.Count;

    static IEnumerable<string?> Texts(VersionEntry version) =>
        [
            .. version
                .Content.AllWords()
                .Concat(version.Content.Attachments.Select(file => file.Title))
                .SelectMany(words => new[] { words.Nl, words.Fr, words.En }),
            .. Plain(version.Content),
            .. version.ReadThroughs.Select(read => read.By),
            version.ChangeNote,
        ];

    /// <summary>Every word and every file that a recipe names is in the file, and no file is there for nothing.</summary>
    static Problem? Tied(BookFile book)
    {
        var contents = book.Recipes.SelectMany(recipe => recipe.Versions).Select(version => version.Content).ToList();
        bool AllIn(Func<RecipeContent, IReadOnlyList<string>> chosen, IReadOnlyList<WordEntry> list) =>
            contents
                .SelectMany(chosen)
                .Distinct(StringComparer.Ordinal)
                .All(list.Select(word => word.Id).ToHashSet(StringComparer.Ordinal).Contains);
        if (
            !AllIn(content => content.Themes, book.Themes)
            || !AllIn(content => content.Goals, book.Goals)
            || !AllIn(content => content.Settings, book.Settings)
        )
            return new("", "exchange.problem.lists");
        var shown = contents.SelectMany(content => content.Attachments).Select(file => file.File).ToHashSet();
        var recipes = book.Recipes.Select(recipe => recipe.Id).ToHashSet();
        return shown.SetEquals(book.Files.Select(file => file.Id)) && book.Files.All(file => recipes.Contains(file.Recipe))
            ? null
            : new("", "exchange.problem.files");
    }

    static Problem? File(FileEntry file)
    {
        if (!FileKinds.IsKnown(file.Type) || FileKinds.SafeName(file.Name, file.Type) != file.Name)
            return new("", "exchange.problem.fileName", Printed(file.Name));
        if (Convert.ToHexStringLower(SHA256.HashData(file.Content)) != file.Hash)
            return new("", "exchange.problem.hash", file.Name);
        var clean = FileKinds.Clean(file.Content);
        if (clean.Problem is { } problem)
            return new(file.Name, problem);
        return clean.Type == file.Type && clean.Content.AsSpan().SequenceEqual(file.Content)
            ? null
            : new("", "exchange.problem.fileTells", file.Name);
    }

    static bool IsWord(string id) =>
        id.Length is > 0 and <= LongestWord
        && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    static bool IsName(Words words) =>
        !words.IsEmpty()
        && words.Tidy() == words
        && new[] { words.Nl, words.Fr, words.En }.All(text =>
            text is null || (text.Length <= RecipeRules.TitleLength && TravelText.IsClean(text))
        );

    static bool IsMoment(DateTime? moment, DateTime now) =>
        moment is not { } at
        || (at.Kind == DateTimeKind.Utc && at >= Oldest && at <= now.AddDays(1) && at.Ticks % TimeSpan.TicksPerSecond == 0);

    static string Printed(string text) => TravelText.Printed(text);
}
