using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Reaching;

/// <summary>Another way to reach one of the family: her own, borrowed, or through somebody.</summary>
[Authorize(Policy = Policies.Families), About(Subject.Family)]
public sealed class NewChannelModel(FamilyReading reading, AuditTrail audit, HouseClock clock, Arrivals arrivals, T t)
    : ChannelPage(reading, audit, clock)
{
    /// <summary>The member.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public IReadOnlyList<SelectListItem> Kinds =>
        [.. Enum.GetValues<ChannelKind>().Select(kind => new SelectListItem(t[$"channel.kind.{kind}"], $"{kind}"))];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(DataClasses.Contact, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        var value = Clean(Input.Value);
        if (!ModelState.Takes(t, [.. FamilyRules.Reached(Input.Kind, value, nameof(Input.Value)), .. TimesProblems(), .. WordProblems()]))
            return Page();
        var reach = new Reach(
            Input.Kind,
            value,
            Input.Via?.Trim(),
            Input.SafeTimes?.Trim(),
            Input.NoMessages || Safe is not null,
            Input.Confirmed
        );
        await arrivals.ReachAsync(Member, reach, Open.Seal, cancel);
        return Redirect(Links.Family(Family));
    }

    protected override async Task<bool> FindMoreAsync(CancellationToken cancel)
    {
        if (Open.Member(Id) is not { } member)
            return false;
        await ProtectAsync(member, cancel);
        return true;
    }
}
