using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Editing;

/// <summary>Records that somebody with a name read the newest version through and stands by it.</summary>
[Authorize(Policy = Policies.Editors)]
[About(Subject.Book)]
public sealed class ReadThroughModel(NestwerkDb db, BookScope books, Actor actor, HouseClock clock, AuditTrail audit, T t) : FormPage
{
    const int YearsUntilAgain = 2;
    const int MostYears = 5;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ReadThroughForm Input { get; set; } = new();
    public Recipe Recipe { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync()
    {
        (Input.On, Input.AgainBefore) = (Day(clock.Today), Day(clock.Today.AddYears(YearsUntilAgain)));
        return ShowAgainAsync();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        ModelState.Clear();
        if (!ModelState.Takes(t, Problems()))
            return await ShowAgainAsync();
        db.Add(
            new ReadThrough
            {
                Id = Ids.New(),
                RecipeId = Id,
                Number = Recipe.Published,
                By = By(),
                On = Day(Input.On)!.Value,
                AgainBefore = Day(Input.AgainBefore)!.Value,
                RecordedBy = actor.PersonId,
            }
        );
        audit.Wrote("recipe.read-through", Id);
        return Redirect(Links.Recipe(Id));
    }

    public override async Task<IActionResult> ShowAgainAsync() => await FindAsync(HttpContext.RequestAborted) ? Page() : NotFound();

    IEnumerable<Problem> Problems()
    {
        if (Recipe.Published == 0)
            yield return new("", "readThrough.none");
        if (string.IsNullOrWhiteSpace(Input.Name))
            yield return new(nameof(Input.Name), "form.required");
        if (string.IsNullOrWhiteSpace(Input.Profession))
            yield return new(nameof(Input.Profession), "form.required");
        if (By().Length > Limits.Name)
            yield return new(nameof(Input.Name), "form.tooLong", Limits.Name, By().Length);
        foreach (var problem in Days())
            yield return problem;
    }

    IEnumerable<Problem> Days()
    {
        var (on, again) = (Day(Input.On), Day(Input.AgainBefore));
        if (on is null)
            yield return new(nameof(Input.On), "readThrough.day");
        else if (on > clock.Today)
            yield return new(nameof(Input.On), "readThrough.future");
        if (again is null)
            yield return new(nameof(Input.AgainBefore), "readThrough.day");
        else if (on is { } read && (again <= read || again > read.AddYears(MostYears)))
            yield return new(nameof(Input.AgainBefore), "readThrough.order");
    }

    string By() => t["readThrough.by", Input.Name?.Trim(), Input.Profession?.Trim()];

    async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await books.ChangeAsync(Id, cancel) is not { DeletedAt: null } recipe)
            return false;
        Recipe = recipe;
        return true;
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 1900 and < 9000
            ? day
            : null;
}

/// <summary>As typed; days as the browser sends them.</summary>
public sealed class ReadThroughForm
{
    public string? Name { get; set; }
    public string? Profession { get; set; }
    public string? On { get; set; }
    public string? AgainBefore { get; set; }
}
