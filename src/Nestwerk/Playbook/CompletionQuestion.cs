using Nestwerk.Shared;

namespace Nestwerk.Playbook;

/// <summary>A recipe that may be added, as far as the search must know it.</summary>
/// <param name="DoneBefore">Whether this group did it before.</param>
public sealed record CompletionCandidate(Guid Id, PillarMinutes Minutes, IReadOnlyList<string> Goals, bool DoneBefore)
{
    public GroupSize GroupSize { get; init; } = new(1, RecipeRules.MostPeople);
    public Audience Audience { get; init; } = Audience.Both;
    public IReadOnlyList<string> Settings { get; init; } = [];
}

/// <summary>What stands in a meeting already, and what is asked of the whole. See <see cref="PlanCompletion"/>.</summary>
public sealed record CompletionQuestion
{
    /// <summary>The most goals that can be asked at once; every goal more doubles the work.</summary>
    public const int MostGoals = 7;

    /// <summary>The longest meeting with a rule about balance that we search for; every half hour more costs half as much again.</summary>
    const int LongestRuled = 240;
    const int LongestFree = 660;

    /// <summary>The placed minutes that count for balance.</summary>
    public PillarMinutes Placed { get; init; }

    /// <summary>The placed minutes that count for the length only: welcome, breaks, closing, an own block for no pillar.</summary>
    public int OtherMinutes { get; init; }

    public IReadOnlySet<Guid> Used { get; init; } = new HashSet<Guid>();

    /// <summary>The goals asked for that nothing placed works on.</summary>
    public IReadOnlyList<string> Goals { get; init; } = [];

    /// <summary>The length wished for in minutes; null while it is open.</summary>
    public int? Wanted { get; init; }

    /// <summary>When the room closes, in minutes from the beginning.</summary>
    public int? RoomMinutes { get; init; }
    public int? People { get; init; }
    public Audience? Audience { get; init; }
    public IReadOnlyList<string>? Offered { get; init; }

    /// <summary>Whether it is a meeting with rules about length and balance.</summary>
    public bool Ruled { get; init; } = true;

    /// <summary>How many blocks may still be added.</summary>
    public int MostAdded { get; init; } = PlanCompletion.MostAdded;
    public BalanceOptions Balance { get; init; } = new();

    /// <summary>The length aimed at: the one wished for, or the middle of what the house asks.</summary>
    public int Target => Wanted ?? (Balance.FewestMinutes + Balance.MostMinutes) / 2;

    /// <summary>No completion is longer: the house would say "not ready", or the room would close.</summary>
    public int Longest => Math.Min(Ruled ? Math.Min(Balance.MostMinutes, LongestRuled) : LongestFree, RoomMinutes ?? LongestFree);

    /// <param name="plan">The meeting as it stands. Time left open before a locked start is not counted: that is what gets filled.</param>
    /// <param name="goals">The goals asked for; those of the blocks that stand are taken off.</param>
    public static CompletionQuestion Of(PlanView plan, BalanceOptions balance, IEnumerable<string> goals)
    {
        var (facts, views) = (plan.Facts, plan.Blocks.Select(block => block.View).ToList());
        var covered = views.SelectMany(view => view.Recipe?.Goals ?? []).ToHashSet();
        return new()
        {
            Placed = plan.Pillars,
            OtherMinutes = views.Sum(view => view.Minutes) - plan.Pillars.Total,
            Used = views.Select(view => view.Block.RecipeId).OfType<Guid>().ToHashSet(),
            Goals = [.. goals.Distinct().Where(goal => !covered.Contains(goal)).Take(MostGoals)],
            Wanted = facts.WantedMinutes is > 0 and var wanted ? wanted : null,
            RoomMinutes = facts is { Start: { } start, RoomUntil: { } until } ? (int)(until - start).TotalMinutes : null,
            People = facts.People,
            Audience = facts.Audience,
            Offered = facts.OfferedSettings(),
            Ruled = facts.Kind == MeetingKind.GroupMeeting,
            MostAdded = Math.Clamp(MeetingPlan.MostBlocks - views.Count, 0, PlanCompletion.MostAdded),
            Balance = balance,
        };
    }
}
