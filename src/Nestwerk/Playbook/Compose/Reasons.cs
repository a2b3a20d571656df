using Nestwerk.Shared;

namespace Nestwerk.Playbook.Compose;

/// <summary>Why a proposal is one, in words.</summary>
/// <param name="Good">Whether it speaks for the proposal; else it is something to know.</param>
/// <param name="Word">Which reason it is, for whoever looks it up.</param>
public sealed record Reason(bool Good, string Word, string Text);

/// <summary>Puts the reasons of a proposal in words, from real minutes: length, balance, goals, the group. Pure.</summary>
/// <param name="asked">The goals the facilitator asked for.</param>
/// <param name="before">How often this group met before, and what it did.</param>
public sealed class Reasons(
    PlanView stands,
    BalanceOptions balance,
    IReadOnlyList<string> asked,
    (int Meetings, HashSet<Guid> Recipes) before,
    Lists lists,
    T t
)
{
    bool Ruled => stands.Facts.Kind == MeetingKind.GroupMeeting;

    public IReadOnlyList<Reason> For(Proposal proposal) =>
        [
            Length(proposal.Plan),
            .. Ruled ? Balance(proposal.Plan) : [],
            .. Goals(proposal),
            .. Before(proposal),
            .. People(proposal),
            .. Clock(proposal),
        ];

    Reason Length(PlanView plan)
    {
        var (total, off) = (plan.TotalMinutes, plan.TotalMinutes - (stands.Facts.WantedMinutes ?? plan.TotalMinutes));
        var open = stands.Facts.WantedMinutes is not > 0;
        return open && !Ruled ? new(true, "length", t["fill.length.free", total])
            : open
                ? new(
                    total >= balance.FewestMinutes && total <= balance.MostMinutes,
                    "length",
                    t["fill.length.open", total, balance.FewestMinutes, balance.MostMinutes]
                )
            : off == 0 ? new(true, "length", t["fill.length.exact", total])
            : new(Math.Abs(off) <= 5, "length", t[off > 0 ? "fill.length.longer" : "fill.length.shorter", total, Math.Abs(off)]);
    }

    IEnumerable<Reason> Balance(PlanView plan)
    {
        var (was, mix) = (stands.Pillars, plan.Pillars);
        var shares = string.Join(
            ", ",
            Pillars.All.Select(pillar => $"{t[$"pillar.{pillar}"]} {Whole(t["unit.percent", mix.Percent(pillar)])}")
        );
        var inside = Pillars.All.All(pillar => IsInside(mix.Percent(pillar)));
        yield return new(
            inside,
            "balance",
            t[inside ? "fill.balance.inside" : "fill.balance.outside", t.Sentence(shares), balance.AimFromPercent, balance.AimToPercent]
        );
        if (was.Total > 0)
            foreach (var pillar in Pillars.All.Where(pillar => was[pillar] == 0 && mix[pillar] > 0))
                yield return new(true, "new", t["fill.balance.new", t.Sentence(t[$"pillar.{pillar}"])]);
    }

    IEnumerable<Reason> Goals(Proposal proposal)
    {
        var works = proposal.Plan.Blocks.SelectMany(block => block.View.Recipe?.Goals ?? []).ToHashSet();
        var reached = asked.Where(works.Contains).ToList();
        var missing = asked.Where(goal => !works.Contains(goal)).ToList();
        if (reached.Count > 0)
            yield return new(true, "goals", t["fill.goals.reached", Names(reached)]);
        if (missing.Count > 0)
            yield return new(false, "missing", t["fill.goals.missing", Names(missing)]);
    }

    IEnumerable<Reason> Before(Proposal proposal)
    {
        if (before.Meetings == 0)
            yield break;
        var done = proposal
            .Added.Where(version => before.Recipes.Contains(version.RecipeId))
            .Select(version => version.Title.Here())
            .ToList();
        yield return done.Count == 0
            ? new(true, "before", t["fill.before.none"])
            : new(false, "before", t["fill.before.some", string.Join(", ", done)]);
    }

    IEnumerable<Reason> People(Proposal proposal)
    {
        if (stands.Facts.People is not { } people)
            yield break;
        var not = proposal.Added.Where(version => people < version.GroupMin || people > version.GroupMax).ToList();
        if (not.Count == 0)
            yield return new(true, "people", t.Count("fill.people.all", people));
        foreach (var version in not)
            yield return new(false, "people", t["fill.people.not", version.Title.Here(), version.GroupMin, version.GroupMax]);
    }

    /// <summary>What a locked start or a room that closes makes of it, which the search does not look at.</summary>
    IEnumerable<Reason> Clock(Proposal proposal)
    {
        var view = new ComposerView(proposal.Plan, proposal.Findings, balance, lists);
        return proposal
            .Findings.Where(finding => finding.Weight == Weight.NotReady || finding.Code is "overrun" or "roomCloses")
            .Select(finding => new Reason(false, finding.Code, t[$"finding.{finding.Code}", view.Words(finding, t)]));
    }

    /// <summary>The same words, never broken over two lines.</summary>
    static string Whole(string words) => words.Replace(' ', '\u00a0');

    bool IsInside(int percent) => percent >= balance.AimFromPercent && percent <= balance.AimToPercent;

    string Names(IEnumerable<string> goals) => string.Join("; ", goals.Select(lists.Goal));
}
