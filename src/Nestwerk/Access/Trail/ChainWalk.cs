namespace Nestwerk.Access.Trail;

/// <summary>One walk along the chain, from its first row to its last. Pure: rows in, problems out.</summary>
/// <param name="key">Null when it is not there.</param>
/// <param name="expected">The heads that must be on the way.</param>
public sealed class ChainWalk(byte[]? key, IReadOnlyCollection<KeptHead> expected)
{
    readonly ILookup<long, ChainHead> heads = expected
        .Where(kept => kept.Head.Sequence > 0)
        .Select(kept => kept.Head)
        .ToLookup(head => head.Sequence);

    public ChainHead Head { get; private set; } = ChainHead.Start;
    public long Rows { get; private set; }
    public int HeadsHeld { get; private set; }
    public List<AuditProblem> Problems { get; } = [];

    public void Step(AuditRow row) => Step(row, row.Sequence!.Value);

    /// <param name="row">Null when it cannot be read.</param>
    /// <param name="place">Where it stands.</param>
    public void Step(AuditRow? row, long place)
    {
        Rows++;
        var follows = place == Head.Sequence + 1;
        if (!follows)
            Say(AuditFault.Missing, place);
        if (key is null)
            Say(AuditFault.KeyGone, 0);
        else if (row?.Seal is null || (follows && !Head.IsBefore(row, key)))
            Say(AuditFault.Changed, place);
        foreach (var head in heads[place])
        {
            HeadsHeld++;
            if (!head.Is(place, row?.Seal))
                Say(AuditFault.Rewritten, place);
        }
        Head = new(place, row?.Seal ?? []);
    }

    /// <summary>There are no more rows.</summary>
    public void End()
    {
        foreach (var beyond in heads.Where(group => group.Key > Head.Sequence))
            Say(AuditFault.Cut, beyond.Key);
        if (key is null && expected.Count > 0)
            Say(AuditFault.KeyGone, 0);
    }

    public void Say(AuditFault fault, long place) => Problems.Add(new(fault, place));
}

static class Following
{
    /// <summary>Whether this row was sealed right after that head.</summary>
    public static bool IsBefore(this ChainHead head, AuditRow row, byte[] key) =>
        AuditChain.Seal(row, head.Sequence + 1, head.Seal, key).AsSpan().SequenceEqual(row.Seal);
}
