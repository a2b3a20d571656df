using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Families;
using Nestwerk.Shared;

namespace Nestwerk.Bench.Contenders;

/// <summary>
/// The caseload as it would be if names stood open in their column: the same door, policy filter, order, markup and audit in the same
/// house. Only no key is asked for, and nothing is opened.
/// </summary>
[Authorize(Policy = Policies.Families), OwnTransactions]
public sealed class PlainCaseloadModel(NestwerkDb db, FamilyScope scope, CaseloadReading caseload, Actor actor, AuditTrail audit)
    : PageModel
{
    public const string Address = "/bench/plain-caseload";
    const int PageSize = 25;
    const int MostMembers = 12_000;

    public bool Cares { get; } = Standing.Cares(actor);
    public IReadOnlyList<CaseloadRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Rows = [.. (await ReadAsync(cancel)).Take(PageSize)];
        await audit.ReadAsync("families.listed", Rows.Select(row => row.FamilyId), DataClasses.Contact, cancel);
    }

    async Task<IReadOnlyList<CaseloadRow>> ReadAsync(CancellationToken cancel)
    {
        List<FamilyMember> members = [];
        var near = caseload.Near();
        foreach (var purpose in Standing.Of(actor))
            members.AddRange(
                await scope
                    .Of<FamilyMember>(actor, Act.Read, purpose)
                    .AsNoTracking()
                    .Where(member => near.Contains(member.FamilyId))
                    .Where(member => member.LeftAt == null)
                    .Take(MostMembers + 1)
                    .ToListAsync(cancel)
            );
        var families = members.DistinctBy(member => member.Id).GroupBy(member => member.FamilyId).ToList();
        var ids = families.ConvertAll(family => family.Key);
        var quiet = await db.Set<Quiet>()
            .Where(each => each.ReopenedAt == null && ids.Contains(each.FamilyId))
            .Select(each => each.FamilyId)
            .ToListAsync(cancel);
        return
        [
            .. families
                .Select(family => Row(OpenFamily.Ordered(family), [.. quiet]))
                .OrderBy(row => Folding.Fold(row.Name), StringComparer.Ordinal)
                .ThenBy(row => row.FamilyId),
        ];
    }

    static CaseloadRow Row(IReadOnlyList<FamilyMember> members, HashSet<Guid> quiet)
    {
        var names = members.ToDictionary(member => member.Id, NameOf);
        var called = members.Where(member => member.IsParent).DefaultIfEmpty(members[0]).ToList();
        var others = members.Except(called).ToList();
        return new(
            members[0].FamilyId,
            string.Join(", ", called.Select(member => names[member.Id]).Where(name => name.Length > 0)),
            others,
            called[0].Language,
            quiet.Contains(members[0].FamilyId),
            true
        )
        {
            OtherNames = others.ToDictionary(member => member.Id, member => names[member.Id]),
        };
    }

    /// <summary>These rows were filled with words where the others hold what is sealed.</summary>
    static string NameOf(FamilyMember member) => Encoding.UTF8.GetString(member.Name.Box);
}
