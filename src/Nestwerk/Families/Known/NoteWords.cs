using Nestwerk.Shared;

namespace Nestwerk.Families.Known;

/// <summary>Who told it, about whom, to whom and when, in one sentence.</summary>
public static class NoteWords
{
    public static string Of(TextLine line, OpenFamily family, T t)
    {
        var day = t.FullDay(line.Text.At);
        var about = family.Member(line.Text.SubjectId) is { } member ? member.NameIn(family.Seal) : "";
        var told = line.ToldBy is { } teller ? t["note.toldBy", teller, day] : t["note.seen", day];
        var to = line.ToldBy is null ? Seen(line, t) : Heard(line, t);
        return string.Join(
            " ",
            new[] { told, to, about.Length > 0 && about != line.ToldBy ? t["note.about", about] : "" }.Where(part => part.Length > 0)
        );
    }

    static string Heard(TextLine line, T t) =>
        line.IsMine ? t["note.byMe"]
        : line.WrittenBy is { } writer ? t["note.by", writer]
        : "";

    static string Seen(TextLine line, T t) =>
        line.IsMine ? t["note.seenByMe"]
        : line.WrittenBy is { } writer ? t["note.seenBy", writer]
        : "";
}
