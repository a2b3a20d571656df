using Nestwerk.Playbook;
using Nestwerk.Shared;

namespace Nestwerk.Tests.Playbook;

public sealed class PlanRulesTests
{
    static readonly PlanFacts Group = new();

    [Fact, Trait("Row", "A6")]
    public void A_group_meeting_of_90_to_120_minutes_passes_a_shorter_one_warns_and_a_longer_one_is_not_ready()
    {
        for (var minutes = 3; minutes <= 240; minutes++)
        {
            var plan = Plans.Of(Group, (minutes / 3, minutes / 3, minutes - (2 * (minutes / 3))));

            var length = Plans.Look(plan).Single(finding => finding.Code is "tooLong" or "tooShort" or "length");

            var expected =
                minutes > 120 ? "tooLong"
                : minutes < 90 ? "tooShort"
                : "length";
            Assert.Equal(expected, length.Code);
            Assert.Equal(minutes <= 120, PlanRules.IsReady(Plans.Look(plan)));
            Assert.Equal(expected == "tooShort", length.Weight == Weight.Warning);
        }
    }

    [Theory, Trait("Row", "A6")]
    [InlineData(MeetingKind.FirstAid)]
    [InlineData(MeetingKind.DropIn)]
    [InlineData(MeetingKind.MotherGroup)]
    [InlineData(MeetingKind.ClosingActivity)]
    [InlineData(MeetingKind.Professionals)]
    public void Other_kinds_of_meeting_have_no_rule_about_length_or_balance(MeetingKind kind)
    {
        foreach (var minutes in new[] { 10, 80, 125, 230 })
            Assert.Empty(Plans.Look(Plans.Of(new() { Kind = kind, People = 10 }, (minutes, 0, 0))));
    }

    [Fact, Trait("Row", "A8")]
    public void What_comes_per_parent_asks_how_many_parents_come_until_somebody_says_so()
    {
        var mats = Plans.Recipe(new(30, 30, 30)) with { Materials = [new(new("matje", "tapis", "mat"), 1, Per.Person)] };
        var flipchart = Plans.Recipe(new(30, 30, 30)) with { Materials = [new(new("flap", "tableau", "flip chart"), 1, Per.Group)] };

        Assert.Contains("peopleUnknown", Plans.Codes(Plans.View(Group with { People = null }, mats), Weight.Hint));
        Assert.DoesNotContain("peopleUnknown", Plans.Codes(Plans.View(Group with { People = 10 }, mats), Weight.Hint));
        Assert.DoesNotContain("peopleUnknown", Plans.Codes(Plans.View(Group with { People = null }, flipchart), Weight.Hint));
    }

    [Theory, Trait("Row", "A7")]
    [InlineData(Pillar.Know)]
    [InlineData(Pillar.Do)]
    [InlineData(Pillar.Feel)]
    public void A_missing_pillar_is_warned_about_by_name_until_it_is_there(Pillar missing)
    {
        var two = Plans.Of(Group, [.. Pillars.All.Where(pillar => pillar != missing).Select(Minutes)]);
        var three = Plans.Of(Group, [.. Pillars.All.Select(Minutes)]);

        var warning = Assert.Single(Plans.Look(two), finding => finding.Code == "absent");
        Assert.Equal(Weight.Warning, warning.Weight);
        Assert.Equal(missing, warning.Values[0]);
        Assert.DoesNotContain(Plans.Look(three), finding => finding.Code == "absent");

        static (int, int, int) Minutes(Pillar pillar)
        {
            var minutes = PillarMinutes.Only(pillar, 35);
            return (minutes.Know, minutes.Do, minutes.Feel);
        }
    }

    [Theory, Trait("Row", "A7")]
    [InlineData(60, 20, 20, null, null)]
    [InlineData(61, 20, 19, Pillar.Know, null)]
    [InlineData(50, 35, 15, null, null)]
    [InlineData(50, 36, 14, null, Pillar.Feel)]
    public void A_pillar_above_60_or_below_15_percent_is_hinted_at(int know, int @do, int feel, Pillar? heavy, Pillar? light)
    {
        var found = Plans.Look(Plans.Of(Group, (know, @do, feel)));

        Assert.Equal(heavy, (Pillar?)found.SingleOrDefault(finding => finding.Code == "heavy")?.Values[0]);
        Assert.Equal(light, (Pillar?)found.SingleOrDefault(finding => finding.Code == "light")?.Values[0]);
        Assert.All(found.Where(finding => finding.Code is "heavy" or "light"), finding => Assert.Equal(Weight.Hint, finding.Weight));
    }

    [Fact]
    public void Welcome_break_and_closing_count_for_time_and_not_for_balance()
    {
        var plan = Plans.Empty();
        var views = new[] { BlockKind.Welcome, BlockKind.Break, BlockKind.Closing }.Select(kind => new BlockView
        {
            Block = PlanBlock.Of(kind, "x"),
        });

        var view = new PlanView(plan, [.. views]);

        Assert.Equal(30, view.TotalMinutes);
        Assert.Equal(default, view.Pillars);
    }

    [Theory, Trait("Row", "D2")]
    [InlineData(16, 30, true)]
    [InlineData(15, 30, false)]
    [InlineData(0, 30, false)]
    public void Exchange_is_fine_when_parents_talk_longer_than_input_takes(int talk, int minutes, bool fine)
    {
        var plan = Plans.View(Group, Plans.Recipe(new(minutes / 3, minutes / 3, minutes / 3), talk));

        Assert.Equal(talk, plan.TalkMinutes);
        Assert.Equal(minutes - talk, plan.InputMinutes);
        Assert.Equal(fine, Plans.Look(plan).Any(finding => finding is { Code: "exchange", Weight: Weight.Fine }));
    }

    [Fact]
    public void An_empty_plan_has_nothing_to_say() => Assert.Empty(Plans.Look(Plans.Of(Group)));

    [Theory]
    [InlineData(15, "tooMany")]
    [InlineData(14, null)]
    [InlineData(4, null)]
    [InlineData(3, "tooFew")]
    [InlineData(null, null)]
    public void The_group_is_held_against_the_size_a_recipe_is_for(int? people, string? code)
    {
        var found = Plans.Look(Plans.Of(Group with { People = people }, (10, 10, 10)));

        Assert.Equal(
            code,
            found
                .SingleOrDefault(finding =>
                    finding.Code.StartsWith("too", StringComparison.Ordinal) && finding.Code is "tooMany" or "tooFew"
                )
                ?.Code
        );
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", true)]
    [InlineData("room", true)]
    [InlineData("room projector", false)]
    public void A_setting_that_the_place_lacks_is_named_once_somebody_said_what_there_is(string? offers, bool warned)
    {
        var recipe = Plans.Recipe(new(10, 10, 10)) with { Settings = ["projector"] };

        var found = Plans.Look(Plans.View(Group with { Offers = offers }, recipe));

        Assert.Equal(warned, found.Any(finding => finding is { Code: "setting", Values: [_, "projector"] }));
    }

    [Fact]
    public void Every_audience_fits_as_the_table_says()
    {
        Audience[] all = [Audience.Pregnancy, Audience.AfterBirth, Audience.Both, Audience.Professionals];
        bool[,] fits =
        {
            { true, false, true, false },
            { false, true, true, false },
            { true, true, true, false },
            { false, false, false, true },
        };

        for (var recipe = 0; recipe < 4; recipe++)
        for (var group = 0; group < 4; group++)
            Assert.Equal(fits[recipe, group], PlanRules.Fits(all[recipe], all[group]));
        Assert.All(all, recipe => Assert.True(PlanRules.Fits(recipe, null)));
    }

    [Fact]
    public void The_thresholds_are_settings()
    {
        var plan = Plans.Of(Group, (20, 20, 20));

        var found = PlanRules.Look(plan, new BalanceOptions { FewestMinutes = 30, MostMinutes = 50 });

        Assert.Contains(found, finding => finding is { Code: "tooLong", Values: [60, 50, 10] });
    }

    [Fact]
    public void Each_finding_has_a_sentence_and_what_to_do_about_it()
    {
        string[] codes =
        [
            "tooLong",
            "tooShort",
            "absent",
            "heavy",
            "light",
            "littleExchange",
            "overrun",
            "roomCloses",
            "longerThanWanted",
            "shorterThanWanted",
            "tooMany",
            "tooFew",
            "audience",
            "setting",
            "newer",
        ];

        Assert.All(codes, code => Assert.True(Texts.Has($"finding.{code}") && Texts.Has($"finding.{code}.do")));
    }
}
