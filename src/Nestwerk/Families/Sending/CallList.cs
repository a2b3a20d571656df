using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Sending;

/// <summary>One family that is to be called, as whoever stands beside her sees it.</summary>
/// <param name="Number">Null when the channel is gone.</param>
public sealed record Call(CallTask Task, string Name, string? Number, string? Via, string? SafeTimes);

/// <summary>Who is to be called because a message could not or may not be sent: of the families she stands beside, the quiet ones never.</summary>
public sealed class CallList(FamilyScope families, FamilyKeys keys, QuietFamilies quiet, Actor actor, AuditTrail audit, HouseClock clock)
{
    const int Most = 100;
    static readonly Purpose[] Purposes = [Purpose.CoordinateTrajectory, Purpose.DeliverGroup];

    public async Task<int> CountAsync(CancellationToken cancel) => (await OpenAsync(cancel)).Count;

    /// <summary>The oldest first.</summary>
    public async Task<IReadOnlyList<Call>> ListAsync(CancellationToken cancel)
    {
        var open = await OpenAsync(cancel);
        var ids = open.Select(task => task.FamilyId).Distinct().ToList();
        var seals = await keys.OfAsync(ids, cancel);
        var members = await HersAsync<FamilyMember>(ids, cancel);
        var channels = await HersAsync<ContactChannel>(ids, cancel);
        return [.. open.Where(task => seals.ContainsKey(task.FamilyId)).Select(CallOf)];

        Call CallOf(CallTask task)
        {
            var (seal, channel) = (seals[task.FamilyId], channels.GetValueOrDefault(task.ChannelId));
            var name = task.SubjectId is { } id && members.TryGetValue(id, out var member) ? member.NameIn(seal) : "";
            return new(task, name, channel?.ValueIn(seal), channel?.ViaIn(seal), channel?.SafeTimesIn(seal));
        }
    }

    /// <returns>False when it is not hers, or done already.</returns>
    public async Task<bool> DoneAsync(Guid family, Guid call, CancellationToken cancel)
    {
        foreach (var purpose in Purposes)
            if (
                await families
                    .Of<CallTask>(actor, Act.Read, purpose)
                    .SingleOrDefaultAsync(task => task.FamilyId == family && task.Id == call && task.DoneAt == null, cancel) is
                { } found
            )
            {
                found.Done(actor.PersonId, clock.Utc);
                audit.WroteOf(family, "call.done", call, DataClasses.Contact);
                return true;
            }
        return false;
    }

    async Task<List<CallTask>> OpenAsync(CancellationToken cancel)
    {
        var found = new List<CallTask>();
        foreach (var purpose in Purposes)
            found.AddRange(
                await quiet
                    .Filter(families.Of<CallTask>(actor, Act.Read, purpose).Where(task => task.DoneAt == null))
                    .AsNoTracking()
                    .OrderBy(task => task.MadeAt)
                    .Take(Most)
                    .ToListAsync(cancel)
            );
        return [.. found.DistinctBy(task => task.Id).OrderBy(task => task.MadeAt)];
    }

    async Task<Dictionary<Guid, TRow>> HersAsync<TRow>(List<Guid> ids, CancellationToken cancel)
        where TRow : class, IFamilyRow
    {
        var found = new Dictionary<Guid, TRow>();
        foreach (var purpose in Purposes)
        foreach (
            var row in await families
                .Of<TRow>(actor, Act.Read, purpose)
                .Where(row => ids.Contains(row.FamilyId))
                .AsNoTracking()
                .ToListAsync(cancel)
        )
            found.TryAdd(row.Id, row);
        return found;
    }
}
