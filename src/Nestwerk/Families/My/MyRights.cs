using Nestwerk.Access;
using Nestwerk.Families.Rights;
using Nestwerk.Shared;

namespace Nestwerk.Families.My;

/// <summary>
/// What she asks as is her right, as she asks it herself. A worker writes down the same with her. While she is protected only her worker
/// does: somebody else may have her phone.
/// </summary>
public sealed class MyRights(MyDesk desk, RequestDesk requests, Extracts extracts, HouseClock clock)
{
    /// <summary>So many stand on her page.</summary>
    const int Most = 10;

    Membership Me => desk.Me;

    public async Task<bool> MayAskAsync(CancellationToken cancel) =>
        await desk.HerAsync(cancel) is { } her && await desk.MayChangeAsync(her, cancel);

    /// <summary>What she asked, the newest first.</summary>
    public async Task<IReadOnlyList<SubjectRequest>> ListAsync(CancellationToken cancel) =>
        [.. (await requests.ListAsync(Me.FamilyId, cancel)).Where(each => each.SubjectId == Me.MemberId).Take(Most)];

    /// <summary>Asks for what is not asked yet. Everything about her is the whole family where nobody else stands on her own in it.</summary>
    /// <returns>False when she may not ask here.</returns>
    public async Task<bool> AskAsync(Right right, CancellationToken cancel)
    {
        if (!await MayAskAsync(cancel))
            return false;
        if ((await ListAsync(cancel)).Any(each => each.Right == right && IsWaitedFor(each)))
            return true;
        var about = right == Right.Erasure ? (Guid?)null : Me.MemberId;
        return await requests.AskAsync(Me.FamilyId, new(Me.MemberId, right, about, null), cancel) is not null;
    }

    /// <returns>False when it is not hers, or she may not stop it here.</returns>
    public async Task<bool> StopAsync(Guid id, CancellationToken cancel) =>
        await requests.ChangeAsync(Me.FamilyId, id, cancel) is { } request && requests.Cancel(request);

    /// <param name="language">The language of the House that is nearest to hers.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Null when none lies ready.</returns>
    public async Task<Extract?> CopyAsync(string language, CancellationToken cancel) =>
        await MayAskAsync(cancel) && (await ListAsync(cancel)).Any(each => each.LiesReady(clock.Utc))
            ? await extracts.OfAsync(Me.FamilyId, Me.MemberId, language, null, cancel)
            : null;

    /// <summary>Asked and not over, or done and still to be read: no need to ask again.</summary>
    public bool IsWaitedFor(SubjectRequest request) => request.IsOpen || request.LiesReady(clock.Utc);

    /// <summary>
    /// How it stands, as the last part of a text. Why one waits for somebody is not said: it may be for the safety of another.
    /// </summary>
    public string StateOf(SubjectRequest request) =>
        request.CancelledAt is not null ? "stopped"
        : request.LiesReady(clock.Utc) ? "ready"
        : request.DoneAt is not null ? "done"
        : request.CanClockDoIt && !request.IsDue(clock.Utc) ? "due"
        : "waits";
}
