using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;

namespace Nestwerk.Families;

/// <summary>Keeps what finds a family in step with what stands in it.</summary>
public sealed class KeptLookups(NestwerkDb db, Lookups lookups)
{
    /// <summary>After a name or a month changed: the old sound finds nobody any more.</summary>
    public async Task RenewAsync(FamilyMember member, FamilySeal seal, CancellationToken cancel)
    {
        await ForgetAsync(member.FamilyId, member.Id, cancel);
        if (member is { Month: { } month, Kin: not Kin.Unborn } && member.NameIn(seal) is { Length: > 0 } name)
            await lookups.AddAsync(member, member.Id, LookupKind.NameAndMonth, Lookups.NameAndMonth(name, month), cancel);
    }

    /// <summary>A number or a name that is not hers any more finds nobody.</summary>
    /// <param name="family">Whose.</param>
    /// <param name="of">The channel, or the member for her name.</param>
    public async Task ForgetAsync(Guid family, Guid of, CancellationToken cancel) =>
        db.RemoveRange(await db.Set<FamilyLookup>().Where(row => row.FamilyId == family && row.OfId == of).ToListAsync(cancel));
}
