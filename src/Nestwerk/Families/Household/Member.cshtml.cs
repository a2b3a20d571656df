using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nestwerk.Access;
using Nestwerk.Families.Known;
using Nestwerk.Shared;

namespace Nestwerk.Families.Household;

/// <summary>Somebody of the family: added, or said differently.</summary>
[Authorize(Policy = Policies.Families), About(Subject.Family)]
public sealed class MemberModel(FamilyReading reading, AuditTrail audit, Arrivals arrivals, KeptLookups lookups, HouseClock clock, T t)
    : FamilyForm(reading, audit)
{
    /// <summary>Null for somebody new.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public MemberForm Input { get; set; } = new();

    public FamilyMember? Member { get; private set; }

    public IReadOnlyList<SelectListItem> Kins =>
        [.. Enum.GetValues<Kin>().Select(kin => new SelectListItem(t[$"family.kin.{kin}"], $"{kin}"))];

    /// <summary>Who can speak for a child.</summary>
    public IReadOnlyList<SelectListItem> Keepers =>
        [new(t["member.keeperNone"], ""), .. Open.Parents.Select(parent => new SelectListItem(parent.NameIn(Open.Seal), $"{parent.Id}"))];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(DataClasses.Contact, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        Input.Name = Clean(Input.Name);
        if (!ModelState.Takes(t, Problems()))
            return Page();
        if ((Member ?? await arrivals.AddAsync(Family, Input.Kin, Input.Name, Open.Seal, cancel)) is not { } member)
            return NotFound();
        if (Member is not null)
            Audit.WroteOf(Family, "member.changed", member.Id, DataClasses.Contact);
        Change(member);
        await lookups.RenewAsync(member, Open.Seal, cancel);
        return Redirect(Links.Family(Family));
    }

    protected override Task<bool> FindMoreAsync(CancellationToken cancel)
    {
        Member = Open.Member(Id);
        return Task.FromResult(Id is null || Member is not null);
    }

    protected override void Begin()
    {
        if (Member is { } member)
            Input = new()
            {
                Kin = member.Kin,
                Name = member.NameIn(Open.Seal),
                Month = Open.ShowsMonthOf(member) ? $"{member.Month:yyyy-MM}" : null,
                Tongue = member.Language,
                Keeper = member.KeeperId,
                Left = member.LeftAt is not null,
            };
    }

    void Change(FamilyMember member)
    {
        var month = FamilyRules.Month(Input.Month);
        if (member.NameIn(Open.Seal) != Input.Name)
            member.Call(Input.Name, Open.Seal);
        if (Open.ShowsMonthOf(member) && member.Month != month)
        {
            member.ForgetDay();
            member.Month = month;
        }
        member.Kin = Input.Kin;
        member.KeeperId = member.IsParent ? null : Open.Parents.FirstOrDefault(parent => parent.Id == Input.Keeper)?.Id;
        if (SpokenLanguage.Knows(Input.Tongue))
            member.Language = Input.Tongue!;
        member.LeftAt = Input.Left ? member.LeftAt ?? clock.Utc : null;
    }

    IEnumerable<Problem> Problems() =>
        [
            .. Input.Kin == Kin.Unborn && Input.Name.Length == 0 ? [] : FamilyRules.Called(Input.Name, nameof(Input.Name)),
            .. FamilyRules.AMonth(Input.Month, nameof(Input.Month)),
        ];
}

/// <summary>Somebody, as typed.</summary>
public sealed class MemberForm
{
    public Kin Kin { get; set; } = Kin.Child;
    public string Name { get; set; } = "";
    public string? Month { get; set; }
    public string? Tongue { get; set; }
    public Guid? Keeper { get; set; }
    public bool Left { get; set; }
}
