using Nestwerk.Playbook.Editing;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Files;

/// <summary>The words beside the files of a draft, as typed.</summary>
public sealed class FilesForm
{
    public List<FileRow> Rows { get; set; } = [];

    public static FilesForm From(IReadOnlyList<Attachment> attachments) =>
        new() { Rows = [.. attachments.Select(each => new FileRow { File = each.File, Title = WordsForm.From(each.Title) })] };

    /// <summary>The stored files with the words that were typed beside them, whatever order they were shown in.</summary>
    public IReadOnlyList<Attachment> Over(IReadOnlyList<Attachment> stored) =>
        [.. stored.Select(each => Rows.Find(row => row.File == each.File) is { } row ? each with { Title = row.Title.ToWords() } : each)];

    public static IEnumerable<Problem> Problems(string field, Words title)
    {
        if (title.IsEmpty())
            yield return new(field, "file.problem.words");
        foreach (var language in Languages.All)
            if (title.Exactly(language)?.Length is { } length && length > RecipeRules.TitleLength)
                yield return new(
                    $"{field}.{char.ToUpperInvariant(language[0])}{language[1]}",
                    "form.tooLong",
                    RecipeRules.TitleLength,
                    length
                );
    }
}

public sealed class FileRow
{
    public Guid File { get; set; }
    public WordsForm Title { get; set; } = new();
}

/// <summary>What can be done with one file in the list of a draft. Pure.</summary>
public static class FileOrder
{
    /// <param name="files">The files as they stand.</param>
    /// <param name="press">A verb and a file, as <c>up:…</c>, <c>down:…</c>, <c>remove:…</c>; anything else changes nothing.</param>
    public static IReadOnlyList<Attachment> After(IReadOnlyList<Attachment> files, string? press)
    {
        if (press?.Split(':') is not [var verb, var id] || !Guid.TryParse(id, out var file))
            return files;
        var list = files.ToList();
        var at = list.FindIndex(each => each.File == file);
        if (at < 0)
            return files;
        var (moved, to) = (list[at], verb == "up" ? at - 1 : at + 1);
        list.RemoveAt(at);
        if (verb == "remove")
            return list;
        if (verb is not ("up" or "down") || to < 0 || to > list.Count)
            return files;
        list.Insert(to, moved);
        return list;
    }
}
