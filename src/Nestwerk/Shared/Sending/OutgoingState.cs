using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;

namespace Nestwerk.Shared.Sending;

/// <summary>How many of one kind stand where. Counts only: what a message says, and to whom, is nobody's business here.</summary>
/// <param name="Failing">Tried, did not leave, will be tried again.</param>
/// <param name="Sent">In the last thirty days.</param>
/// <param name="GivenUp">In the last thirty days.</param>
public sealed record OutgoingCounts(string Kind, int Waiting, int Failing, int Sent, int GivenUp);

/// <summary>For whoever looks after the instance: how one kind of message stands, and what can be done about it.</summary>
public interface IOutgoingState
{
    Task<OutgoingCounts> CountAsync(CancellationToken cancel);

    /// <summary>Tries what failed in the next round instead of later.</summary>
    Task TryNowAsync(CancellationToken cancel);

    /// <summary>Gives up what failed; somebody calls instead where that is the rule.</summary>
    Task GiveUpAsync(CancellationToken cancel);
}

sealed class OutgoingState<TRow>(NestwerkDb db, IPost<TRow> post, TimeProvider time) : IOutgoingState
    where TRow : Outgoing
{
    const int AtOnce = 1000;
    const string ByHand = "by hand";

    IQueryable<TRow> Failing => db.Set<TRow>().Where(row => row.SentAt == null && row.GivenUpAt == null && row.Tries > 0);

    public async Task<OutgoingCounts> CountAsync(CancellationToken cancel)
    {
        var rows = db.Set<TRow>();
        return new(
            typeof(TRow).Name,
            await rows.CountAsync(row => row.SentAt == null && row.GivenUpAt == null && row.Tries == 0, cancel),
            await Failing.CountAsync(cancel),
            await rows.CountAsync(row => row.SentAt != null, cancel),
            await rows.CountAsync(row => row.GivenUpAt != null, cancel)
        );
    }

    public Task TryNowAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return Failing.Where(row => row.LeasedBy == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.NextTryAt, now), cancel);
    }

    public async Task GiveUpAsync(CancellationToken cancel)
    {
        foreach (var row in await Failing.Where(row => row.LeasedBy == null).Take(AtOnce).ToListAsync(cancel))
        {
            row.GiveUp(ByHand, time.GetUtcNow().UtcDateTime);
            await post.GaveUpAsync(row, cancel);
        }
    }
}
