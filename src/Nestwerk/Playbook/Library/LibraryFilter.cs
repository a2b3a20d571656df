using System.Globalization;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Library;

/// <summary>What is looked for in the book: everything in one address, everything optional.</summary>
public sealed record LibraryFilter
{
    /// <summary>At most so many minutes.</summary>
    public int? Minutes { get; init; }

    /// <summary>The pillar that should fill at least half of it.</summary>
    public Pillar? Pillar { get; init; }

    public string? Theme { get; init; }

    public string? Goal { get; init; }

    /// <summary>Whom it should fit, written <c>after-birth</c> or <c>AfterBirth</c>.</summary>
    public string? Audience { get; init; }

    /// <summary>A setting that is not there: recipes that need it fall away. May be given more than once.</summary>
    public string[] Without { get; init; } = [];

    /// <summary>So many people come.</summary>
    public int? People { get; init; }

    /// <summary>Words that must all occur, accents and capitals aside.</summary>
    public string? Q { get; init; }

    /// <summary>The same as a value; null when open or unknown.</summary>
    public Playbook.Audience? Group =>
        Enum.TryParse<Playbook.Audience>(Audience?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var audience)
        && Enum.IsDefined(audience)
            ? audience
            : null;

    public bool IsOpen => Query().Count == 0;

    public IQueryable<RecipeVersion> Apply(IQueryable<RecipeVersion> versions, bool withTheme = true)
    {
        if (Minutes is { } most)
            versions = versions.Where(version => version.Minutes <= most);
        versions = Pillar switch
        {
            Playbook.Pillar.Know => versions.Where(version => version.Know * 2 >= version.Minutes),
            Playbook.Pillar.Do => versions.Where(version => version.Do * 2 >= version.Minutes),
            Playbook.Pillar.Feel => versions.Where(version => version.Feel * 2 >= version.Minutes),
            _ => versions,
        };
        if (withTheme && Theme is { Length: > 0 } theme)
            versions = versions.Where(version => version.Themes.Contains(theme));
        if (Goal is { Length: > 0 } goal)
            versions = versions.Where(version => version.Goals.Contains(goal));
        return ForPeople(ForPlace(ForAudience(versions)));
    }

    IQueryable<RecipeVersion> ForAudience(IQueryable<RecipeVersion> versions)
    {
        if (Group is not { } group)
            return versions;
        var fitting = Enum.GetValues<Playbook.Audience>().Where(audience => PlanRules.Fits(audience, group)).ToList();
        return versions.Where(version => fitting.Contains(version.Audience));
    }

    IQueryable<RecipeVersion> ForPlace(IQueryable<RecipeVersion> versions) =>
        Without
            .Where(setting => !string.IsNullOrEmpty(setting))
            .Aggregate(versions, (left, setting) => left.Where(version => !version.Settings.Contains(setting)));

    IQueryable<RecipeVersion> ForPeople(IQueryable<RecipeVersion> versions)
    {
        if (People is { } people)
            versions = versions.Where(version => version.GroupMin <= people && people <= version.GroupMax);
        return versions.Holding(SearchWords.Of(Q));
    }

    /// <summary>The filter as the fields of an address; nothing for what is open.</summary>
    public IReadOnlyList<(string Name, string Value)> Query() =>
        [
            .. new (string Name, string? Value)[]
            {
                ("minutes", Minutes?.ToString(CultureInfo.InvariantCulture)),
                ("pillar", Pillar?.ToString()),
                ("theme", Theme),
                ("goal", Goal),
                ("audience", Audience),
                ("people", People?.ToString(CultureInfo.InvariantCulture)),
                ("q", Q),
            }
                .Concat(Without.Select(setting => (Name: "without", Value: (string?)setting)))
                .Where(field => !string.IsNullOrEmpty(field.Value))
                .Select(field => (field.Name, field.Value!)),
        ];

    /// <summary>What a meeting knows when it begins from this filter.</summary>
    public PlanFacts Facts() => new() { Audience = Group, People = People };

    /// <summary>What <see cref="Facts"/> takes over, in words.</summary>
    public IReadOnlyList<string> Words(T t) =>
        [
            .. new[]
            {
                Group is { } audience ? t[$"audience.{audience}"] : null,
                People is { } people ? t.Count("plan.people", people) : null,
            }.OfType<string>(),
        ];

    /// <summary>What still fits in a meeting: the minutes that are left, the pillar that is short, its people and its place.</summary>
    public static LibraryFilter For(PlanView plan, BalanceOptions balance, IEnumerable<string> settings)
    {
        var wanted = plan.Facts.WantedMinutes ?? balance.MostMinutes;
        var left = Math.Min(wanted - plan.TotalMinutes, plan.RoomLeft ?? int.MaxValue);
        var lacking = plan.Pillars.Total == 0 ? (Pillar?)null : Pillars.All.MinBy(pillar => plan.Pillars[pillar]);
        return new()
        {
            Minutes = left > 0 ? left : null,
            Pillar = lacking is { } pillar && plan.Pillars.Percent(pillar) < balance.AimFromPercent ? pillar : null,
            Audience = plan.Facts.Audience?.ToString(),
            People = plan.Facts.People is > 0 ? plan.Facts.People : null,
            Without = plan.Facts.OfferedSettings() is { } offered ? [.. settings.Except(offered)] : [],
        };
    }
}
