namespace Nestwerk.Playbook.Editing;

/// <summary>One entry on the page of lists.</summary>
/// <param name="IsOpen">Its form stands open, with what she typed.</param>
public sealed record ListRow(string Kind, ListEntry Entry, bool IsFirst, bool IsLast, bool IsOpen, ListsPageModel Page)
{
    public WordsForm Typed => IsOpen ? Page.Input : WordsForm.From(Entry.Name);
    public WordsForm Was => IsOpen ? Page.Was : WordsForm.From(Entry.Name);
}

/// <summary>The three fields of a name; ids differ for each entry, names do not. The open one is where errors point.</summary>
public sealed record ListName(string Kind, string? Entry, WordsForm Typed, bool IsOpen)
{
    public string Id(string field, string language) =>
        IsOpen ? $"Input_{field}"
        : Entry is null ? $"{Kind}-new-{language}"
        : $"{Kind}-{Entry}-{language}";
}
