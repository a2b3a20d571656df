using Nestwerk.Access;
using static Nestwerk.Tests.Access.FamilyPolicyTests;
using static Nestwerk.Tests.Access.OneFamily;

namespace Nestwerk.Tests.Access;

/// <summary>What a broken glass opens, and what a parent may on her own page.</summary>
[Trait("Row", "R03")]
public sealed class BreakGlassPolicyTests
{
    static readonly Actor Midwife = Worker(Role.CareWorker);

    [Theory]
    [InlineData(DataClass.Contact, Reason.BrokenGlass)]
    [InlineData(DataClass.Attendance, Reason.BrokenGlass)]
    [InlineData(DataClass.Needs, Reason.BrokenGlass)]
    [InlineData(DataClass.Care, Reason.BrokenGlass)]
    [InlineData(DataClass.Confidential, Reason.NoRelation)]
    [InlineData(DataClass.Pseudonymous, Reason.NoRole)]
    public void It_opens_what_is_shared_and_never_what_is_for_named_readers(DataClass data, Reason expected) =>
        Assert.Equal(expected, Decide(Midwife, new OneFamily().Broken(Her).Facts, data));

    [Fact]
    public void It_opens_in_an_emergency_too_for_who_is_in_no_care_team() =>
        Assert.Equal(Reason.BrokenGlass, Decide(Midwife, new OneFamily().Broken(Her).Facts, purpose: Purpose.Emergency));

    [Fact]
    public void It_stands_in_for_a_yes_as_it_does_for_a_relation() =>
        Assert.Equal(Reason.BrokenGlass, Decide(Midwife, new OneFamily().Broken(Her).Beside(Her), DataClass.Care));

    [Fact]
    public void It_is_for_reading_for_care_workers_for_shared_rows_and_for_this_purpose_only()
    {
        var facts = new OneFamily().Broken(Her).Facts;

        Assert.Equal(Reason.NoRelation, Decide(Midwife, facts, act: Act.Write));
        Assert.Equal(Reason.NoRelation, Decide(Midwife, facts, DataClass.Care, byPart: true));
        Assert.Equal(Reason.NoRelation, Decide(Midwife, facts, purpose: Purpose.Refer));
        Assert.Equal(Reason.NoRelation, Decide(Worker(Role.NetworkCoordinator), facts));
    }

    [Fact]
    public void It_is_hers_for_an_hour_and_for_families_around_her_only()
    {
        Assert.Equal(Reason.NoRelation, Decide(Midwife, new OneFamily().Broken(Somebody).Facts));
        Assert.Equal(Reason.NoRelation, Decide(Midwife, new OneFamily().Broken(Her, Now).Facts));
        Assert.Equal(
            Reason.OtherController,
            Decide(
                Midwife,
                new OneFamily { Controller = Far }
                    .Broken(Her)
                    .Facts
            )
        );
    }

    [Fact]
    public void A_glass_that_was_broken_closes_when_somebody_is_protected_stopped_or_shut_her_out()
    {
        var aboutHim = new OneFamily().Row(about: Father);

        Assert.Equal(Reason.NoRelation, Decide(Midwife, new OneFamily().Protected().Broken(Her).Facts, row: aboutHim));
        Assert.Equal(Reason.NoRelation, Decide(Midwife, new OneFamily().Without(Her, Mother).Broken(Her).Facts, row: aboutHim));
        Assert.Equal(Reason.Restricted, Decide(Midwife, new OneFamily().Restricted().Broken(Her).Facts));
    }

    [Fact]
    public void A_care_worker_may_break_it_for_a_family_around_her()
    {
        Assert.True(AccessPolicy.MayBreakGlass(Midwife, new OneFamily().Facts, Now));
        Assert.True(
            AccessPolicy.MayBreakGlass(
                Midwife,
                new OneFamily { Controller = NextDoor }
                    .Without(Somebody, null)
                    .Facts,
                Now
            )
        );
        Assert.True(AccessPolicy.MayBreakGlass(Midwife, new OneFamily().Without(Her, Mother, Now).Facts, Now));
        Assert.False(AccessPolicy.MayBreakGlass(Midwife, new OneFamily { Controller = Far }.Facts, Now));
    }

    [Fact]
    public void Nobody_else_may_and_not_where_somebody_is_protected_stopped_or_shut_her_out()
    {
        var family = new OneFamily().Facts;

        Assert.False(AccessPolicy.MayBreakGlass(Actor.Nobody, family, Now));
        Assert.False(AccessPolicy.MayBreakGlass(Midwife with { SecondFactor = false }, family, Now));
        Assert.False(AccessPolicy.MayBreakGlass(Worker(Role.NetworkCoordinator), family, Now));
        Assert.False(AccessPolicy.MayBreakGlass(Midwife, new OneFamily().Protected().Facts, Now));
        Assert.False(AccessPolicy.MayBreakGlass(Midwife, new OneFamily().Restricted().Facts, Now));
        Assert.False(AccessPolicy.MayBreakGlass(Midwife, new OneFamily().Without(Her, Mother).Facts, Now));
    }

    [Fact]
    public void A_parent_reads_what_she_told_and_what_was_shared_with_her_about_her_and_her_child()
    {
        var (facts, mother) = (new OneFamily().Facts, Parent(Mother, Baby));

        Assert.Equal(Reason.Allowed, Decide(mother, facts, DataClass.Care, row: new OneFamily().Row(about: Father, toldBy: Mother)));
        Assert.Equal(Reason.Allowed, Decide(mother, facts, DataClass.Care, row: new OneFamily().Row(shown: Now)));
        Assert.Equal(Reason.Allowed, Decide(mother, facts, DataClass.Care, row: new OneFamily().Row(about: Baby, shown: Now)));
        Assert.Equal(Reason.Allowed, Decide(mother, facts, DataClass.Attendance));
        Assert.Equal(Reason.NotHers, Decide(mother, facts, DataClass.Care, row: new OneFamily().Row(shown: Now.AddTicks(1))));
        Assert.Equal(Reason.NotHers, Decide(mother, facts, DataClass.Care));
        Assert.Equal(Reason.NotHers, Decide(mother, facts, DataClass.Care, row: new OneFamily().Row(about: Father, shown: Now)));
        Assert.Equal(Reason.NotHers, Decide(mother, facts, row: new OneFamily().Row(ofAll: true)));
    }

    [Fact]
    public void A_parent_sees_no_other_family_and_nothing_that_is_for_named_readers()
    {
        var elsewhere = Parent(Mother) with { Parent = new(Far, Mother, []) };
        var row = new OneFamily().Row(toldBy: Mother);

        Assert.Equal(Reason.NotHers, Decide(elsewhere, new OneFamily().Facts, row: row));
        Assert.Equal(Reason.NotHers, Decide(Parent(Mother), new OneFamily().Facts, DataClass.Confidential, row: row));
        Assert.Equal(Reason.NotHers, Decide(Parent(Mother), new OneFamily().Facts, DataClass.Pseudonymous, row: row));
    }

    [Fact]
    public void A_parent_changes_how_she_is_reached_and_her_story_and_nothing_else()
    {
        var (facts, mother, told) = (new OneFamily().Facts, Parent(Mother, Baby), new OneFamily().Row(toldBy: Mother));

        Assert.Equal(Reason.Allowed, Decide(mother, facts, act: Act.Write));
        Assert.Equal(Reason.Allowed, Decide(mother, facts, DataClass.Care, Act.Write, row: told, byPart: true));
        Assert.Equal(Reason.NotHers, Decide(mother, facts, DataClass.Care, Act.Write, row: told));
        Assert.Equal(Reason.NotHers, Decide(mother, facts, act: Act.Write, row: new OneFamily().Row(about: Baby)));
    }

    [Fact]
    public void A_protected_parent_changes_how_she_is_reached_through_her_worker_only()
    {
        var facts = new OneFamily().Protected().Facts;

        Assert.Equal(Reason.Protected, Decide(Parent(Mother), facts, act: Act.Write));
        Assert.Equal(Reason.Allowed, Decide(Parent(Mother), facts));
        Assert.Equal(
            Reason.Allowed,
            Decide(Parent(Mother), facts, DataClass.Care, Act.Write, row: new OneFamily().Row(toldBy: Mother), byPart: true)
        );
    }
}
