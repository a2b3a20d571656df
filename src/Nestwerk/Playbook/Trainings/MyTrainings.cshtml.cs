using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Trainings;

/// <summary>What she followed herself, and until when it counts.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class MyTrainingsModel(TrainingScope scope, TrainingLog log, Actor actor, HouseClock clock, T t) : FormPage
{
    [BindProperty]
    public Guid? Training { get; set; }

    [BindProperty]
    public string? On { get; set; }

    public IReadOnlyList<LogLine> Lines { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public Task<IActionResult> OnGetAsync()
    {
        On = LogDay.Write(clock.Today);
        return ShowAgainAsync();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        ModelState.Clear();
        if (!ModelState.Takes(t, Problems(), ""))
            return Page();
        log.Note(Training!.Value, actor.PersonId, LogDay.Read(On)!.Value);
        return Redirect(TrainingLinks.Mine);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid line, CancellationToken cancel)
    {
        if ((await scope.MineAsync(cancel)).Find(each => each.Id == line) is not { } own)
            return NotFound();
        log.Remove(own);
        return Redirect(TrainingLinks.Mine);
    }

    public override async Task<IActionResult> ShowAgainAsync()
    {
        await LoadAsync(HttpContext.RequestAborted);
        return Page();
    }

    IEnumerable<Problem> Problems()
    {
        if (Training is not { } training || Choices.All(choice => choice.Value != training.ToString()))
            yield return new(nameof(Training), "form.invalid");
        foreach (var problem in LogDay.Problems(nameof(On), On, clock.Today))
            yield return problem;
    }

    async Task LoadAsync(CancellationToken cancel)
    {
        var all = await scope.ListAsync(cancel);
        Choices =
        [
            .. all.Where(row => row.Training.RetiredAt is null)
                .Select(row => new SelectListItem($"{row.Training.Title.Here()} ({row.House})", row.Training.Id.ToString())),
        ];
        Lines = LogLine.Of(await scope.MineAsync(cancel), all, clock.Today);
    }
}
