using Nestwerk.Access;
using Nestwerk.Data;

namespace Nestwerk.Families.Entering;

/// <summary>
/// She types her PIN once more before something that cannot be turned back. In a transaction of its own: a wrong one counts, whatever
/// becomes of the rest.
/// </summary>
public sealed class PinAgain(NestwerkDb db, WriteGate gate, Pins pins, Actor actor)
{
    Membership Me => actor.Parent!;

    /// <summary>Whether she has one that is not shut.</summary>
    public async Task<bool> CanAsync(CancellationToken cancel) =>
        await pins.FindAsync(Me.FamilyId, Me.MemberId, cancel) is { IsShut: false };

    /// <returns>Whether it was hers, and was done.</returns>
    public async Task<bool> DoAsync(string? typed, Func<Task<bool>> act, CancellationToken cancel)
    {
        using var turn = await gate.EnterAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var isHers = await pins.TryAsync([new(Me.FamilyId, Me.MemberId, Me.MemberId)], typed, cancel) is not null;
        var done = isHers && await act();
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return done;
    }
}
