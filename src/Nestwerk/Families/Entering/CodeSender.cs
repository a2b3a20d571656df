using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Families.Sending;
using Nestwerk.Shared;

namespace Nestwerk.Families.Entering;

/// <summary>Says that somebody asked for a code.</summary>
public sealed class CodeBell : IDisposable
{
    readonly SemaphoreSlim rung = new(0, 1);

    public void Ring()
    {
        try
        {
            rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel) => rung.WaitAsync(atMost, cancel);

    public void Dispose() => rung.Dispose();
}

/// <summary>Looks up whose number was typed and sends the code, outside the request: the door answers the same, and as fast, for everybody.</summary>
[ByItself(Touches.AnswersHer)]
public sealed partial class CodeSender(IServiceScopeFactory scopes, WriteGate gate, CodeBell bell, ILogger<CodeSender> log)
    : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                await bell.WaitAsync(Pause, stoppingToken);
                await RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is DbUpdateException or DbException or UnavailableException or CryptographicException)
            {
                Stopped(log, error.GetType().Name);
            }
    }

    /// <summary>Sends every code that is waited for.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        using var turn = await gate.EnterAsync(cancel);
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        var now = scope.ServiceProvider.GetRequiredService<HouseClock>().Utc;
        var codes = scope.ServiceProvider.GetRequiredService<Codes>();
        var waiting = await db.Set<Entry>()
            .Where(entry => entry.LookedUpAt == null && entry.MutedAt == null && entry.EndedAt == null && entry.Until > now)
            .OrderBy(entry => entry.At)
            .Select(entry => entry.Id)
            .Take(50)
            .ToListAsync(cancel);
        foreach (var id in waiting)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            if (await ClaimAsync(db, id, now, cancel) is not { } entry)
                continue;
            entry.LookedUp(await codes.SendAsync(entry, cancel), now);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
    }

    /// <summary>Of several instances one takes it.</summary>
    static async Task<Entry?> ClaimAsync(NestwerkDb db, Guid id, DateTime now, CancellationToken cancel) =>
        await db.Set<Entry>()
            .Where(entry => entry.Id == id && entry.LookedUpAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.LookedUpAt, now), cancel) == 1
            ? await db.Set<Entry>().SingleAsync(entry => entry.Id == id, cancel)
            : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Codes for parents wait: {Error}")]
    private static partial void Stopped(ILogger logger, string error);
}

/// <summary>Decides whether a code may go to what was typed, and hands it on.</summary>
public sealed class Codes(NestwerkDb db, FamilyScope families, Entries entries, Messages messages, HouseClock clock)
{
    /// <returns>The hash of the code that was sent; null when there is nobody it may go to.</returns>
    public async Task<byte[]?> SendAsync(Entry entry, CancellationToken cancel)
    {
        var whose = await entries.WhoseAsync(entry, cancel);
        if (await ChannelAsync(whose, cancel) is not { } channel)
            return null;
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
        return await messages.SendAsync(channel, Message.SignInCode(code), cancel) == Verdict.Send
            ? await entries.HashAsync(entry.Id, code, cancel)
            : null;
    }

    /// <summary>
    /// The first on which a message may be left. Without a PIN the code alone lets her make one, so then the channel must be hers
    /// alone and confirmed. A protected person gets none: through her worker.
    /// </summary>
    async Task<ContactChannel?> ChannelAsync(IReadOnlyList<Found> whose, CancellationToken cancel)
    {
        foreach (var found in whose)
        {
            var channel = await families
                .For<ContactChannel>(Job.SignIn)
                .SingleOrDefaultAsync(each => each.FamilyId == found.FamilyId && each.Id == found.OfId, cancel);
            if (channel is null || channel.NoMessagesSince is not null || await IsProtectedAsync(found, cancel))
                continue;
            var state = channel.StateAt(clock.Utc);
            var hasPin = await db.Set<ParentPin>().AnyAsync(pin => pin.FamilyId == found.FamilyId && pin.Id == found.MemberId, cancel);
            if (hasPin ? state is not (ChannelState.Stopped or ChannelState.Wrong) : state == ChannelState.Confirmed && whose.Count == 1)
                return channel;
        }
        return null;
    }

    Task<bool> IsProtectedAsync(Found found, CancellationToken cancel)
    {
        var now = clock.Utc;
        return db.Set<Protection>()
            .AnyAsync(
                each =>
                    each.FamilyId == found.FamilyId
                    && each.MemberId == found.MemberId
                    && each.From <= now
                    && (each.Until == null || now < each.Until),
                cancel
            );
    }
}
