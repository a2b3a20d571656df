using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Families.Knowing;
using Nestwerk.Shared;

namespace Nestwerk.Families.Agreeing;

/// <summary>
/// Asks whether something may be passed on, one thing per page: about whom, for what, to whom, what, and then the question itself as it is
/// read out. Until she says yes nothing is kept.
/// </summary>
[Authorize(Policy = Policies.Families)]
[About(Subject.Family)]
public sealed class AskModel(Circles circles, AuditTrail audit, Consents consents, Holders holders, HouseClock clock, T t)
    : CirclePage(circles, audit)
{
    [BindProperty(SupportsGet = true)]
    public Guid? Member { get; set; }

    [BindProperty(SupportsGet = true)]
    public Purpose? For { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public DataClass[] What { get; set; } = [];

    /// <summary>The language it is read out in.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Lang { get; set; }

    [BindProperty]
    public Evidence? How { get; set; }

    [BindProperty]
    public Guid By { get; set; }

    [BindProperty]
    public int? Months { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    public IReadOnlyList<Named> Choices { get; private set; } = [];
    public FamilyMember? About { get; private set; }
    public Named? Recipient { get; private set; }

    /// <summary>Which page this is: 1 to 5.</summary>
    public int Step =>
        About is null ? 1
        : For is null ? 2
        : Recipient is null ? 3
        : What.Length == 0 ? 4
        : 5;

    public string Language => ConsentTexts.Known(Lang ?? About?.Language);
    public string Version => ConsentTexts.Version(ConsentTexts.Of(For!.Value));
    public IEnumerable<FamilyMember> Speakers => Circle.Parents.Where(each => Circle.MaySpeak(each.Id, About!.Id));

    protected override bool NeedsCare => false;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Step < 5)
            return NotFound();
        if (Answer is "no" or "later")
            return Redirect(Links.NotNow(Family));
        if (!Circle.MaySpeak(By, About!.Id))
            ModelState.AddModelError(nameof(By), t["consent.problem.by"]);
        if (How is not { } how)
            ModelState.AddModelError(nameof(How), t["consent.problem.how"]);
        else if (ModelState.IsValid)
            return Redirect(Links.Receipt(Family, Give(how)));
        return Page();
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        About = Circle.Find(Member) ?? (Circle.Members is [var only] ? only : null);
        if (For is { } purpose && !ConsentRules.Purposes.Contains(purpose))
            For = null;
        if (For is not { } wanted)
            return true;
        What = [.. What.Intersect(ConsentRules.Classes(wanted))];
        Choices = await ChoicesAsync(wanted, cancel);
        Recipient = Choices.FirstOrDefault(each => each.Value == To);
        return true;
    }

    /// <summary>For working together: who stands there already. For the rest: an organisation.</summary>
    async Task<IReadOnlyList<Named>> ChoicesAsync(Purpose purpose, CancellationToken cancel)
    {
        var house = Circle.Facts.ControllerId;
        if (purpose != Purpose.CoordinateTrajectory)
            return await holders.OrganisationsAsync(house, cancel);
        var standing = Circle.Facts.Relations.Where(each => each.Basis == Basis.CareTeam && Circle.Holds(each, clock.Utc)).ToList();
        var names = await holders.NamesAsync([.. standing.Select(each => each.HolderId)], cancel);
        return
        [
            .. standing
                .Where(each => names.ContainsKey(each.HolderId))
                .Select(each => new Named(each.Holder, each.HolderId, names[each.HolderId]))
                .Distinct()
                .OrderBy(each => each.Name, StringComparer.CurrentCulture),
        ];
    }

    Guid Give(Evidence how)
    {
        var until = Consent.Ending(clock.Utc, ConsentRules.Months.Contains(Months) ? Months : null);
        var what = new Agreement(About!.Id, For!.Value, Recipient!.Holder, Recipient.Id, until);
        var given = consents.Give(Circle, what, new(By, how, Language, Version), What);
        return given.Count > 0
            ? given[0].Id
            : Circle
                .Facts.Consents.First(each =>
                    each.RecipientId == what.RecipientId && each.Class == What[0] && Circle.Holds(each, clock.Utc)
                )
                .Id;
    }
}
