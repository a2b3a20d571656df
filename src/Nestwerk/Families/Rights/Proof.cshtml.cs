using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

/// <summary>The proof of an erasure: for who did it, to hand over, and for the officer of that organisation.</summary>
[Authorize(Policy = Policies.Staff), About(Subject.Work)]
public sealed class ProofModel(NestwerkDb db, Actor actor, KeyRing ring, FamilyTables tables, T t) : PageModel
{
    /// <summary>How long a key stays after it was replaced: as long as a backup opens.</summary>
    const int KeyDays = 30;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ErasureProof Proof { get; private set; } = null!;
    public string House { get; private set; } = "";

    /// <summary>What went, as the register calls it; a table that is no more keeps its own name.</summary>
    public IEnumerable<(string What, int Rows)> Gone =>
        from line in Proof.Lines
        let type = tables.All.FirstOrDefault(each => each.Name == line.Table)?.Type.Name
        select (type is null ? line.Table : t[$"register.name.{type}"], line.Rows);

    public bool IsOfficer => actor.Is(Role.ProtectionOfficer);

    /// <summary>The day on which the last copy can still be opened; null while the keys of that day still seal.</summary>
    public DateTime? CopiesUntil { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var hers = actor.Posts.Where(post => post.Role == Role.ProtectionOfficer).Select(post => post.OrganisationId).ToList();
        var me = actor.PersonId;
        var proof = await db.Set<ErasureProof>()
            .AsNoTracking()
            .SingleOrDefaultAsync(each => each.Id == Id && (each.By == me || hers.Contains(each.ControllerId)), cancel);
        if (proof is null)
            return NotFound();
        Proof = proof;
        House =
            await db.Set<Organisation>()
                .Where(house => house.Id == proof.ControllerId)
                .Select(house => house.Name)
                .FirstOrDefaultAsync(cancel)
            ?? "";
        CopiesUntil = LastDay(proof, ring.Epochs());
        return Page();
    }

    /// <summary>The newest key of that day decides: thirty days after the next took its place it is destroyed.</summary>
    public static DateTime? LastDay(ErasureProof proof, IReadOnlyList<Epoch> epochs)
    {
        var newest = proof.Keys.Split(',')[^1];
        var next = epochs.FirstOrDefault(epoch => StringComparer.Ordinal.Compare(epoch.Id, newest) > 0);
        return next is null ? null : next.Made.AddDays(KeyDays);
    }
}
