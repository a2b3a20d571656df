using System.Net;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook;

/// <summary>Forms of a plan: what was typed is never lost.</summary>
public abstract class FactsPagesTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task What_does_not_fit_is_said_beside_the_field_and_everything_typed_is_still_there()
    {
        var plan = APlan.By(Everybody.Facilitator);
        await App.AddAsync(plan);
        var me = await SignInAsync(Everybody.Facilitator);
        var form = await me.GetAsync($"/playbook/plans/{plan.Id}/facts");
        var longText = new string('x', 5000);

        var page = await form.PressAsync(
            "main form button",
            ("Input.People", "een tiental"),
            ("Input.Needs", longText),
            ("Input.WantedMinutes", "-20"),
            ("Input.Date", "morgen"),
            ("Input.Place", "De Notelaar")
        );

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(4, page.Errors.Count);
        Assert.Equal("een tiental", page.Find("[name='Input.People']").GetAttribute("value"));
        Assert.Equal("-20", page.Find("[name='Input.WantedMinutes']").GetAttribute("value"));
        Assert.Equal("De Notelaar", page.Find("[name='Input.Place']").GetAttribute("value"));
        Assert.Equal(5000, page.Find("[name='Input.Needs']").TextContent.Trim().Length);
        Assert.StartsWith("Fout:", page.Html.Title);
    }

    [Fact]
    public async Task When_two_people_change_the_facts_the_second_sees_both_texts_and_decides()
    {
        var plan = APlan.By(Everybody.Facilitator, with: Everybody.CoFacilitator);
        await App.AddAsync(plan);
        var (first, second) = (await SignInAsync(Everybody.Facilitator), await SignInAsync(Everybody.CoFacilitator));
        var mine = await first.GetAsync($"/playbook/plans/{plan.Id}/facts");
        var hers = await second.GetAsync($"/playbook/plans/{plan.Id}/facts");
        await mine.PressAsync("main form button", ("Input.Place", "De Notelaar"));

        var clash = await hers.PressAsync("main form button", ("Input.Place", "Buurthuis"));

        Assert.Equal(HttpStatusCode.Conflict, clash.Status);
        Assert.Contains("De Notelaar", clash.Find(".theirs").TextContent);
        Assert.Contains("Buurthuis", clash.Find(".yours").TextContent);
        Assert.Equal("Buurthuis", clash.Find("[name='Input.Place']").GetAttribute("value"));
        var kept = await clash.PressAsync("main form button");
        Assert.Contains("Buurthuis", kept.Main);
    }

    [Fact]
    public async Task A_nul_in_a_form_is_refused_and_changes_nothing()
    {
        var plan = APlan.By(Everybody.Facilitator);
        await App.AddAsync(plan);
        var me = await SignInAsync(Everybody.Facilitator);
        var form = await me.GetAsync($"/playbook/plans/{plan.Id}/facts");

        var page = await form.PressAsync("main form button", ("Input.Place", "a\0b"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
    }

    [Fact, Trait("Row", "D2")]
    public async Task Group_agreements_written_once_stand_on_the_run_sheet()
    {
        var plan = APlan.By(Everybody.Facilitator);
        await App.AddAsync(plan);
        var me = await SignInAsync(Everybody.Facilitator);

        await (await me.GetAsync($"/playbook/plans/{plan.Id}/facts")).PressAsync("main form button", ("Input.Agreements", "Zwijgen mag."));
        var sheet = await me.GetAsync($"/playbook/plans/{plan.Id}/runsheet");

        Assert.Contains("Zwijgen mag.", sheet.Main);
    }

    [Fact]
    public async Task A_deleted_meeting_is_gone_for_everyone_and_comes_back_whole()
    {
        var plan = APlan.By(Everybody.Facilitator);
        await App.AddAsync(plan);
        var me = await SignInAsync(Everybody.Facilitator);

        var list = await (await me.GetAsync($"/playbook/plans/{plan.Id}/delete")).PressAsync("main form button");
        Assert.Contains("Dertig dagen", list.Main);
        Assert.Equal(HttpStatusCode.NotFound, (await me.GetAsync($"/playbook/plans/{plan.Id}")).Status);
        var back = await (await list.FollowAsync(".note a")).PressAsync("main form button");

        Assert.Equal(plan.Title, back.Title);
    }

    [Fact]
    public async Task A_block_of_her_own_can_be_named_timed_and_noted_and_bad_minutes_are_refused_in_words()
    {
        var plan = APlan.By(Everybody.Facilitator).With(Nestwerk.Playbook.BlockKind.Own, "Kring", 15);
        await App.AddAsync(plan);
        var me = await SignInAsync(Everybody.Facilitator);
        var form = await me.GetAsync($"/playbook/plans/{plan.Id}/blocks/{plan.Blocks[0].Id}");

        var refused = await form.PressAsync("main form button", ("Input.Minutes", "-5"), ("Input.Note", "Stoelen in een kring"));
        var done = await refused.PressAsync("main form button", ("Input.Minutes", "12"), ("Input.Pillar", "Feel"));

        Assert.Contains("Kies een getal van 0 tot 240", refused.Errors[0]);
        Assert.Contains("12 min", done.Main);
        Assert.Contains("Stoelen in een kring", done.Main);
    }
}

public sealed class FactsPagesOnSqlite(SqliteHost host) : FactsPagesTests(host), IClassFixture<SqliteHost>;

public sealed class FactsPagesOnPostgres(PostgresHost host) : FactsPagesTests(host), IClassFixture<PostgresHost>;
