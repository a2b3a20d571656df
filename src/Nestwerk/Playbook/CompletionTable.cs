using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Nestwerk.Playbook;

/// <summary>
/// Finds the best completion by dynamic programming. A state is: units added per pillar (a cell), goals that must be covered at least, recipes added,
/// and recipes shared with each earlier completion (a page). Every state holds the fewest recipes done before that reach it.
/// <para>
/// Recipes go in with the largest id first. So a list that takes the new recipe comes before every list of the same state without it,
/// and where the counts are equal, taking it is always right: ids need no place in the table. Goals are "covered at least" so that
/// each state is reached in one way only by each recipe; then what is before the last recipe of the best list is itself the best of its state.
/// </para>
/// </summary>
sealed class CompletionTable
{
    /// <summary>Higher than any count, and room to add one more.</summary>
    const byte Unreached = 128;
    const byte Closed = byte.MaxValue;
    const int Lane = 32;

    readonly CompletionProblem problem;
    readonly int wide;
    readonly int deep;
    readonly int cells;
    readonly int stride;
    readonly int shares;
    readonly int seconds;

    /// <summary>Page after page, with one empty page before them all, since a move looks back.</summary>
    readonly byte[] done;
    readonly bool[] alive;

    /// <summary>Per recipe and page, the cells at which it was taken.</summary>
    readonly uint[]?[][] taken;
    readonly Dictionary<(int, int, int), byte[]> walls = [];

    public CompletionTable(CompletionProblem problem)
    {
        this.problem = problem;
        (wide, deep) = (problem.Caps.Feel + 1, problem.Caps.Do + 1);
        cells = (problem.Caps.Know + 1) * deep * wide;
        stride = (cells + Lane - 1) / Lane * Lane;
        var half = (problem.Most / 2) + 1;
        (shares, seconds) = (problem.Earlier > 0 ? half : 1, problem.Earlier > 1 ? half : 1);
        var pages = seconds * shares * (problem.Most + 1) * problem.GoalSets;
        done = new byte[(pages + 1) * stride];
        Array.Fill(done, Unreached);
        (alive, taken) = (new bool[pages], new uint[]?[problem.Items.Count][]);
        (done[stride], alive[0]) = (0, true);
        for (var item = 0; item < taken.Length; item++)
            Put(item);
    }

    public Completion? Best()
    {
        var ends = Ends().ToList();
        if (ends.Count == 0)
            return null;
        var best = ends.Min(end => (end.Distance, end.Done));
        var lists = ends.Where(end => (end.Distance, end.Done) == best).Select(end => Walk(end.State, end.Cell));
        return new(lists.Aggregate((a, b) => Compare(a, b) <= 0 ? a : b), best.Distance, best.Done);
    }

    void Put(int item)
    {
        var (recipe, pages) = (problem.Items[item], new uint[]?[alive.Length]);
        var wall = Wall((recipe.Know, recipe.Do, recipe.Feel));
        for (var count = problem.Most - 1; count >= 0; count--)
        for (var second = 0; second < seconds - recipe.Second; second++)
        for (var first = 0; first < shares - recipe.First; first++)
        for (var goals = 0; goals < problem.GoalSets; goals++)
        {
            var from = new State(second, first, count, goals & ~recipe.Goals);
            var to = new State(second + recipe.Second, first + recipe.First, count + 1, goals);
            if (alive[Page(from)])
                pages[Page(to)] = Merge(recipe, wall, Page(from), Page(to));
        }
        taken[item] = pages;
    }

    /// <returns>A bit for every cell where the recipe is worth taking; null when there is none.</returns>
    uint[]? Merge(CompletionItem recipe, byte[] wall, int from, int to)
    {
        var (shift, bits) = (Shift(recipe), default(uint[]));
        ref var table = ref MemoryMarshal.GetArrayDataReference(done);
        ref var closed = ref MemoryMarshal.GetArrayDataReference(wall);
        var (source, target) = ((nuint)(((from + 1) * stride) - shift), (nuint)((to + 1) * stride));
        var (cost, reached) = (Vector256.Create((byte)recipe.Done), Vector256.Create((byte)(Unreached - 1)));
        for (var lane = shift / Lane; lane < stride / Lane; lane++)
        {
            var at = (nuint)(lane * Lane);
            var with = Vector256.Max(Vector256.LoadUnsafe(ref table, source + at) + cost, Vector256.LoadUnsafe(ref closed, at));
            var without = Vector256.LoadUnsafe(ref table, target + at);
            var takes = Vector256.LessThanOrEqual(with, Vector256.Min(without, reached));
            if (takes == Vector256<byte>.Zero)
                continue;
            Vector256.ConditionalSelect(takes, with, without).StoreUnsafe(ref table, target + at);
            (bits ??= new uint[stride / Lane])[lane] = takes.ExtractMostSignificantBits();
        }
        alive[to] |= bits is not null;
        return bits;
    }

    /// <summary>Closes the cells that hold less of a pillar than the recipe brings, and those beyond the last.</summary>
    byte[] Wall((int Know, int Do, int Feel) brings)
    {
        if (walls.TryGetValue(brings, out var wall))
            return wall;
        wall = new byte[stride];
        Array.Fill(wall, Closed);
        for (var cell = 0; cell < cells; cell++)
        {
            var (know, @do, feel) = Units(cell);
            if (know >= brings.Know && @do >= brings.Do && feel >= brings.Feel)
                wall[cell] = 0;
        }
        return walls[brings] = wall;
    }

    /// <summary>The states in which a completion may end.</summary>
    IEnumerable<(State State, int Cell, int Distance, int Done)> Ends()
    {
        var right = Enumerable
            .Range(0, cells)
            .Select(cell => (Cell: cell, Distance: Distance(cell)))
            .Where(end => end.Distance is not null)
            .ToList();
        for (var count = 1; count <= problem.Most; count++)
        for (var second = 0; second < seconds && 2 * second <= count; second++)
        for (var first = 0; first < shares && 2 * first <= count; first++)
        for (var goals = 0; goals < problem.GoalSets; goals++)
        {
            var state = new State(second, first, count, goals);
            if (!alive[Page(state)] || !problem.IsEnough(goals))
                continue;
            foreach (var (cell, distance) in right)
                if (done[((Page(state) + 1) * stride) + cell] is < Unreached and var before)
                    yield return (state, cell, distance!.Value, before);
        }
    }

    /// <summary>The recipes of a state, the smallest id first.</summary>
    List<Guid> Walk(State state, int cell)
    {
        var list = new List<Guid>();
        for (var item = taken.Length - 1; item >= 0; item--)
        {
            if (taken[item][Page(state)] is not { } bits || (bits[cell / Lane] >> (cell % Lane) & 1) == 0)
                continue;
            var recipe = problem.Items[item];
            list.Add(recipe.Id);
            cell -= Shift(recipe);
            state = new(state.Second - recipe.Second, state.First - recipe.First, state.Count - 1, state.Goals & ~recipe.Goals);
        }
        return list;
    }

    int? Distance(int cell)
    {
        var (know, @do, feel) = Units(cell);
        return problem.Distance(know, @do, feel);
    }

    (int Know, int Do, int Feel) Units(int cell) => (cell / wide / deep, cell / wide % deep, cell % wide);

    int Shift(CompletionItem recipe) => (((recipe.Know * deep) + recipe.Do) * wide) + recipe.Feel;

    int Page(State at) => (((((at.Second * shares) + at.First) * (problem.Most + 1)) + at.Count) * problem.GoalSets) + at.Goals;

    static int Compare(List<Guid> a, List<Guid> b) =>
        a.Zip(b, (x, y) => x.CompareTo(y)).FirstOrDefault(order => order != 0, a.Count - b.Count);

    readonly record struct State(int Second, int First, int Count, int Goals);
}
