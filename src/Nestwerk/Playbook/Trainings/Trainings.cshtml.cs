using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;

namespace Nestwerk.Playbook.Trainings;

/// <summary>A training in the list: how many of her house followed it, and by name only for who looks after them.</summary>
public sealed record TrainingLine(TrainingRow Row, int People, IReadOnlyList<string> Names, bool MayEdit);

/// <summary>Which trainings there are.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class TrainingsModel(TrainingScope scope, Colleagues colleagues) : PageModel
{
    public IReadOnlyList<TrainingLine> Lines { get; private set; } = [];
    public bool MayAdd => scope.Houses.Count > 0;
    public bool MayNote => scope.Looked.Count > 0;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var followed = (await scope.OfMyHousesAsync(cancel)).ToLookup(each => each.TrainingId, each => each.PersonId);
        var looked = await colleagues.WorkingAtAsync([.. scope.Looked.Select(house => house.Id)], cancel);
        Lines =
        [
            .. (await scope.ListAsync(cancel)).Select(row => new TrainingLine(
                row,
                followed[row.Training.Id].Distinct().Count(),
                [.. looked.Where(person => followed[row.Training.Id].Contains(person.Id)).Select(person => person.Name)],
                scope.MayEdit(row.Training)
            )),
        ];
    }
}
