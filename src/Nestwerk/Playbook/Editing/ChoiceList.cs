namespace Nestwerk.Playbook.Editing;

/// <summary>A group of boxes to tick: everything that may be chosen now, and what was chosen before.</summary>
sealed record ChoiceList(string Field, IReadOnlyList<(string Id, string Name)> Choices, IReadOnlyList<string> Chosen)
{
    public ChoiceList(string field, IEnumerable<ListEntry> entries, IReadOnlyList<string> chosen)
        : this(
            field,
            [.. entries.Where(entry => !entry.Retired || chosen.Contains(entry.Id)).Select(entry => (entry.Id, entry.Name.Here()))],
            chosen
        ) { }
}
