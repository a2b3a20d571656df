using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Playbook.Logbook;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Improving;

/// <summary>One remark and what the editors said about it; they decide here, with an answer.</summary>
[Authorize(Policy = Policies.Staff)]
[About(Subject.Book)]
public sealed class ImprovementModel(ImprovementScope improvements, Actor actor, HouseClock clock, AuditTrail audit, T t) : FormPage
{
    const int MostAnswer = 1000;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public DecideForm Input { get; set; } = new();

    public ImprovementRow Row { get; private set; } = null!;
    public bool MayDecide { get; private set; }

    public IEnumerable<SelectListItem> Rulings =>
        Enum.GetValues<Ruling>().Select(ruling => new SelectListItem(t[$"improve.ruling.{ruling}"], ruling.ToString()));

    public Task<IActionResult> OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await improvements.ToDecide().SingleOrDefaultAsync(each => each.Id == Id, cancel) is not { } improvement)
            return NotFound();
        var answer = LogForm.Clean(Input.Answer);
        if (!ModelState.Takes(t, Problems(answer)))
            return await ShowAgainAsync();
        if (improvement.Decide(Input.Ruling!.Value, answer, actor.PersonId, clock.Utc))
            audit.Wrote(Input.Ruling == Ruling.Accepted ? "improvement.accepted" : "improvement.declined", Id);
        return Redirect(ImprovingLinks.Improvement(Id));
    }

    public override async Task<IActionResult> ShowAgainAsync()
    {
        var cancel = HttpContext.RequestAborted;
        var rows = await improvements.RowsAsync(improvements.Readable().Where(each => each.Id == Id), cancel);
        if (rows.Count == 0)
            return NotFound();
        Row = rows[0];
        MayDecide = Row.Improvement.MadeIn is null && await improvements.ToDecide().AnyAsync(each => each.Id == Id, cancel);
        return Page();
    }

    IEnumerable<Problem> Problems(string answer)
    {
        if (Input.Ruling is not { } ruling || !Enum.IsDefined(ruling))
            yield return new(nameof(Input.Ruling), "form.required");
        if (answer.Length == 0)
            yield return new(nameof(Input.Answer), "form.required");
        else if (answer.Length > MostAnswer)
            yield return new(nameof(Input.Answer), "form.tooLong", MostAnswer, answer.Length);
    }
}

/// <summary>What the editor decides, as typed.</summary>
public sealed class DecideForm
{
    public Ruling? Ruling { get; set; }
    public string? Answer { get; set; }
}
