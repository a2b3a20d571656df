using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Families.Entering;
using Nestwerk.Shared;

namespace Nestwerk.Families.My;

/// <summary>One of her ways to be reached, opened.</summary>
public sealed record MyChannel(Guid Id, string Value, ChannelState State, string? Times, bool NoMessages);

/// <summary>How she is reached, as she changes it herself. While she is protected only her worker does.</summary>
public sealed class MyChannels(MyDesk desk, FamilyScope families, FamilyDesk family, NestwerkDb db, AuditTrail audit, HouseClock clock)
{
    const int Most = 10;

    public async Task<IReadOnlyList<MyChannel>> ListAsync(FamilySeal seal, CancellationToken cancel)
    {
        var me = desk.Me.MemberId;
        var rows = await families
            .Of<ContactChannel>(desk.Actor, Act.Read, MyDesk.Why)
            .Where(each => each.SubjectId == me && each.EndedAt == null)
            .OrderBy(each => each.MadeAt)
            .ToListAsync(cancel);
        return
        [
            .. rows.Select(each => new MyChannel(
                each.Id,
                each.ValueIn(seal),
                each.StateAt(clock.Utc),
                each.SafeTimesIn(seal),
                each.NoMessagesSince is not null
            )),
        ];
    }

    /// <returns>What is wrong, as the key of a text; null when it was added.</returns>
    public async Task<string?> AddAsync(FamilyMember her, string? typed, FamilySeal seal, CancellationToken cancel)
    {
        var text = Typed.Digits(typed);
        var kind = text.Contains('@', StringComparison.Ordinal) ? ChannelKind.Mail : ChannelKind.Mobile;
        if ((kind == ChannelKind.Mail ? Lookups.Address(text) : Lookups.Number(text)) is null)
            return "my.door.noNumber";
        if ((await ListAsync(seal, cancel)).Count >= Most)
            return "my.details.tooMany";
        var channel = await family.AddChannelAsync(her, kind, text, seal, null, cancel);
        audit.WroteOf(her.FamilyId, "channel.added", channel.Id, DataClasses.Contact);
        return null;
    }

    /// <summary>Changes one that is hers to change.</summary>
    public async Task<bool> ChangeAsync(Guid id, string what, Action<ContactChannel> change, CancellationToken cancel)
    {
        var me = desk.Me.MemberId;
        var channel = await families
            .Of<ContactChannel>(desk.Actor, Act.Write, MyDesk.Why)
            .SingleOrDefaultAsync(each => each.Id == id && each.SubjectId == me && each.EndedAt == null, cancel);
        if (channel is null)
            return false;
        change(channel);
        if (channel.EndedAt is not null)
            await db.Set<FamilyLookup>().Where(each => each.OfId == id).ExecuteDeleteAsync(cancel);
        audit.WroteOf(channel.FamilyId, what, id, DataClasses.Contact);
        return true;
    }
}
