namespace Nestwerk.Families;

/// <summary>The addresses for those who work with families. They hold ids, never a name or a number.</summary>
public static partial class Links
{
    public const string Caseload = "/families";
    public const string NewFamily = Caseload + "/new";
    public const string Find = Caseload + "/find";

    public static string Family(Guid family) => $"{Caseload}/{family}";

    public static string NewMember(Guid family) => Family(family) + "/members/new";

    public static string Member(Guid family, Guid member) => Family(family) + $"/members/{member}";

    /// <summary>Why and whether the full day is kept.</summary>
    public static string Day(Guid family, Guid member) => Member(family, member) + "/day";

    public static string NewChannel(Guid family, Guid member) => Member(family, member) + "/reach";

    public static string Channel(Guid family, Guid channel) => Family(family) + $"/reach/{channel}";

    public static string Needs(Guid family) => Family(family) + "/needs";

    public static string NewNote(Guid family) => Family(family) + "/notes/new";

    public static string NewSensitiveNote(Guid family) => Family(family) + "/notes/sensitive";

    public static string ShareNote(Guid family, Guid note) => Family(family) + $"/notes/{note}/share";

    public static string Later(Guid family) => Family(family) + "/later";

    public static string Story(Guid family) => Family(family) + "/story";

    public static string Paragraph(Guid family, Guid paragraph) => Story(family) + $"/{paragraph}";
}
