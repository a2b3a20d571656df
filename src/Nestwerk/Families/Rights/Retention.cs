using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

/// <summary>What is forgotten when its time is over.</summary>
public enum Term
{
    /// <summary>The whole family.</summary>
    Family,

    /// <summary>How she is reached, with the look-ups that find her by it.</summary>
    Contact,

    /// <summary>A request that is over.</summary>
    Request,

    /// <summary>A look-up for a channel that is not hers any more.</summary>
    Lookup,

    /// <summary>Messages that left or were given up.</summary>
    Message,

    /// <summary>Visits of a parent to her own page that ended.</summary>
    Session,

    /// <summary>Reminders of workers; no family is named in them.</summary>
    Reminder,
}

/// <summary>Something whose time is over, or will be.</summary>
/// <param name="FamilyId">Empty where it is of no family.</param>
/// <param name="On">When its time is over, in UTC; the first of several.</param>
public sealed record Due(Term Term, Guid FamilyId, Guid? RowId, DateTime On)
{
    /// <summary>How many rows go together.</summary>
    public int Count { get; init; } = 1;
}

/// <summary>Somebody stood beside a family, from–until.</summary>
public sealed record Stood(Basis Basis, DateTime? Until);

/// <summary>What the clocks look at, of one family.</summary>
/// <param name="IsHeld">Something is being settled: a restriction, an open request or an open case. Nothing is forgotten meanwhile.</param>
public sealed record KeptFamily(Guid Id, DateTime MadeAt, bool IsHeld, bool HasChannels, IReadOnlyList<Stood> Stood);

/// <summary>
/// When what is kept of a family has had its time. A clock runs from the end of what it rests on; the longest one counts for the
/// family as a whole, and while anybody still stands beside it none runs.
/// </summary>
public static class Retention
{
    public static IEnumerable<Due> Look(KeptFamily family, RetentionOptions terms, DateTime now)
    {
        var stood = family.Stood.Where(each => each.Basis != Basis.Case).ToList();
        if (family.IsHeld || stood.Exists(each => each.Until is not { } until || now < until))
            yield break;
        if (stood.Count == 0)
        {
            yield return new(Term.Family, family.Id, null, family.MadeAt.AddMonths(terms.ReferralMonths));
            yield break;
        }
        if (family.HasChannels)
            yield return new(Term.Contact, family.Id, null, stood.Max(each => each.Until!.Value).AddMonths(terms.ContactMonths));
        yield return new(Term.Family, family.Id, null, stood.Max(each => each.Until!.Value.AddMonths(MonthsOf(each.Basis, terms))));
    }

    public static int MonthsOf(Basis basis, RetentionOptions terms) =>
        basis switch
        {
            Basis.Enrolment => terms.GroupMonths,
            Basis.CareTeam => terms.TrajectoryMonths,
            Basis.Match => terms.MatchMonths,
            _ => terms.ReferralMonths,
        };
}
