using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Knowing;

/// <summary>Who may know what of this family, in sentences, and every way to stop it.</summary>
[Authorize(Policy = Policies.Families), AsksAgain(Only = "Lift")]
[About(Subject.Family)]
public sealed class WhoModel(
    Circles circles,
    AuditTrail audit,
    WhoKnows who,
    Consents consents,
    Exclusions exclusions,
    Protections protections,
    CareTeams teams,
    QuietFamilies quiet,
    HouseClock clock
) : CirclePage(circles, audit)
{
    static readonly string[] Sayings =
    [
        "withdrawn",
        "narrowed",
        "excluded",
        "allowed",
        "protected",
        "lifted",
        "ended",
        "added",
        "quiet",
        "open",
        "joined",
        "apart",
    ];
    string? said;

    /// <summary>What was just done.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Said
    {
        get => said;
        set => said = Sayings.Contains(value, StringComparer.Ordinal) ? value : null;
    }

    public IReadOnlyList<Knows> Holders { get; private set; } = [];
    public IReadOnlyList<(Exclusion Exclusion, string Name)> ShutOut { get; private set; } = [];
    public bool IsQuiet { get; private set; }

    protected override bool NeedsCare => false;

    public Protection? ProtectionOf(FamilyMember member) => Protections.Of(Circle.Facts, member.Id, clock.Utc);

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Circle.Facts.Consents.FirstOrDefault(each => each.Id == id) is not { } consent)
            return NotFound();
        if (Circle.Find(consent.MemberId) is null)
            return NotFound();
        consents.Withdraw(consent);
        return Redirect(Links.Who(Family, "withdrawn"));
    }

    public async Task<IActionResult> OnPostAllowAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Circle.Facts.Exclusions.FirstOrDefault(each => each.Id == id) is not { } exclusion)
            return NotFound();
        exclusions.End(exclusion);
        return Redirect(Links.Who(Family, "allowed"));
    }

    public async Task<IActionResult> OnPostLiftAsync(Guid id, CancellationToken cancel)
    {
        if (
            !await FindAsync(cancel)
            || !Circle.Cares
            || Circle.Facts.Protections.FirstOrDefault(each => each.Id == id) is not { } protection
        )
            return NotFound();
        protections.Lift(protection);
        return Redirect(Links.Who(Family, "lifted"));
    }

    /// <summary>Somebody does not stand beside the family any more; she herself can go too.</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || !Circle.Cares || Circle.Facts.Relations.FirstOrDefault(each => each.Id == id) is not { } relation)
            return NotFound();
        if (relation.Basis == Basis.Case)
            return NotFound();
        teams.End(Circle, relation);
        return Redirect(Links.Who(Family, "ended"));
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!HttpMethods.IsGet(Request.Method))
            return true;
        Holders = await who.ListAsync(Circle, cancel);
        ShutOut = await who.ShutOutAsync(Circle, cancel);
        IsQuiet = await quiet.IsQuietAsync(Family, cancel);
        return true;
    }
}
