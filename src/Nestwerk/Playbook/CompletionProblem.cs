using System.Numerics;

namespace Nestwerk.Playbook;

/// <summary>A recipe in units of five minutes.</summary>
/// <param name="Goals">The asked goals it works on, a bit each.</param>
/// <param name="Done">1 when the group did it before.</param>
/// <param name="First">1 when it stands in the first completion, which this one must differ from.</param>
/// <param name="Second">The same for the second.</param>
sealed record CompletionItem(Guid Id, int Know, int Do, int Feel, int Goals, int Done, int First, int Second)
{
    public int Units => Know + Do + Feel;
}

/// <summary>
/// A <see cref="CompletionQuestion"/> in whole numbers: units of five minutes, bits for goals, and only recipes that can be part of the best answer.
/// A meeting without a rule about balance has one pillar here, so that its table stays small however long it is.
/// </summary>
sealed class CompletionProblem
{
    readonly (int From, int To) band;
    readonly (int From, int To) window;
    readonly (int Know, int Do, int Feel) placed;
    readonly int fixedUnits;
    readonly int target;
    readonly int goals;
    readonly int goalsNeeded;

    CompletionProblem(CompletionQuestion question, Relaxation relaxation, int earlier)
    {
        (band, window) = (PlanCompletion.Band(question, relaxation), PlanCompletion.Window(question, relaxation));
        placed = Units(question.Placed, question.Ruled);
        (fixedUnits, target) = (Units(question.OtherMinutes), question.Target);
        (Most, Earlier, goals) = (question.MostAdded, earlier, question.Goals.Count);
        goalsNeeded = goals - relaxation.StepsOf(RelaxedRule.Goals);
        var units = window.To / 5 - fixedUnits;
        var room = units - placed.Know - placed.Do - placed.Feel;
        Caps = (Cap(placed.Know), Cap(placed.Do), Cap(placed.Feel));
        int Cap(int stands) => Math.Min(room, (units * band.To / 100) - stands);
    }

    /// <summary>The largest id first: see <see cref="CompletionTable"/>.</summary>
    public IReadOnlyList<CompletionItem> Items { get; private init; } = [];

    /// <summary>The most units that can be added to each pillar.</summary>
    public (int Know, int Do, int Feel) Caps { get; }

    /// <summary>The most recipes that may be added.</summary>
    public int Most { get; }

    /// <summary>How many completions this one must differ from.</summary>
    public int Earlier { get; }

    public int GoalSets => 1 << goals;

    /// <returns>Null when nothing can be added, whatever is in the book.</returns>
    public static CompletionProblem? Of(
        CompletionQuestion question,
        IEnumerable<CompletionCandidate> candidates,
        Relaxation relaxation,
        IReadOnlyList<Completion> earlier
    )
    {
        var empty = new CompletionProblem(question, relaxation, earlier.Count);
        if (empty.Most == 0 || empty.Caps is { Know: < 0 } or { Do: < 0 } or { Feel: < 0 })
            return null;
        var slack = relaxation.StepsOf(RelaxedRule.GroupSize);
        var items = candidates
            .Where(candidate => IsAllowed(candidate, question, slack))
            .Select(candidate => Item(candidate, question, earlier));
        return new(question, relaxation, earlier.Count) { Items = empty.Useful(items) };
    }

    public static bool IsFull(CompletionQuestion question) =>
        new CompletionProblem(question, Relaxation.None, 0) is var asked && asked.IsEnough(0) && asked.Distance(0, 0, 0) is not null;

    public bool IsEnough(int goalSet) => BitOperations.PopCount((uint)goalSet) >= goalsNeeded;

    /// <summary>The distance from the length aimed at when so many units are added; null when length or balance is wrong.</summary>
    public int? Distance(int know, int @do, int feel)
    {
        var (k, d, f) = (placed.Know + know, placed.Do + @do, placed.Feel + feel);
        var sum = k + d + f;
        var minutes = 5 * (fixedUnits + sum);
        return minutes >= window.From && minutes <= window.To && Fits(k, sum) && Fits(d, sum) && Fits(f, sum)
            ? Math.Abs(minutes - target)
            : null;
    }

    bool Fits(int pillar, int sum) => band == (0, 100) || (100 * pillar >= band.From * sum && 100 * pillar <= band.To * sum);

    /// <summary>
    /// Of recipes that only their id tells apart, the smallest ids: as many as fit together. Were another part of the best completion,
    /// one of these could take its place and make the list smaller.
    /// </summary>
    List<CompletionItem> Useful(IEnumerable<CompletionItem> items) =>
        [
            .. items
                .Where(item => Copies(item) > 0)
                .GroupBy(item => item with { Id = Guid.Empty })
                .SelectMany(same => same.OrderBy(item => item.Id).Take(Copies(same.Key)))
                .OrderByDescending(item => item.Id),
        ];

    int Copies(CompletionItem item) =>
        new[] { (item.Know, Caps.Know), (item.Do, Caps.Do), (item.Feel, Caps.Feel) }
            .Where(pillar => pillar.Item1 > 0)
            .Min(pillar => pillar.Item2 / pillar.Item1);

    static bool IsAllowed(CompletionCandidate candidate, CompletionQuestion question, int slack) =>
        candidate.Minutes.Total > 0
        && !question.Used.Contains(candidate.Id)
        && PlanRules.Fits(candidate.Audience, question.Audience)
        && (question.Offered is not { } offered || candidate.Settings.All(offered.Contains))
        && (question.People is not { } people || (people <= candidate.GroupSize.Max + slack && people >= candidate.GroupSize.Min - slack));

    static CompletionItem Item(CompletionCandidate candidate, CompletionQuestion question, IReadOnlyList<Completion> earlier)
    {
        var (know, @do, feel) = Units(candidate.Minutes, question.Ruled);
        var works = question.Goals.Select((goal, bit) => candidate.Goals.Contains(goal) ? 1 << bit : 0).Sum();
        return new(candidate.Id, know, @do, feel, works, candidate.DoneBefore ? 1 : 0, In(0), In(1));
        int In(int place) => place < earlier.Count && earlier[place].Recipes.Contains(candidate.Id) ? 1 : 0;
    }

    static (int Know, int Do, int Feel) Units(PillarMinutes minutes, bool ruled)
    {
        var (know, @do, feel) = (Units(minutes.Know), Units(minutes.Do), Units(minutes.Feel));
        return ruled ? (know, @do, feel) : (know + @do + feel, 0, 0);
    }

    static int Units(int minutes) => (minutes + 4) / 5;
}
