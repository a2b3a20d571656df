using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Trainings;

/// <summary>Her own trainings that lapse, or did.</summary>
[ByItself(Touches.NoFamily)]
public sealed class TrainingAttention(TrainingScope scope, HouseClock clock, T t) : IAttention
{
    public async Task<IReadOnlyList<Attention>> ForAsync(Actor actor, CancellationToken cancel)
    {
        var mine = await scope.MineAsync(cancel);
        if (mine.Count == 0)
            return [];
        var all = (await scope.ListAsync(cancel)).Where(row => row.Training.RetiredAt is null).ToList();
        var newest = mine.GroupBy(each => each.TrainingId).Select(group => group.MaxBy(each => each.On)!);
        var lapsing = LogLine
            .Of(newest.Where(each => all.Exists(row => row.Training.Id == each.TrainingId)), all, clock.Today)
            .Where(line => line.State is TrainingState.Soon or TrainingState.Lapsed)
            .ToList();
        return lapsing.Count == 0
            ? []
            :
            [
                new(
                    lapsing.Count,
                    t.Count("attention.training", lapsing.Count),
                    string.Join(" · ", lapsing.Select(line => line.Title.Here())),
                    TrainingLinks.Mine,
                    t["attention.training.verb"]
                )
                {
                    Order = 65,
                },
            ];
    }
}
