using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Trainings;

/// <summary>Describes a training: a new one, or one of her house.</summary>
[Authorize(Policy = Policies.Editors)]
[About(Subject.Book)]
public sealed class EditTrainingModel(NestwerkDb db, TrainingScope scope, HouseClock clock, AuditTrail audit, T t) : FormPage
{
    /// <summary>Null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public Guid? House { get; set; }

    [BindProperty]
    public TrainingForm Input { get; set; } = new();

    public Training? Training { get; private set; }
    public IReadOnlyList<SelectListItem> Houses => [.. scope.Houses.Select(house => new SelectListItem(house.Name, house.Id.ToString()))];

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await ShowAgainAsync();
        if (Training is not null)
            Input = TrainingForm.Of(Training);
        return page;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var house = House ?? scope.Houses[0].Id;
        if (!await FindAsync(cancel) || (Id is null && scope.Houses.All(each => each.Id != house)))
            return NotFound();
        if (!ModelState.Takes(t, Input.Problems()))
            return Page();
        var title = Input.Title.ToWords();
        if (Training is null)
        {
            Training = new()
            {
                Id = Ids.New(),
                OrganisationId = house,
                Title = title,
            };
            db.Add(Training);
        }
        (Training.Title, Training.RenewAfterMonths) = (title, Input.RenewAfterMonths);
        Training.RetiredAt = Input.Retired ? Training.RetiredAt ?? clock.Utc : null;
        audit.Wrote("training.changed", Training.Id);
        return Redirect(TrainingLinks.List);
    }

    public override async Task<IActionResult> ShowAgainAsync() => await FindAsync(HttpContext.RequestAborted) ? Page() : NotFound();

    async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (Id is not { } id)
            return scope.Houses.Count > 0;
        Training = await scope.FindAsync(id, cancel);
        return Training is not null && scope.MayEdit(Training);
    }
}
