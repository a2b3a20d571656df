using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Trainings;

/// <summary>Which colleagues followed a training, for who looks after them.</summary>
[Authorize(Policy = Policies.People)]
[About(Subject.Work)]
public sealed class TrainedPeopleModel(TrainingScope scope, TrainingLog log, Colleagues colleagues, HouseClock clock, T t) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid? Person { get; set; }

    [BindProperty]
    public string? On { get; set; }

    public Training Training { get; private set; } = null!;
    public IReadOnlyList<LogLine> Lines { get; private set; } = [];
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    List<TrainingFollowed> followed = [];

    public string NameOf(LogLine line) => People.First(person => person.Value == line.Person.ToString()).Text;

    public Task<IActionResult> OnGetAsync()
    {
        On = LogDay.Write(clock.Today);
        return ShowAgainAsync();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        ModelState.Clear();
        if (!ModelState.Takes(t, Problems(), ""))
            return Page();
        log.Note(Id, Person!.Value, LogDay.Read(On)!.Value);
        return Redirect(TrainingLinks.People(Id));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid line, CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || followed.Find(each => each.Id == line) is not { } found)
            return NotFound();
        log.Remove(found);
        return Redirect(TrainingLinks.People(Id));
    }

    public override async Task<IActionResult> ShowAgainAsync() => await FindAsync(HttpContext.RequestAborted) ? Page() : NotFound();

    IEnumerable<Problem> Problems()
    {
        if (Person is not { } person || People.All(each => each.Value != person.ToString()))
            yield return new(nameof(Person), "form.invalid");
        foreach (var problem in LogDay.Problems(nameof(On), On, clock.Today))
            yield return problem;
    }

    async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await scope.FindAsync(Id, cancel) is not { } training)
            return false;
        Training = training;
        var houses = scope.Looked.Select(house => house.Id).ToList();
        var people = await colleagues.WorkingAtAsync(houses, cancel);
        People = [.. people.Select(person => new SelectListItem(person.Name, person.Id.ToString()))];
        followed = [];
        foreach (var house in houses)
            followed.AddRange(await scope.FollowedAtAsync(Id, house, cancel));
        followed = [.. followed.DistinctBy(each => each.Id).OrderByDescending(each => each.On)];
        Lines = LogLine.Of(followed, [new(training, "")], clock.Today);
        return true;
    }
}
