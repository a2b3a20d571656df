using Nestwerk.Access;
using Nestwerk.Families.Rights;
using Nestwerk.Shared;

namespace Nestwerk.Tests.Families;

[Trait("Row", "R31")]
public sealed class RetentionTests
{
    static readonly DateTime Now = new(2027, 3, 9, 9, 0, 0, DateTimeKind.Utc);
    static readonly RetentionOptions Terms = new();

    [Fact]
    public void While_somebody_stands_beside_her_no_clock_runs() =>
        Assert.Empty(Look(new Stood(Basis.Enrolment, Now.AddYears(-3)), new Stood(Basis.CareTeam, null)));

    [Fact]
    public void An_end_that_still_has_to_come_is_no_end() => Assert.Empty(Look(new Stood(Basis.Enrolment, Now.AddDays(1))));

    [Fact]
    public void How_she_is_reached_goes_the_night_nobody_is_left_and_the_rest_a_year_after_the_group()
    {
        var ended = Now.AddDays(-2);

        var due = Look(new Stood(Basis.Enrolment, ended));

        Assert.Equal([(Term.Contact, ended), (Term.Family, ended.AddMonths(12))], due);
    }

    [Fact]
    public void The_longest_clock_counts_for_the_family()
    {
        var due = Look(new Stood(Basis.Enrolment, Now.AddMonths(-1)), new Stood(Basis.CareTeam, Now.AddMonths(-2)));

        Assert.Contains((Term.Family, Now.AddMonths(22)), due);
    }

    [Fact]
    public void A_family_nobody_ever_stood_beside_goes_after_half_a_year() =>
        Assert.Equal([(Term.Family, Now.AddMonths(-7).AddMonths(6))], Look());

    [Fact]
    public void Nothing_is_forgotten_while_something_is_being_settled() =>
        Assert.Empty(Retention.Look(new(Guid.Empty, Now.AddYears(-9), IsHeld: true, HasChannels: true, []), Terms, Now));

    [Fact]
    public void A_case_of_the_officer_prolongs_nothing() =>
        Assert.Equal([(Term.Family, Now.AddMonths(-1))], Look(new Stood(Basis.Case, Now.AddDays(-1))));

    static List<(Term, DateTime)> Look(params Stood[] stood) =>
        [.. Retention.Look(new(Guid.Empty, Now.AddMonths(-7), false, true, stood), Terms, Now).Select(due => (due.Term, due.On))];
}
