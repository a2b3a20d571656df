using System.Globalization;
using Nestwerk.Shared;

namespace Nestwerk.Families.Known;

/// <summary>Says who somebody is in a family, and nothing about a month when a family is quiet.</summary>
public static class MemberWords
{
    public static string Month(DateOnly month) => month.ToString("MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>Her kin, and her month or age where it may be said.</summary>
    public static string Of(FamilyMember member, bool showsMonth, T t, DateOnly today)
    {
        if (member.Kin == Kin.Unborn && !showsMonth)
            return "";
        if (!showsMonth || member.IsParent || member.Month is not { } month)
            return t[$"family.kin.{member.Kin}"];
        return member.Kin == Kin.Unborn ? t["family.due", Month(month)] : Age(month, t, today);
    }

    /// <summary>The others of a family in one line: a name, then an age or a month.</summary>
    public static IEnumerable<string> Of(CaseloadRow row, T t, DateOnly today) =>
        from member in row.Others
        let said = Of(member, !row.IsQuiet, t, today)
        let name = row.OtherNames[member.Id]
        where said.Length > 0
        select name.Length == 0 ? t.Sentence(said) : $"{name}, {said}";

    static string Age(DateOnly month, T t, DateOnly today)
    {
        var months = Math.Max(0, ((today.Year - month.Year) * 12) + today.Month - month.Month);
        return months == 0 ? t["family.newborn"]
            : months < 24 ? t.Count("family.months", months)
            : t.Count("family.years", months / 12);
    }
}
