using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nestwerk.Access;
using Nestwerk.Families.Knowing;
using Nestwerk.Shared;

namespace Nestwerk.Families.Caring;

/// <summary>A page that puts somebody beside a family, as a parent agreed.</summary>
public abstract class TeamPage(Circles circles, AuditTrail audit, Holders holders, HouseClock clock, T t) : CirclePage(circles, audit)
{
    [BindProperty]
    public string? Whom { get; set; }

    [BindProperty]
    public Guid By { get; set; }

    [BindProperty]
    public Evidence? How { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    /// <summary>Whether she may also read what the others wrote down.</summary>
    [BindProperty]
    public bool Notes { get; set; }

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Parents =>
        [.. Circle.Parents.Select(member => new SelectListItem(member.NameIn(Circle.Seal), $"{member.Id}"))];

    public static IReadOnlyList<SelectListItem> Hows(T t) =>
        [
            .. Enum.GetValues<Evidence>()
                .Where(how => how != Evidence.OnHerPhone)
                .Select(how => new SelectListItem(t[$"consent.how.{how}"], $"{how}")),
        ];

    public static IReadOnlyList<SelectListItem> Tongues(T t) =>
        [.. ConsentTexts.Languages.Select(language => new SelectListItem(t[$"consent.in.{language}"], language))];

    /// <returns>Whom it is and how it was said; null when the form says what is missing.</returns>
    protected (Beside Who, Saying Said)? Read()
    {
        if (Named.Read(Whom) is not { } who || Choices.All(choice => choice.Value != Whom))
            ModelState.AddModelError(nameof(Whom), t["around.problem.whom"]);
        else if (Circle.Find(By) is not { IsParent: true })
            ModelState.AddModelError(nameof(By), t["consent.problem.by"]);
        else if (How is not { } how)
            ModelState.AddModelError(nameof(How), t["consent.problem.how"]);
        else
            return (who, new(By, how, ConsentTexts.Known(Language), ConsentTexts.Version(ConsentTexts.Of(Purpose.CoordinateTrajectory))));
        return null;
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var house = Circle.Facts.ControllerId;
        var people = await holders.PeopleAsync(house, anyone: false, cancel);
        var teams = await holders.TeamsAsync(house, cancel);
        var standing = Circle
            .Facts.Relations.Where(each => each.Basis == Basis.CareTeam && Circle.Holds(each, clock.Utc))
            .Select(each => each.HolderId);
        var shut = Circle.Facts.Exclusions.Where(each => Circle.Holds(each, clock.Utc)).Select(each => each.ExcludedId);
        var left = standing.Concat(shut).ToHashSet();
        Choices =
        [
            .. teams.Concat(people).Where(each => !left.Contains(each.Id)).Select(each => new SelectListItem(each.Name, each.Value)),
        ];
        return true;
    }
}
