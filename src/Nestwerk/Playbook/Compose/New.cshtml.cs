using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Playbook.Library;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Compose;

/// <summary>Begins a meeting: empty, from what was looked for in the book, or from one given before.</summary>
[Authorize(Policy = Policies.Meetings)]
public sealed class NewModel(NestwerkDb db, PlanScope plans, BookScope books, Actor actor, HouseClock clock, AuditTrail audit, T t)
    : FormPage
{
    /// <summary>What was looked for in the book; its minutes, people, audience and place become facts.</summary>
    [BindProperty(SupportsGet = true)]
    public LibraryFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid? From { get; set; }

    /// <summary>A recipe to begin with.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Recipe { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public Guid Organisation { get; set; }

    public IReadOnlyList<SelectListItem> Given { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Organisations =>
        [
            .. actor
                .Organisations.Where(organisation => AccessPolicy.Reach(actor, DataClass.Working, Act.Write).Contains(organisation.Id))
                .Select(organisation => new SelectListItem(organisation.Name, organisation.Id.ToString())),
        ];

    public Task<IActionResult> OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var home =
            Organisations.Count == 1 ? Organisations[0] : Organisations.FirstOrDefault(each => each.Value == Organisation.ToString());
        if (home is null)
            return NotFound();
        var facts = Filter.Facts() with { Title = (Title ?? "").Trim() };
        if (!ModelState.Takes(t, facts.Problems(), root: ""))
            return await ShowAgainAsync();
        var plan = new MeetingPlan
        {
            Id = Ids.New(),
            OrganisationId = Guid.Parse(home.Value),
            AuthorId = actor.PersonId,
        };
        plan.Begin(facts, clock.Utc);
        if (From is { } from && !await CopyAsync(from, plan, facts, cancel))
            return NotFound();
        if (Recipe is { } recipe && await books.InUse().SingleOrDefaultAsync(version => version.RecipeId == recipe, cancel) is { } version)
            plan.Blocks.Add(PlanBlock.Of(version));
        db.Add(plan);
        audit.Wrote("plan.created", plan.Id);
        return Redirect(Links.Plan(plan.Id));
    }

    public override async Task<IActionResult> ShowAgainAsync()
    {
        var rows = await plans
            .Readable()
            .Where(plan => plan.Title != "")
            .OrderByDescending(plan => plan.Date)
            .Take(50)
            .Select(plan => new
            {
                plan.Id,
                plan.Title,
                plan.Date,
            })
            .ToListAsync(HttpContext.RequestAborted);
        Given =
        [
            new(t["new.empty"], ""),
            .. rows.Select(plan => new SelectListItem(
                $"{plan.Title}{(plan.Date is { } date ? $", {t.FullDay(date)}" : "")}",
                plan.Id.ToString()
            )),
        ];
        return Page();
    }

    async Task<bool> CopyAsync(Guid from, MeetingPlan plan, PlanFacts facts, CancellationToken cancel)
    {
        if (await plans.ReadAsync(from, cancel) is not { } given)
            return false;
        plan.CopyFrom(given, facts.Title, clock.Utc);
        return true;
    }
}
