using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Sending;

/// <summary>Gathers what <see cref="ContactRules"/> must know of a channel now. What the running transaction added counts.</summary>
public sealed class ContactFacts(NestwerkDb db, QuietFamilies quiet, HouseClock clock)
{
    public async Task<ContactView> OfAsync(
        ContactChannel channel,
        MessageTemplate template,
        DateTime until,
        FamilyMessage? own,
        CancellationToken cancel
    )
    {
        var now = clock.Utc;
        return new()
        {
            Kind = channel.Kind,
            State = channel.StateAt(now),
            TakesNoMessages = channel.NoMessagesSince is not null,
            IsProtected = await IsProtectedAsync(channel, now, cancel),
            IsQuiet = await IsQuietAsync(channel.FamilyId, cancel),
            IsRestricted = await IsRestrictedAsync(channel, now, cancel),
            IsUnsure = own?.UnsureSince is not null,
            WasAskedToday = template == MessageTemplate.ConfirmNumber && await WasAskedTodayAsync(channel, own?.Id, now, cancel),
            SentLately = await SentLatelyAsync(channel, template, own?.Id, now, cancel),
            Time = TimeOnly.FromDateTime(clock.Local(now)),
            Left = until - now,
        };
    }

    async Task<bool> IsProtectedAsync(ContactChannel channel, DateTime now, CancellationToken cancel) =>
        await db.Set<Protection>()
            .AnyAsync(
                each =>
                    each.FamilyId == channel.FamilyId
                    && (channel.SubjectId == null || each.MemberId == channel.SubjectId)
                    && (each.Until == null || each.Until > now),
                cancel
            ) || db.Set<Protection>().Local.Any(each => each.FamilyId == channel.FamilyId && (each.Until is null || each.Until > now));

    async Task<bool> IsQuietAsync(Guid family, CancellationToken cancel) =>
        await quiet.IsQuietAsync(family, cancel) || db.Set<Quiet>().Local.Any(each => each.FamilyId == family && each.ReopenedAt is null);

    Task<bool> IsRestrictedAsync(ContactChannel channel, DateTime now, CancellationToken cancel) =>
        db.Set<Restriction>()
            .AnyAsync(
                each =>
                    each.FamilyId == channel.FamilyId
                    && (channel.SubjectId == null || each.MemberId == null || each.MemberId == channel.SubjectId)
                    && (each.Until == null || each.Until > now),
                cancel
            );

    /// <summary>Phones are shared and recycled: every channel with this number counts, whichever family has it.</summary>
    async Task<bool> WasAskedTodayAsync(ContactChannel channel, Guid? own, DateTime now, CancellationToken cancel)
    {
        var hashes = db.Set<FamilyLookup>()
            .Where(row => row.FamilyId == channel.FamilyId && row.OfId == channel.Id)
            .Select(row => row.Hash);
        var same = db.Set<FamilyLookup>().Where(row => hashes.Contains(row.Hash)).Select(row => row.OfId);
        return await Lately(now)
                .AnyAsync(
                    row =>
                        row.Template == MessageTemplate.ConfirmNumber
                        && row.Id != own
                        && (row.ChannelId == channel.Id || same.Contains(row.ChannelId)),
                    cancel
                )
            || db.Set<FamilyMessage>()
                .Local.Any(row => row.Template == MessageTemplate.ConfirmNumber && row.ChannelId == channel.Id && row.Id != own);
    }

    /// <summary>Codes are counted apart: she asks for those herself.</summary>
    Task<int> SentLatelyAsync(ContactChannel channel, MessageTemplate template, Guid? own, DateTime now, CancellationToken cancel)
    {
        var isCode = template == MessageTemplate.SignInCode;
        return Lately(now)
            .CountAsync(
                row =>
                    row.FamilyId == channel.FamilyId
                    && row.ChannelId == channel.Id
                    && row.Id != own
                    && (row.Template == MessageTemplate.SignInCode) == isCode,
                cancel
            );
    }

    IQueryable<FamilyMessage> Lately(DateTime now)
    {
        var since = now.AddDays(-1);
        return db.Set<FamilyMessage>().Where(row => row.MadeAt > since && row.GivenUpAt == null);
    }
}
