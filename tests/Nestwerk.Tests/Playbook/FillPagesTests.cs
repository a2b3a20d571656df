using System.Net;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Playbook;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook;

/// <summary>"Fill it up" over HTTP, without a script. Every test has a setting of its own, so that its recipes fit no other.</summary>
public abstract class FillPagesTests(TestHost host) : WebTests(host)
{
    [Fact, Trait("Row", "A7")]
    public async Task A_meeting_without_feeling_is_filled_up_in_balance_with_reasons_and_the_completion_can_be_undone()
    {
        var (stands, feeling, doing) = (Of("Stand", 30, 10, 0), Of("Voel", 0, 0, 35), Of("Doe", 0, 25, 0));
        var plan = Plan("Balans").With(stands).With(BlockKind.Closing, "Slot", 5);
        await App.AddAsync(stands, feeling, doing, plan);
        var me = await SignInAsync(Everybody.Facilitator);

        var page = await (await me.GetAsync($"/playbook/plans/{plan.Id}")).FollowAsync($"a[href='{Fill(plan)}']");

        Assert.Equal("Vul aan", page.Title);
        Assert.Contains("Doe", page.FindAll("[data-proposal='1'] .added a"));
        Assert.Equal("105 minuten, precies wat je zoekt.", page.FindAll("[data-proposal='1'] [data-reason=length]")[0]);
        Assert.Contains("alle drie tussen 25 en 45 %", page.FindAll("[data-proposal='1'] [data-reason=balance]")[0]);
        Assert.Equal("Voelen was er nog niet, nu wel.", page.FindAll("[data-proposal='1'] [data-reason=new]")[0]);
        Assert.Equal("Alles kan met 10 mensen.", page.FindAll("[data-proposal='1'] [data-reason=people]")[0]);
        var after = await page.PressAsync("[data-proposal='1'] button");
        Assert.Equal(["Stand", "Doe", "Voel", "Slot"], after.FindAll("#blocks h3"));
        Assert.DoesNotContain("Er is niets voor", after.Main);
        Assert.Equal("Maak ongedaan: aanvullen", after.FindAll("[value=undo]")[0]);
        Assert.Equal(["Stand", "Slot"], (await after.PressAsync("[value=undo]")).FindAll("#blocks h3"));
    }

    [Fact]
    public async Task Asked_goals_are_covered_and_named_and_stay_ticked()
    {
        var (with, without) = (Of("Met doel", 35, 35, 35, "referred"), Of("Zonder doel", 35, 35, 35));
        var plan = Plan("Doelen");
        await App.AddAsync(with, without, plan);
        var me = await SignInAsync(Everybody.Facilitator);

        var page = await (await me.GetAsync(Fill(plan))).PressAsync("main form[method=get]", ("goal", "referred"));

        Assert.Equal(["Met doel"], page.FindAll(".added a"));
        Assert.Equal("Werkt aan wat je vroeg: Ouders vinden de juiste hulp.", page.FindAll("[data-reason=goals]")[0]);
        Assert.NotNull(page.Html.QuerySelector("[name=goal][value=referred][checked]"));
        Assert.Contains("Meer voorstellen die echt verschillen, zijn er niet.", page.Main);
    }

    [Fact]
    public async Task The_rule_that_gave_way_is_named_with_how_far()
    {
        var wide = Of("Lang", 40, 40, 35);
        var plan = Plan("Ruimer");
        await App.AddAsync(wide, plan);
        var me = await SignInAsync(Everybody.Facilitator);

        var page = await me.GetAsync(Fill(plan));

        Assert.Contains("Tussen 95 en 115 minuten wel. Dat is de kleinste stap.", page.FindAll("[data-fill=Length]")[0]);
        Assert.Equal("115 minuten, 10 meer dan je zoekt.", page.FindAll("[data-reason=length]")[0]);
    }

    [Fact]
    public async Task When_nothing_fits_it_says_so_kindly_and_when_nothing_is_needed_too()
    {
        var stands = Of("Alles", 35, 35, 35);
        var (nothing, full) = (Plan("Niets", people: 90), Plan("Vol", people: 90).With(stands));
        await App.AddAsync(stands, nothing, full);
        var me = await SignInAsync(Everybody.Facilitator);

        var without = await me.GetAsync(Fill(nothing));
        var enough = await me.GetAsync(Fill(full));

        Assert.Contains("Dat ligt niet aan jou.", without.FindAll("[data-fill=nothing]")[0]);
        Assert.Equal("Deze bijeenkomst klopt al: 105 minuten. Er hoeft niets meer bij.", enough.FindAll("[data-fill=full]")[0]);
        Assert.Empty(without.FindAll("[data-proposal]").Concat(enough.FindAll("[data-proposal]")));
    }

    [Fact]
    public async Task What_the_group_did_in_earlier_meetings_of_that_name_comes_last_and_is_named()
    {
        var (old, other) = (Of("Oud", 35, 35, 35), Of("Anders", 35, 35, 35));
        var before = Plan("Groep Es", new(2027, 3, 1)).With(old);
        var elsewhere = APlan.By(Everybody.Neighbour, before.Facts).With(other);
        var plan = Plan("Groep Es");
        await App.AddAsync(old, other, before, elsewhere, plan);
        var me = await SignInAsync(Everybody.Facilitator);

        var page = await me.GetAsync(Fill(plan));

        Assert.Equal(["Anders", "Oud"], page.FindAll(".added a"));
        Assert.Equal(["Niets hiervan deed deze groep al.", "Deed deze groep al: Oud."], page.FindAll("[data-reason=before]"));
        Assert.Contains("We keken naar 1 eerdere bijeenkomst met de naam Groep Es.", page.Main);
    }

    [Fact]
    public async Task A_meeting_that_changed_in_the_meantime_gets_new_proposals_and_no_blocks()
    {
        var (first, second) = (Of("Eerst", 35, 35, 35), Of("Tweede", 35, 35, 35));
        var plan = Plan("Veranderd");
        await App.AddAsync(first, second, plan);
        var me = await SignInAsync(Everybody.Facilitator);
        var page = await me.GetAsync(Fill(plan));
        await (await me.GetAsync($"/playbook/plans/{plan.Id}")).PressAsync("[name=kind][value=Welcome]");

        var answer = await page.PressAsync("[data-proposal='1'] button");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(["Deze bijeenkomst is intussen veranderd. Dit zijn nieuwe voorstellen."], answer.Errors);
        Assert.Equal(["Onthaal"], (await me.GetAsync($"/playbook/plans/{plan.Id}")).FindAll("#blocks h3"));
        var again = await answer.PressAsync("[data-proposal='1'] button");
        Assert.Equal(2, again.FindAll("#blocks h3").Count);
    }

    [Fact]
    public async Task A_recipe_that_left_the_book_in_the_meantime_is_not_put_in()
    {
        var (gone, stays) = (Of("Weg", 35, 35, 35), Of("Blijft", 35, 35, 35));
        var plan = Plan("Uit het boek");
        await App.AddAsync(gone, stays, plan);
        var me = await SignInAsync(Everybody.Facilitator);
        var page = await me.GetAsync(Fill(plan));
        var number = page.FindAll("[data-proposal] .added a").ToList().IndexOf("Weg") + 1;
        await App.InDbAsync(async db =>
        {
            (await db.Set<Recipe>().SingleAsync(each => each.Id == gone.Id)).Archive(Plans.Now);
            return await db.SaveChangesAsync();
        });

        var answer = await page.PressAsync($"[data-proposal='{number}'] button");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.StartsWith("Er kon niets bij", answer.Errors[0]);
        Assert.Equal(["Blijft"], answer.FindAll(".added a"));
        Assert.Empty((await me.GetAsync($"/playbook/plans/{plan.Id}")).FindAll("#blocks h3"));
    }

    [Fact]
    public async Task A_colleague_sees_the_proposals_without_a_button_and_a_stranger_finds_nothing()
    {
        var recipe = Of("Leesbaar", 35, 35, 35);
        var plan = Plan("Alleen lezen");
        await App.AddAsync(recipe, plan);

        foreach (var (who, reads) in new[] { (Everybody.Colleague, true), (Everybody.Neighbour, false), (Everybody.Stranger, false) })
        {
            var browser = await SignInAsync(who);
            var page = await browser.GetAsync(Fill(plan));
            var token = (await browser.GetAsync("/playbook/plans/new")).Token();
            var answer = await browser.PostAsync(Fill(plan), token, ("recipe", $"{recipe.Id}"), ("Revision", $"{plan.Revision}"));

            Assert.Equal(reads ? HttpStatusCode.OK : HttpStatusCode.NotFound, page.Status);
            Assert.Equal(reads ? ["Leesbaar"] : [], page.FindAll(".added a"));
            Assert.Null(page.Html.QuerySelector("main form[method=post]"));
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public async Task A_post_without_recipes_or_with_too_many_is_refused(int count)
    {
        var plan = Plan("Geen of te veel");
        await App.AddAsync(plan);
        var me = await SignInAsync(Everybody.Facilitator);
        var token = (await me.GetAsync("/playbook/plans/new")).Token();
        var ids = Enumerable.Range(1, count).Select(number => ("recipe", $"{CompletionCases.Id(number)}"));

        var answer = await me.PostAsync(Fill(plan), [token, .. ids, ("Revision", $"{plan.Revision}")]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    static string Fill(MeetingPlan plan) => $"/playbook/plans/{plan.Id}/fill";

    /// <summary>A meeting of 105 minutes for people, in a place that offers only what this test's recipes need.</summary>
    static MeetingPlan Plan(
        string title,
        DateOnly? day = null,
        int people = 10,
        [System.Runtime.CompilerServices.CallerMemberName] string test = ""
    ) => APlan.By(Everybody.Facilitator, APlan.Facts(title) with { Date = day ?? new(2027, 3, 16), People = people, Offers = test });

    static Recipe Of(
        string title,
        int know,
        int @do,
        int feel,
        string? goal = null,
        [System.Runtime.CompilerServices.CallerMemberName] string test = ""
    ) =>
        ARecipe.Published(
            ARecipe.Content(title) with
            {
                Minutes = new(know, @do, feel),
                Goals = goal is null ? [] : [goal],
                Settings = [test],
                Audience = Audience.Pregnancy,
            }
        );
}

public sealed class FillPagesOnSqlite(SqliteHost host) : FillPagesTests(host), IClassFixture<SqliteHost>;

public sealed class FillPagesOnPostgres(PostgresHost host) : FillPagesTests(host), IClassFixture<PostgresHost>;
