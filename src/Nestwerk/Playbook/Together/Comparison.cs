using Nestwerk.Playbook.Editing;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Together;

/// <summary>One text of a field, in a language or in none, in pieces.</summary>
public sealed record ComparedLine(string? Language, IReadOnlyList<Piece> Pieces);

/// <summary>A field that differs, with the words marked that went and came.</summary>
public sealed record Compared(string Field, IReadOnlyList<ComparedLine> Before, IReadOnlyList<ComparedLine> After);

/// <summary>Two contents beside each other: only the fields that differ, marked word by word.</summary>
static class Comparison
{
    public static IReadOnlyList<Compared> Between(RecipeContent before, RecipeContent after, Lists lists, T t) =>
        [.. RecipeFields.Between(before, after, lists, t).Select(Marked)];

    /// <summary>Lines of the same language are compared in their order; a line without a partner went or came as a whole.</summary>
    public static Compared Marked(FieldChange change)
    {
        var partners = change.After.ToLookup(line => line.Language ?? "");
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        var (before, marked) = (
            new List<ComparedLine>(),
            new Dictionary<FieldLine, IReadOnlyList<Piece>>(ReferenceEqualityComparer.Instance)
        );
        foreach (var line in change.Before)
        {
            var key = line.Language ?? "";
            var at = taken[key] = taken.GetValueOrDefault(key, -1) + 1;
            if (partners[key].ElementAtOrDefault(at) is { } partner)
            {
                var (old, now) = WordDiff.Between(line.Text, partner.Text);
                before.Add(new(line.Language, old));
                marked[partner] = now;
            }
            else
                before.Add(new(line.Language, [new(Mark.Gone, line.Text)]));
        }
        return new(
            change.Field,
            before,
            [.. change.After.Select(line => new ComparedLine(line.Language, marked.GetValueOrDefault(line) ?? [new(Mark.Come, line.Text)]))]
        );
    }
}
