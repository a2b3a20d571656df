using Nestwerk.Shared;

namespace Nestwerk.Access.Front;

/// <summary>A page to read: a title, a line under it and passages with a heading each.</summary>
public sealed record Reading(string Title, string Lede, IReadOnlyList<Passage> Passages);

/// <param name="Text">A paragraph on each line; lines that begin with a dash or with a number make a list.</param>
public sealed record Passage(string Id, string Heading, string Text, params IReadOnlyList<PassageLink> Links)
{
    /// <summary>The lines, put together as they belong: a paragraph is alone, the entries of a list are not.</summary>
    public IEnumerable<(string Kind, IReadOnlyList<string> Lines)> Parts()
    {
        var part = (Kind: "", Lines: new List<string>());
        foreach (var (kind, line) in Text.Split('\n').Select(Read))
        {
            if (part.Lines.Count > 0 && (kind != part.Kind || kind == "p"))
            {
                yield return part;
                part = ("", []);
            }
            part.Kind = kind;
            part.Lines.Add(line);
        }
        yield return part;
    }

    static (string Kind, string Line) Read(string line) =>
        line.StartsWith("- ", StringComparison.Ordinal) ? ("ul", line[2..])
        : line is [>= '1' and <= '9', '.', ' ', ..] ? ("ol", line[3..])
        : ("p", line);
}

/// <param name="Text">Text key.</param>
public sealed record PassageLink(string Path, string Text);
