using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nestwerk.Access;
using Nestwerk.Families.Jotting;
using Nestwerk.Families.Known;
using Nestwerk.Shared;

namespace Nestwerk.Families.Telling;

/// <summary>A paragraph of her story, written down with her, and who may read it.</summary>
public abstract class StoryForm(FamilyReading reading, AuditTrail audit, Company company, Actor actor, T t) : FamilyForm(reading, audit)
{
    [BindProperty]
    public NoteForm Input { get; set; } = new();

    /// <summary>Who can be chosen: those who stand beside the family.</summary>
    public IReadOnlyList<Colleague> Carers { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Tellers =>
        [.. Open.Parents.Select(parent => new SelectListItem(parent.NameIn(Open.Seal), $"{parent.Id}"))];

    protected FamilyMember Teller => Open.Parents.FirstOrDefault(parent => parent.Id == Input.ToldBy) ?? Open.First;

    protected IReadOnlyCollection<Guid> Chosen => [.. Carers.Select(each => each.Id).Intersect(Input.Readers)];

    protected Saying Said(Guid by) =>
        new(
            by,
            SensitiveModel.Ways.Contains(Input.How) ? Input.How : Evidence.Spoken,
            Languages.Current,
            Nestwerk.Families.Story.TextVersion
        );

    protected bool Takes() =>
        ModelState.Takes(
            t,
            TextProblems(Input.Text = Clean(Input.Text), nameof(Input.Text), Nestwerk.Families.Story.MostText, "story.missing")
        );

    protected override async Task<bool> FindMoreAsync(CancellationToken cancel)
    {
        Carers = await company.CarersAsync(await Reading.FactsAsync(Open, cancel), actor.PersonId, cancel);
        return Open.Purpose == Purpose.CoordinateTrajectory;
    }
}
