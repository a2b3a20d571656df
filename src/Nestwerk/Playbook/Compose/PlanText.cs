using System.Globalization;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Compose;

/// <summary>The facts of a plan field by field, in words, for showing two of them side by side.</summary>
static class PlanText
{
    public static IReadOnlyList<(string Label, string Text)> Of(PlanFacts facts, Lists lists, T t) =>
        [
            (t["facts.title"], facts.Title),
            (t["facts.kind"], t[$"kind.{facts.Kind}"]),
            (t["facts.audience"], facts.Audience is { } audience ? t[$"audience.{audience}"] : ""),
            (t["facts.people"], Number(facts.People)),
            (t["facts.languages"], facts.Languages),
            (t["facts.needs"], facts.Needs),
            (t["facts.date"], facts.Date is { } date ? t.FullDay(date) : ""),
            (t["facts.start"], facts.Start is { } start ? t.Hour(start) : ""),
            (t["facts.wanted"], Number(facts.WantedMinutes)),
            (t["facts.roomUntil"], facts.RoomUntil is { } until ? t.Hour(until) : ""),
            (t["facts.place"], facts.Place),
            (t["facts.offers"], string.Join(", ", (facts.OfferedSettings() ?? []).Select(lists.Setting))),
            (t["facts.practical"], facts.Practical),
            (t["facts.agreements"], facts.Agreements),
        ];

    static string Number(int? number) => number?.ToString(CultureInfo.CurrentCulture) ?? "";
}
