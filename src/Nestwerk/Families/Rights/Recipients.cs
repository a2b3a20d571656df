using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

/// <summary>Finds to whom something of a family was shared, and leaves each a task: look at your own papers.</summary>
public sealed class Recipients(NestwerkDb db, HouseClock clock)
{
    static readonly DataClass[] Shareable =
    [
        DataClass.Contact,
        DataClass.Attendance,
        DataClass.Needs,
        DataClass.Care,
        DataClass.Confidential,
    ];

    /// <summary>Everybody who can read this class now, in the running transaction.</summary>
    public async Task CorrectedAsync(Guid family, Guid? member, DataClass data, CancellationToken cancel)
    {
        var now = clock.Utc;
        var shares = await SharesAsync(family, member, [data], cancel);
        Tell(MendingKind.Corrected, family, shares.Where(share => share.Until is null || now < share.Until));
    }

    /// <summary>Everybody who ever could read something, in the running transaction; before the facts go.</summary>
    public async Task ErasedAsync(Guid family, Guid? member, CancellationToken cancel) =>
        Tell(MendingKind.Erased, family, await SharesAsync(family, member, Shareable, cancel));

    void Tell(MendingKind kind, Guid family, IEnumerable<Share> shares) =>
        db.AddRange(
            shares
                .GroupBy(share => (share.Holder, share.HolderId, share.Class))
                .Select(group => new Mending
                {
                    Id = Ids.New(),
                    OfFamily = family,
                    Kind = kind,
                    For = group.Key.Holder,
                    ForId = group.Key.HolderId,
                    Class = group.Key.Class,
                    SharedAt = group.Min(share => share.From),
                    At = clock.Utc,
                })
        );

    async Task<List<Share>> SharesAsync(Guid family, Guid? member, IReadOnlyList<DataClass> classes, CancellationToken cancel)
    {
        var consents = await db.Set<Consent>().Where(yes => yes.FamilyId == family).ToListAsync(cancel);
        var relations = await db.Set<Relation>().Where(each => each.FamilyId == family && each.Basis != Basis.Case).ToListAsync(cancel);
        return
        [
            .. from yes in consents
            where (member is null || yes.MemberId == member) && classes.Contains(yes.Class)
            select new Share(yes.Recipient, yes.RecipientId, yes.Class, yes.From, yes.Until),
            .. from each in relations
            where member is null || each.MemberId is null || each.MemberId == member
            from data in classes
            where data is DataClass.Contact or DataClass.Attendance or DataClass.Needs
            where (each.Classes & data.Flag()) != DataClasses.None
            select new Share(each.Holder, each.HolderId, data, each.From, each.Until),
        ];
    }

    sealed record Share(Holder Holder, Guid HolderId, DataClass Class, DateTime From, DateTime? Until);
}
