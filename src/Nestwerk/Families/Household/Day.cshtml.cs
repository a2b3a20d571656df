using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Families.Known;
using Nestwerk.Shared;

namespace Nestwerk.Families.Household;

/// <summary>The full day of birth, or of the due date: kept only where something needs it, and forgotten as easily.</summary>
[Authorize(Policy = Policies.Families), About(Subject.Family)]
public sealed class DayModel(FamilyReading reading, AuditTrail audit, KeptLookups lookups, T t) : FamilyForm(reading, audit)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    public FamilyMember Member { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(DataClasses.Contact, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        if (!ModelState.Takes(t, Day is { Year: >= 1900 and <= 2100 } ? [] : [new(nameof(Day), "day.problem")], ""))
            return Page();
        Member.NeedsDay(Day!.Value, Open.Seal);
        await lookups.RenewAsync(Member, Open.Seal, cancel);
        Audit.WroteOf(Family, "member.day-kept", Id, DataClasses.Contact);
        return Redirect(Links.Family(Family));
    }

    public async Task<IActionResult> OnPostForgetAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await FindAsync(cancel))
            return NotFound();
        Member.ForgetDay();
        Audit.WroteOf(Family, "member.day-forgotten", Id, DataClasses.Contact);
        return Redirect(Links.Family(Family));
    }

    protected override Task<bool> FindMoreAsync(CancellationToken cancel)
    {
        var member = Open.Member(Id);
        Member = member!;
        return Task.FromResult(member is not null && Open.ShowsMonthOf(member));
    }

    protected override void Begin() => Day = Member.DayIn(Open.Seal);
}
