using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Playbook.Logbook;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Improving;

/// <summary>Brings a remark about a recipe to its editors. From a log, it begins with what was written there.</summary>
[Authorize(Policy = Policies.Meetings)]
[About(Subject.Book)]
public sealed class NewModel(
    NestwerkDb db,
    BookScope books,
    PlanScope plans,
    LogScope logs,
    Actor actor,
    HouseClock clock,
    AuditTrail audit,
    T t
) : FormPage
{
    public const int MostText = 1000;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The meeting it comes from, if any.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Plan { get; set; }

    [BindProperty]
    public ImproveForm Input { get; set; } = new();

    public RecipeVersion Version { get; private set; } = null!;
    MeetingPlan? meeting;
    LoggedBlock? block;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        Input.Text = block?.Why;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        var text = LogForm.Clean(Input.Text);
        if (!ModelState.Takes(t, Problems(text)))
            return Page();
        var improvement = new Improvement
        {
            Id = Ids.New(),
            RecipeId = Id,
            RecipeNumber = block?.RecipeNumber ?? Version.Number,
            PlanId = meeting?.Id,
            OrganisationId = meeting?.OrganisationId ?? actor.Organisations.First().Id,
            ProposedBy = actor.PersonId,
            ProposedAt = clock.Utc,
            Text = text,
        };
        db.Add(improvement);
        audit.Wrote("improvement.brought", improvement.Id);
        return Redirect(ImprovingLinks.Improvement(improvement.Id));
    }

    public override async Task<IActionResult> ShowAgainAsync() => await FindAsync(HttpContext.RequestAborted) ? Page() : NotFound();

    static IEnumerable<Problem> Problems(string text)
    {
        if (text.Length == 0)
            yield return new(nameof(Input.Text), "form.required");
        else if (text.Length > MostText)
            yield return new(nameof(Input.Text), "form.tooLong", MostText, text.Length);
    }

    async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (Plan is { } from)
        {
            meeting = await plans.Editable().SingleOrDefaultAsync(plan => plan.Id == from && plan.DeletedAt == null, cancel);
            if (meeting is null)
                return false;
            block = (await logs.ChangeAsync(meeting, cancel))?.Blocks.Find(each => each.RecipeId == Id);
        }
        var version = await db.Set<RecipeVersion>()
            .Where(each => each.RecipeId == Id && each.IsNewest && books.Readable().Any(recipe => recipe.Id == Id))
            .AsNoTracking()
            .SingleOrDefaultAsync(cancel);
        if (version is null)
            return false;
        Version = version;
        return true;
    }
}

/// <summary>The remark, as typed.</summary>
public sealed class ImproveForm
{
    public string? Text { get; set; }
}
