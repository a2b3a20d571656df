using System.Text.RegularExpressions;

namespace Nestwerk.Playbook.Together;

public enum Mark
{
    Same,
    Gone,
    Come,
}

/// <summary>A piece of text that stayed, went or came.</summary>
public sealed record Piece(Mark Mark, string Text);

/// <summary>What two texts have in common, word by word: the longest row of words that stand in both in the same order. Pure.</summary>
public static partial class WordDiff
{
    /// <summary>Beyond so many comparisons a text counts as rewritten: nobody reads marks in it, and they would cost too much.</summary>
    const int Most = 4_000_000;

    public static (IReadOnlyList<Piece> Before, IReadOnlyList<Piece> After) Between(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        if ((long)old.Count * now.Count > Most)
            return ([new(Mark.Gone, before)], [new(Mark.Come, after)]);
        var (stays, stayed) = Common(old, now);
        return (Joined(old, stays, Mark.Gone), Joined(now, stayed, Mark.Come));
    }

    /// <summary>Words with the blanks behind them: together they are the text again, and a row of changed words is one piece.</summary>
    static List<string> Words(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    static (bool[] Old, bool[] Now) Common(List<string> old, List<string> now)
    {
        var longest = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        for (var j = now.Count - 1; j >= 0; j--)
            longest[i, j] = Equal(old[i], now[j]) ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        var (inOld, inNow) = (new bool[old.Count], new bool[now.Count]);
        for (int i = 0, j = 0; i < old.Count && j < now.Count; )
        {
            if (Equal(old[i], now[j]))
                (inOld[i++], inNow[j++]) = (true, true);
            else if (longest[i + 1, j] >= longest[i, j + 1])
                i++;
            else
                j++;
        }
        return (inOld, inNow);
    }

    static List<Piece> Joined(List<string> words, bool[] same, Mark other)
    {
        var pieces = new List<Piece>();
        for (var i = 0; i < words.Count; i++)
        {
            var mark = same[i] ? Mark.Same : other;
            if (pieces is [.., var last] && last.Mark == mark)
                pieces[^1] = last with { Text = last.Text + words[i] };
            else
                pieces.Add(new(mark, words[i]));
        }
        return pieces;
    }

    static bool Equal(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);

    [GeneratedRegex(@"\w+\s*|[^\w\s]\s*|\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
