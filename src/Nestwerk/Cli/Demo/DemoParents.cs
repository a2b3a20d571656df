using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Families;
using Nestwerk.Families.Entering;

namespace Nestwerk.Cli.Demo;

/// <summary>An invented parent whose page a visitor of the demo may open.</summary>
public sealed record DemoParent(Guid Id, string Name, Kin Kin, string Language);

/// <summary>A few of the invented parents, in as many languages as there are.</summary>
public sealed class DemoParents(NestwerkDb db, WriteGate gate, FamilyScope families, FamilyKeys keys, ParentSessions sessions, Pins pins)
{
    /// <summary>Of every invented parent.</summary>
    public const string Pin = "482913";
    const int EachLanguage = 2;

    IQueryable<FamilyMember> Grown =>
        families.For<FamilyMember>(Job.Demo).Where(each => each.LeftAt == null && each.Kin != Kin.Child && each.Kin != Kin.Unborn);

    public async Task<IReadOnlyList<DemoParent>> ListAsync(CancellationToken cancel)
    {
        var some = (await Grown.OrderBy(each => each.MadeAt).ThenBy(each => each.Id).ToListAsync(cancel))
            .GroupBy(each => each.Language)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(group => group.Take(EachLanguage))
            .ToList();
        var seals = await keys.OfAsync([.. some.Select(each => each.FamilyId)], cancel);
        return
        [
            .. some.Where(each => seals.ContainsKey(each.FamilyId))
                .Select(each => new DemoParent(each.Id, each.NameIn(seals[each.FamilyId]), each.Kin, each.Language)),
        ];
    }

    /// <returns>False when there is no such parent.</returns>
    public async Task<bool> BeAsync(Guid member, HttpContext http, CancellationToken cancel)
    {
        if (await Grown.SingleOrDefaultAsync(each => each.Id == member, cancel) is not { } her)
            return false;
        using var turn = await gate.EnterAsync(cancel);
        await sessions.BeginAsync(http, her.FamilyId, her.Id);
        if (await pins.FindAsync(her.FamilyId, her.Id, cancel) is null)
            await pins.MakeAsync(her.FamilyId, her.Id, Pin, null, cancel);
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
