using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;

namespace Nestwerk.Families.Rights;

/// <summary>
/// After a backup came back: erases again whoever was erased since, before anybody can ask for anything. And the other way round, keeps
/// the list outside the database complete.
/// </summary>
public sealed class EraseAgain(IServiceScopeFactory scopes, WriteGate gate, ErasedList list)
{
    const int AtOnce = 500;

    /// <returns>How many families and members were erased once more.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var again = 0;
        foreach (var each in (await PresentAsync(cancel)).OrderBy(each => each.MemberId is not null))
            again += await EraseAsync(each, cancel) ? 1 : 0;
        await KeepAsync(cancel);
        return again;
    }

    /// <summary>Writes down outside the database who was erased in it.</summary>
    /// <returns>How many were new.</returns>
    public async Task<int> KeepAsync(CancellationToken cancel)
    {
        using var scope = scopes.CreateScope();
        var stones = await scope.ServiceProvider.GetRequiredService<NestwerkDb>().Set<Tombstone>().AsNoTracking().ToListAsync(cancel);
        return list.Add(stones);
    }

    /// <summary>Those of the list who are here: as a rule nobody.</summary>
    async Task<IReadOnlyList<Erased>> PresentAsync(CancellationToken cancel)
    {
        using var scope = scopes.CreateScope();
        var services = scope.ServiceProvider;
        var here = new List<Erased>();
        foreach (var some in list.Read().Chunk(AtOnce))
        {
            var ids = some.Select(each => each.MemberId ?? each.FamilyId).ToList();
            var families = services.GetRequiredService<NestwerkDb>().Set<FamilyKey>().Select(key => key.FamilyId);
            var members = services.GetRequiredService<FamilyScope>().For<FamilyMember>(Job.Rights).Select(member => member.Id);
            var found = await families.Where(id => ids.Contains(id)).Union(members.Where(id => ids.Contains(id))).ToListAsync(cancel);
            here.AddRange(some.Where(each => found.Contains(each.MemberId ?? each.FamilyId)));
        }
        return here;
    }

    async Task<bool> EraseAsync(Erased each, CancellationToken cancel)
    {
        using var turn = await gate.EnterAsync(cancel);
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var erasing = scope.ServiceProvider.GetRequiredService<Erasing>();
        var proof = each.MemberId is { } member
            ? await erasing.MemberAsync(await FamilyOfAsync(scope.ServiceProvider, member, cancel), member, null, cancel)
            : await erasing.FamilyAsync(each.FamilyId, null, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return proof is not null;
    }

    /// <summary>In an older copy she may still stand in another family: one that was joined later.</summary>
    static Task<Guid> FamilyOfAsync(IServiceProvider services, Guid member, CancellationToken cancel) =>
        services
            .GetRequiredService<FamilyScope>()
            .For<FamilyMember>(Job.Rights)
            .Where(each => each.Id == member)
            .Select(each => each.FamilyId)
            .FirstOrDefaultAsync(cancel);
}
