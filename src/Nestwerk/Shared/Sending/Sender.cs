using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;

namespace Nestwerk.Shared.Sending;

/// <summary>Sends what waits of one kind, one after another. What fails is tried again later; what was in a killed sender's hand, too.</summary>
public sealed partial class Sender<TRow>(IServiceScopeFactory scopes, WriteGate gate, TimeProvider time, ILogger<Sender<TRow>> log)
    where TRow : Outgoing
{
    /// <summary>Longer than a try can last, clocks that differ by a minute included.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>One round: leases what is due and sends it.</summary>
    /// <returns>How many left.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        using var scope = scopes.CreateScope();
        if (!scope.ServiceProvider.GetRequiredService<IPost<TRow>>().IsOpen)
            return 0;
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        var (round, sent) = (Ids.New(), 0);
        if (await TakeAsync(db, round, cancel) == 0)
            return 0;
        while (!cancel.IsCancellationRequested && await NextAsync(round, cancel) is { } left)
            sent += left ? 1 : 0;
        await SweepAsync(db, cancel);
        return sent;
    }

    async Task<int> TakeAsync(NestwerkDb db, Guid round, CancellationToken cancel)
    {
        using var turn = await gate.EnterAsync(cancel);
        return await OutgoingLeases.TakeAsync<TRow>(db, round, Now, Lease, cancel);
    }

    /// <returns>Whether the next row of this round left; null when the round is over.</returns>
    async Task<bool?> NextAsync(Guid round, CancellationToken cancel)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        var row = await db.Set<TRow>().Where(each => each.LeasedBy == round).OrderBy(each => each.NextTryAt).FirstOrDefaultAsync(cancel);
        if (row is null || row.LeasedUntil <= Now)
            return null;
        var post = scope.ServiceProvider.GetRequiredService<IPost<TRow>>();
        try
        {
            await HandleAsync(row, post, db, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false; // Another took it in the meantime: it is theirs now.
        }
        return row.SentAt is not null;
    }

    async Task HandleAsync(TRow row, IPost<TRow> post, NestwerkDb db, CancellationToken cancel)
    {
        switch (await post.PrepareAsync(row, cancel))
        {
            case Step.Go go:
                await TryAsync(row, go, db, cancel);
                break;
            case Step.Later later:
                row.Wait(later.Until);
                break;
            case Step.Drop drop:
                row.GiveUp(drop.Why, Now);
                break;
        }
        if (row.GivenUpAt is not null)
            await post.GaveUpAsync(row, cancel);
        await KeepAsync(db, cancel);
    }

    /// <summary>Kept before the try and after it: who finds the row in between knows that it may have left.</summary>
    async Task TryAsync(TRow row, Step.Go go, NestwerkDb db, CancellationToken cancel)
    {
        var wasUnsure = row.UnsureSince is not null;
        row.Begin(Now, Lease);
        await KeepAsync(db, cancel);
        using var patience = new CancellationTokenSource(Patience);
        if (wasUnsure && await go.Channel.WasTakenAsync(go.Parcel, patience.Token) == true)
        {
            row.Sent(Now);
            return;
        }
        var answer = await go.Channel.SendAsync(go.Parcel, patience.Token);
        if (answer.Answer == Answer.Taken)
            row.Sent(Now);
        else if (answer.Answer == Answer.Never)
            row.GiveUp(answer.Trouble, Now);
        else
            row.Failed(answer.Trouble, answer.Answer == Answer.Unknown, Now);
        if (row.SentAt is null)
            Failed(log, typeof(TRow).Name, row.Tries, row.Trouble);
    }

    async Task KeepAsync(NestwerkDb db, CancellationToken cancel)
    {
        using var turn = await gate.EnterAsync(cancel);
        await db.SaveChangesAsync(cancel);
    }

    async Task SweepAsync(NestwerkDb db, CancellationToken cancel)
    {
        var before = Now - KeptFor;
        using var turn = await gate.EnterAsync(cancel);
        await db.Set<TRow>().Where(row => row.SentAt < before || row.GivenUpAt < before).ExecuteDeleteAsync(cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "One {Kind} could not be sent (try {Try}): {Trouble}")]
    private static partial void Failed(ILogger logger, string kind, int @try, string? trouble);
}
