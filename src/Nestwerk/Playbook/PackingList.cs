using Nestwerk.Shared;

namespace Nestwerk.Playbook;

/// <summary>One line to pack: how many in all, and where each part is used.</summary>
public sealed record PackingLine(string Item, int Quantity, IReadOnlyList<PackingUse> Uses);

/// <param name="PerUnknownPeople">True when it counts per person and nobody said how many come: the quantity is for one.</param>
public sealed record PackingUse(string Meeting, string Block, int Quantity, bool PerUnknownPeople);

/// <summary>What to bring, summed over the blocks of one or more meetings. Pure.</summary>
public static class PackingList
{
    /// <summary>Materials with the same name, accents and capitals aside, make one line.</summary>
    public static IReadOnlyList<PackingLine> Of(IEnumerable<PlanView> plans, string language) =>
        [
            .. plans
                .SelectMany(plan => plan.Blocks.SelectMany(block => Uses(plan, block.View, language)))
                .GroupBy(use => use.Key, StringComparer.Ordinal)
                .Select(group => new PackingLine(
                    group.First().Item,
                    group.Sum(each => each.Use.Quantity),
                    [.. group.Select(each => each.Use)]
                ))
                .OrderBy(line => Folding.Fold(line.Item), StringComparer.Ordinal),
        ];

    static IEnumerable<(string Key, string Item, PackingUse Use)> Uses(PlanView plan, BlockView view, string language)
    {
        foreach (var material in view.Recipe?.Materials ?? [])
        {
            var unknown = plan.Facts.People is null && material.Per != Per.Group;
            var use = new PackingUse(plan.Facts.Title, view.Title(language), material.For(plan.Facts.People ?? 1), unknown);
            yield return (Folding.Fold(material.Item.In(Languages.Default)), material.Item.In(language), use);
        }
    }
}
