using Nestwerk.Playbook;
using Nestwerk.Playbook.Trainings;
using Nestwerk.Shared;

namespace Nestwerk.Tests.Playbook.Trainings;

/// <summary>Until when a training counts, and what the composer says of it.</summary>
[Trait("Row", "A11")]
public sealed class TrainingRulesTests
{
    static readonly DateOnly Today = new(2027, 3, 9);

    [Theory]
    [InlineData(null, 24, TrainingState.Never)]
    [InlineData("2020-01-01", null, TrainingState.Valid)]
    [InlineData("2027-03-09", 24, TrainingState.Valid)]
    [InlineData("2025-05-09", 24, TrainingState.Valid)]
    [InlineData("2025-05-08", 24, TrainingState.Soon)]
    [InlineData("2025-03-09", 24, TrainingState.Soon)]
    [InlineData("2025-03-08", 24, TrainingState.Lapsed)]
    public void A_training_counts_until_its_day_and_warns_sixty_days_ahead(string? followed, int? months, TrainingState state) =>
        Assert.Equal(state, TrainingRules.State(followed is null ? null : DateOnly.Parse(followed, null), months, Today));

    [Fact]
    public void The_31st_renews_at_the_end_of_a_shorter_month() =>
        Assert.Equal(new DateOnly(2027, 2, 28), TrainingRules.RenewBy(new(2026, 8, 31), 6));

    [Fact]
    public void Nobody_who_holds_it_is_a_warning_and_never_a_lock()
    {
        var finding = Assert.Single(Look(null, 24));

        Assert.Equal((Weight.Warning, "training"), (finding.Weight, finding.Code));
        Assert.True(PlanRules.IsReady([finding]));
    }

    [Fact]
    public void One_of_them_who_holds_it_is_enough() => Assert.Empty(Look(Today, 24, new(2020, 1, 1), new(2026, 1, 1)));

    [Fact]
    public void A_training_that_lapses_before_the_meeting_is_a_hint_with_its_last_day()
    {
        var finding = Assert.Single(Look(Today.AddMonths(2), 24, Today.AddMonths(-23)));

        Assert.Equal((Weight.Hint, "trainingLapses"), (finding.Weight, finding.Code));
        Assert.Equal(Today.AddMonths(1), finding.Values[2]);
        Assert.Empty(Look(Today.AddMonths(1), 24, Today.AddMonths(-23)));
    }

    [Fact]
    public void A_training_without_renewal_never_lapses() => Assert.Empty(Look(Today.AddYears(20), null, new DateOnly(2001, 1, 1)));

    static List<Finding> Look(DateOnly? meeting, int? months, params DateOnly[] followed) =>
        [.. TrainingRules.Look([new(new Words("Boek"), new Words("Vorming"), months, followed)], meeting, Today)];
}
