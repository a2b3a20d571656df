using System.Text;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>How a name sounds, so that Youssef and Yusuf, Katrien and Catherine's first half, meet. Coarse on purpose.</summary>
static class NameSound
{
    static readonly (string From, string To)[] Alike =
    [
        ("sch", "s"),
        ("sj", "s"),
        ("sh", "s"),
        ("ch", "k"),
        ("ck", "k"),
        ("ph", "f"),
        ("th", "t"),
        ("dj", "j"),
        ("kh", "k"),
        ("gh", "g"),
        ("qu", "k"),
        ("q", "k"),
        ("c", "k"),
        ("x", "ks"),
        ("z", "s"),
        ("v", "f"),
        ("w", "f"),
        ("d", "t"),
        ("b", "p"),
        ("y", "j"),
    ];

    public static string Of(string name)
    {
        var plain = new string([.. Folding.Fold(name).Where(char.IsAsciiLetter)]);
        foreach (var (from, to) in Alike)
            plain = plain.Replace(from, to, StringComparison.Ordinal);
        var sound = new StringBuilder();
        foreach (var letter in plain)
            if (sound.Length == 0)
                sound.Append("aeiou".Contains(letter) ? 'a' : letter);
            else if (!"aeiouhj".Contains(letter) && sound[^1] != letter)
                sound.Append(letter);
        return sound.ToString();
    }
}
