using Nestwerk.Access;
using static Nestwerk.Tests.Access.OneFamily;

namespace Nestwerk.Tests.Access;

/// <summary>The rules about one row of a family, one sentence each.</summary>
[Trait("Row", "R03")]
public sealed class FamilyPolicyTests
{
    static readonly Actor Midwife = Worker(Role.CareWorker) with { Teams = [Team] };
    static readonly Actor SheElsewhere = new Actor(
        Her,
        "Kaat",
        true,
        [new(House, "Ninove", Role.CareWorker, []), new(Far, "Luik", Role.Facilitator, [])]
    ).At(House);

    [Fact]
    public void Without_a_name_or_a_second_factor_nothing_opens()
    {
        var facts = new OneFamily().Beside(Her);

        Assert.Equal(Reason.NotSignedIn, Decide(Actor.Nobody, facts));
        Assert.Equal(Reason.NoSecondFactor, Decide(Midwife with { SecondFactor = false }, facts));
    }

    [Fact]
    public void The_facts_of_another_family_open_nothing()
    {
        var facts = new OneFamily().Beside(Her) with { FamilyId = Far };

        Assert.Equal(Reason.NotHers, Decide(Midwife, facts));
    }

    [Fact]
    public void A_midwife_in_the_care_team_reads_what_she_wrote_without_being_asked_again() =>
        Assert.Equal(
            Reason.Allowed,
            Decide(Midwife, new OneFamily().Beside(Her), DataClass.Care, row: new OneFamily().Row(writtenBy: Her))
        );

    [Theory]
    [InlineData(true, Reason.Excluded)]
    [InlineData(false, Reason.Allowed)]
    public void A_relation_reaches_as_long_as_nobody_shut_her_out(bool shutOut, Reason expected)
    {
        var family = shutOut ? new OneFamily().Without(Her, Mother) : new OneFamily().Without(Somebody, Mother);

        Assert.Equal(expected, Decide(Midwife, family.Beside(Her)));
    }

    [Fact]
    public void Shutting_out_wins_from_a_relation_a_yes_and_a_broken_glass()
    {
        var family = new OneFamily().Without(Her, Mother).Broken(Her);
        family.Consents.Add(family.Yes(Her, DataClass.Care));

        Assert.Equal(Reason.Excluded, Decide(Midwife, family.Beside(Her), DataClass.Care));
    }

    [Fact]
    public void An_organisation_that_is_shut_out_stays_so_when_she_works_for_another_today() =>
        Assert.Equal(Reason.Excluded, Decide(SheElsewhere, new OneFamily().Without(Far, Mother).Beside(Her)));

    [Fact]
    public void Shutting_out_about_her_leaves_what_is_about_another_and_takes_what_is_about_all()
    {
        var facts = new OneFamily().Without(Her, Mother).Beside(Her);

        Assert.Equal(Reason.Allowed, Decide(Midwife, facts, row: new OneFamily().Row(about: Father)));
        Assert.Equal(Reason.Excluded, Decide(Midwife, facts, row: new OneFamily().Row(ofAll: true)));
    }

    [Fact]
    public void Shutting_out_from_the_whole_family_holds_for_every_member() =>
        Assert.Equal(
            Reason.Excluded,
            Decide(Midwife, new OneFamily().Without(Her, null).Beside(Her), row: new OneFamily().Row(about: Baby))
        );

    [Fact]
    public void It_holds_until_its_end_and_no_longer()
    {
        Assert.Equal(Reason.Excluded, Decide(Midwife, new OneFamily().Without(Her, Mother, Now.AddTicks(1)).Beside(Her)));
        Assert.Equal(Reason.Allowed, Decide(Midwife, new OneFamily().Without(Her, Mother, Now).Beside(Her)));
    }

    [Fact]
    public void A_father_whom_she_shut_out_learns_nothing_about_her_by_whichever_name()
    {
        var facts = new OneFamily().Without(Father, Mother).Facts;
        var row = new OneFamily().Row(toldBy: Father);

        Assert.Equal(Reason.Excluded, Decide(Parent(Father), facts, row: row));
        Assert.Equal(Reason.Excluded, Decide(Parent(Father) with { PersonId = Somebody }, facts, row: row));
    }

    [Fact]
    public void What_is_put_aside_is_for_the_officer_with_a_case_only()
    {
        var family = new OneFamily { Basis = Basis.Case }.Restricted();

        Assert.Equal(Reason.Restricted, Decide(Midwife, new OneFamily().Restricted().Beside(Her)));
        Assert.Equal(Reason.Allowed, Decide(Worker(Role.ProtectionOfficer), family.Beside(Her), purpose: Purpose.SubjectRequest));
    }

    [Fact]
    public void A_family_of_another_controller_is_none_of_her_business()
    {
        Assert.Equal(Reason.OtherController, Decide(Midwife, new OneFamily { Controller = Far }.Facts));
        Assert.Equal(Reason.NoRelation, Decide(Midwife, new OneFamily { Controller = NextDoor }.Facts));
        Assert.Equal(Reason.Allowed, Decide(Midwife, new OneFamily { Controller = Far }.Beside(Her)));
    }

    [Fact]
    public void A_relation_to_one_person_opens_nothing_of_another_nor_of_all()
    {
        var facts = new OneFamily().Beside(Her, Mother);

        Assert.Equal(Reason.Allowed, Decide(Midwife, facts));
        Assert.Equal(Reason.NoRelation, Decide(Midwife, facts, row: new OneFamily().Row(about: Father)));
        Assert.Equal(Reason.NoRelation, Decide(Midwife, facts, row: new OneFamily().Row(ofAll: true)));
    }

    [Fact]
    public void A_relation_opens_its_classes_only_and_until_its_end_only()
    {
        Assert.Equal(Reason.NoRelation, Decide(Midwife, new OneFamily().Beside(Her, classes: DataClasses.Needs)));
        Assert.Equal(Reason.Allowed, Decide(Midwife, new OneFamily().Beside(Her, until: Now.AddTicks(1))));
        Assert.Equal(Reason.NoRelation, Decide(Midwife, new OneFamily().Beside(Her, until: Now)));
    }

    [Fact]
    public void What_her_team_holds_she_holds_while_she_is_in_it()
    {
        var facts = new OneFamily().Beside(Team);

        Assert.Equal(Reason.Allowed, Decide(Midwife, facts));
        Assert.Equal(Reason.NoRelation, Decide(Midwife with { Teams = [] }, facts));
    }

    [Fact]
    public void What_an_organisation_holds_opens_for_the_role_she_has_there_and_not_for_a_role_elsewhere()
    {
        var elsewhere = new Actor(Her, "Kaat", true, [new(House, "Ninove", Role.Facilitator, []), new(Far, "Luik", Role.CareWorker, [])]);

        Assert.Equal(Reason.Allowed, Decide(Midwife, new OneFamily().Beside(House)));
        Assert.Equal(Reason.NoRelation, Decide(elsewhere, new OneFamily().Beside(House)));
    }

    [Fact]
    public void A_note_of_another_takes_a_yes_that_holds()
    {
        var (family, ended) = (new OneFamily(), new OneFamily());
        family.Consents.Add(family.Yes(Her, DataClass.Care, until: Now.AddTicks(1)));
        ended.Consents.Add(ended.Yes(Her, DataClass.Care, until: Now));

        Assert.Equal(Reason.NoConsent, Decide(Midwife, new OneFamily().Beside(Her), DataClass.Care));
        Assert.Equal(Reason.Allowed, Decide(Midwife, family.Beside(Her), DataClass.Care));
        Assert.Equal(Reason.NoConsent, Decide(Midwife, ended.Beside(Her), DataClass.Care));
    }

    [Fact]
    public void A_yes_for_another_purpose_class_person_or_recipient_is_no_yes()
    {
        Consent[] others(OneFamily of) =>
            [of.Yes(Her, DataClass.Care, Purpose.Refer), of.Yes(Her, DataClass.Needs), of.Yes(Somebody, DataClass.Care)];
        var family = new OneFamily();
        family.Consents.AddRange(others(family));

        Assert.Equal(Reason.NoConsent, Decide(Midwife, family.Beside(Her), DataClass.Care));
        family.Consents.Add(family.Yes(Her, DataClass.Care));
        Assert.Equal(Reason.NoConsent, Decide(Midwife, family.Facts, DataClass.Care, row: family.Row(about: Father)));
    }

    [Fact]
    public void A_paragraph_of_her_story_takes_a_yes_to_that_paragraph()
    {
        var (row, whole, part) = (new OneFamily().Row(), new OneFamily(), new OneFamily());
        whole.Consents.Add(whole.Yes(Her, DataClass.Care));
        part.Consents.Add(part.Yes(Her, DataClass.Care, part: row.Id));

        Assert.Equal(Reason.NoConsent, Decide(Midwife, whole.Beside(Her), DataClass.Care, row: row, byPart: true));
        Assert.Equal(Reason.Allowed, Decide(Midwife, part.Beside(Her), DataClass.Care, row: row, byPart: true));
        Assert.Equal(Reason.Allowed, Decide(Midwife, part.Facts, DataClass.Care, row: row));
        Assert.Equal(Reason.NoConsent, Decide(Midwife, part.Facts, DataClass.Care, row: row with { Id = Far }, byPart: true));
    }

    [Fact]
    public void How_a_protected_person_is_reached_only_her_care_sees()
    {
        var group = new OneFamily { Basis = Basis.Enrolment }
            .Protected()
            .Beside(Her);

        Assert.Equal(Reason.Allowed, Decide(Midwife, new OneFamily().Protected().Beside(Her)));
        Assert.Equal(Reason.Protected, Decide(Worker(Role.Facilitator), group, purpose: Purpose.DeliverGroup));
        Assert.Equal(
            Reason.Allowed,
            Decide(Worker(Role.Facilitator), group, purpose: Purpose.DeliverGroup, row: new OneFamily().Row(about: Father))
        );
        Assert.Equal(Reason.Allowed, Decide(Worker(Role.Facilitator), group, DataClass.Needs, purpose: Purpose.DeliverGroup));
    }

    [Fact]
    public void Of_several_roles_the_one_that_leads_furthest_counts() =>
        Assert.Equal(Reason.Allowed, Decide(Worker(Role.Facilitator, Role.CareWorker), new OneFamily().Protected().Beside(Her)));

    internal static Reason Decide(
        Actor actor,
        FamilyFacts facts,
        DataClass data = DataClass.Contact,
        Act act = Act.Read,
        Purpose purpose = Purpose.CoordinateTrajectory,
        PolicyRow? row = null,
        bool byPart = false
    ) => AccessPolicy.Decide(actor, new(act, data, byPart, purpose, Now), row ?? new OneFamily().Row(), facts);
}
