using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;
using Nestwerk.Shared.Settings;

namespace Nestwerk.Families.Officer;

/// <summary>Who opens what, for what, and whether a yes is needed.</summary>
public sealed record Opened(Role Role, Purpose Purpose, Basis Basis, IReadOnlyList<(DataClass Class, bool Writes)> Classes, bool Asks);

/// <summary>
/// The folder for the protection officer and for colleagues, to print: what is kept and who sees it, the register, who has access, a
/// draft of the impact assessment, a model agreement. What the code knows is taken from the code; the law is not named in it.
/// </summary>
[Authorize(Policy = Policies.Officer)]
public sealed class FolderModel(NestwerkDb db, OfficerDesk desk, NestwerkOptions options, HouseClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "lang")]
    public string? Lang { get; set; }

    public string Language => Languages.Known(Lang ?? Languages.Current);
    public DateOnly Today => clock.Today;
    public RetentionOptions Terms => options.Retention;
    public IReadOnlyList<string> Houses { get; private set; } = [];

    public IReadOnlyList<RegisterLine> Register { get; } = Officer.Register.Of(db.Model);

    /// <summary>On which law the network rests, a line each.</summary>
    public IReadOnlyList<string> References { get; private set; } = [];

    public IReadOnlyList<Opened> Access { get; } =
    [
        .. AccessPolicy
            .Table.GroupBy(grant => (grant.Role, grant.Purpose, grant.Basis))
            .Select(group => new Opened(
                group.Key.Role,
                group.Key.Purpose,
                group.Key.Basis,
                [.. group.OrderBy(grant => grant.Class).Select(grant => (grant.Class, grant.Writes))],
                group.Any(grant => grant.Asks)
            )),
    ];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var kept = (await db.Set<HouseSettings>().AsNoTracking().SingleOrDefaultAsync(cancel))?.Choices.References;
        References = kept?.In(Language)?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        Houses = await db.Set<Organisation>()
            .Where(house => desk.Houses.Contains(house.Id))
            .Select(house => house.Name)
            .ToListAsync(cancel);
    }
}
