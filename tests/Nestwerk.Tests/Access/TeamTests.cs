using System.Net;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Access.Team;
using Nestwerk.Playbook;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Access;

/// <summary>Who comes in, who comes back in, and who goes.</summary>
public abstract class TeamTests(TestHost host) : WebTests(host)
{
    const string NewPassword = "vier gele fietsen zingen";
    const string Wrong = "/invitation";

    [Fact]
    public async Task A_newcomer_chooses_her_own_password_and_starts_with_what_she_was_given()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var code = await InviteAsync(app, "Lotte Baert", "lotte@huis.example", "Facilitator", "LibraryEditor");
        var browser = app.Visitor();

        var choose = await CodeAsync(browser, "lotte@huis.example", code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));
        var account = await choose.PressAsync("form[action*=Password]", ("Password", NewPassword), ("Again", NewPassword));

        Assert.Contains("Lotte Baert", choose.Title, StringComparison.Ordinal);
        Assert.Equal("/account", account.Path);
        Assert.Contains("Begeleider, Redacteur van het draaiboek", account.Main, StringComparison.Ordinal);
        Assert.Equal("/account", (await browser.GetAsync("/playbook")).Path);
    }

    [Fact]
    public async Task A_code_works_once_for_one_address_and_for_three_days()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var code = await InviteAsync(app, "Lotte Baert", "lotte@huis.example", "Facilitator");
        var late = await InviteAsync(app, "Mia Daems", "mia@huis.example", "Facilitator");

        var stranger = await CodeAsync(app.Visitor(), "mia@huis.example", code);
        var choose = await CodeAsync(app.Visitor(), "lotte@huis.example", code);
        await choose.PressAsync("form[action*=Password]", ("Password", NewPassword), ("Again", NewPassword));
        var again = await CodeAsync(app.Visitor(), "lotte@huis.example", code);
        app.Time.Advance(TimeSpan.FromHours(73));
        var expired = await CodeAsync(app.Visitor(), "mia@huis.example", late);

        Assert.All([stranger, again, expired], page => Assert.Equal(Wrong, page.Path));
        Assert.Single(new[] { stranger, again, expired }.SelectMany(page => page.Errors).Distinct());
    }

    [Fact]
    public async Task A_newer_code_ends_the_one_before_it_and_a_withdrawn_one_opens_nothing()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var first = await InviteAsync(app, "Lotte Baert", "lotte@huis.example", "Facilitator");
        var second = await InviteAsync(app, "Lotte Baert", "lotte@huis.example", "Facilitator");
        var admin = await app.SignInAsync(Everybody.Admin);

        var old = await CodeAsync(app.Visitor(), "lotte@huis.example", first);
        await (await admin.GetAsync("/people")).PressAsync("form[action*=Withdraw] button");
        var withdrawn = await CodeAsync(app.Visitor(), "lotte@huis.example", second);

        Assert.Single(old.Errors);
        Assert.Single(withdrawn.Errors);
        Assert.DoesNotContain("Lotte", (await admin.GetAsync("/people")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inviting_somebody_who_is_known_elsewhere_looks_the_same_and_gives_her_a_second_house()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var code = await InviteAsync(app, "Greet", Everybody.Neighbour.Email, "Facilitator");

        var done = await CodeAsync(app.Visitor(), Everybody.Neighbour.Email, code);
        var browser = await app.SignInAsync(Everybody.Neighbour);
        var menu = await browser.GetAsync("/account");
        await menu.PressAsync($"form.houses button[value='{Place.Ninove.Id}']");
        var narrowed = await browser.GetAsync("/account");

        Assert.Equal("Je bent erbij", done.Title);
        Assert.Contains(Place.Lede.Name, menu.Find("footer").TextContent, StringComparison.Ordinal);
        Assert.Contains(Place.Ninove.Name, menu.Find("footer").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Place.Lede.Name, narrowed.Find("footer").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_house_she_does_not_work_for_cannot_be_chosen()
    {
        var browser = await SignInAsync(Everybody.Facilitator);
        var page = await browser.GetAsync("/account");

        await page.PressAsync("form[action='/language'] button"); // any form brings the token
        await browser.PostAsync("/account/house", page.Token(), ("to", $"{Place.Liege.Id}"));

        Assert.Contains(Place.Ninove.Name, (await browser.GetAsync("/account")).Find("footer").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_way_back_in_takes_her_old_sessions_and_factors_away_only_when_she_uses_it()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var elsewhere = await app.SignInAsync(Everybody.Colleague);
        var admin = await app.SignInAsync(Everybody.Admin);
        var page = await admin.GetAsync($"/people/{Place.Ninove.Id}/{Everybody.Colleague.Id}");

        var code = (await page.PressAsync("form[action*=Restore] button")).Find(".code-big code").TextContent;
        var before = await elsewhere.GetAsync("/playbook");
        var choose = await CodeAsync(app.Visitor(), Everybody.Colleague.Email, code);
        var account = await choose.PressAsync("form[action*=Password]", ("Password", NewPassword), ("Again", NewPassword));

        Assert.Equal("/playbook", before.Path);
        Assert.Equal("/account", account.Path);
        Assert.Contains($"{Everybody.Admin.Name} maakte op", account.Main, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await elsewhere.GetAsync("/playbook")).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_way_back_in_that_would_open_more_than_her_house_is_not_hers_to_make(bool elsewhere)
    {
        await using var app = await TheHost.StartAnotherAsync();
        var (place, role) = elsewhere ? (Place.Lede, Role.Facilitator) : (Place.Ninove, Role.PlatformAdmin);
        await app.AddAsync(Appointment.Beginning(Everybody.Colleague.Id, place.Id, role, new(2024, 9, 1)));
        var admin = await app.SignInAsync(Everybody.Admin);
        var address = $"/people/{Place.Ninove.Id}/{Everybody.Colleague.Id}";
        var page = await admin.GetAsync(address);

        var forced = await admin.PostAsync(address + "?handler=Restore", page.Token());

        Assert.Null(page.Html.QuerySelector("form[action*=Restore]"));
        Assert.Equal(HttpStatusCode.NotFound, forced.Status);
        Assert.Equal(0, await app.InDbAsync(db => db.Set<Invitation>().CountAsync()));
    }

    [Theory]
    [InlineData("kort", "kort")]
    [InlineData("aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa")]
    [InlineData("lotte@huis.example", "lotte@huis.example")]
    [InlineData(NewPassword, "iets heel anders dan dat")]
    public async Task A_password_that_will_not_do_is_asked_again_and_the_code_stays_good(string password, string again)
    {
        await using var app = await TheHost.StartAnotherAsync();
        var code = await InviteAsync(app, "Lotte Baert", "lotte@huis.example", "Facilitator");
        var choose = await CodeAsync(app.Visitor(), "lotte@huis.example", code);

        var refused = await choose.PressAsync("form[action*=Password]", ("Password", password), ("Again", again));
        var taken = await refused.PressAsync("form[action*=Password]", ("Password", NewPassword), ("Again", NewPassword));

        Assert.Single(refused.Errors);
        Assert.Equal("/account", taken.Path);
    }

    [Fact]
    public async Task Roles_change_at_once_and_the_past_stays_written()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var admin = await app.SignInAsync(Everybody.Admin);
        var her = await app.SignInAsync(Everybody.Colleague);
        var address = $"/people/{Place.Ninove.Id}/{Everybody.Colleague.Id}";

        await (await admin.GetAsync(address)).PressAsync("form[action*=Roles]", ("Roles", "LibraryEditor"));
        var meetings = await her.GetAsync("/playbook/plans");

        Assert.Equal(HttpStatusCode.Forbidden, meetings.Status);
        Assert.Contains("Vroeger", (await admin.GetAsync(address)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_takes_over_can_go_on_and_she_who_left_comes_in_no_more()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var plan = APlan.By(Everybody.Facilitator);
        await app.AddAsync(plan, Second(Everybody.Colleague));
        var her = await app.SignInAsync(Everybody.Facilitator);
        var admin = await app.SignInAsync(Everybody.Admin);

        var asked = await admin.GetAsync($"/people/{Place.Ninove.Id}/{Everybody.Facilitator.Id}/leave");
        await asked.PressAsync("main form", ("To", $"{Everybody.Colleague.Id}"));
        var taker = await app.SignInAsync(Everybody.Colleague);

        Assert.Contains("1 bijeenkomst", asked.Main, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await her.GetAsync("/playbook")).Path, StringComparison.Ordinal);
        Assert.NotNull((await taker.GetAsync($"/playbook/plans/{plan.Id}")).Html.QuerySelector("main form[method=post]"));
    }

    [Fact]
    public async Task The_last_admin_stays_and_a_house_of_one_still_sets_its_own_roles()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var admin = await app.SignInAsync(Everybody.Admin);
        var mine = $"/people/{Place.Ninove.Id}/{Everybody.Admin.Id}";

        var refused = await (await admin.GetAsync(mine)).PressAsync("form[action*=Roles]", ("Roles", "Facilitator"));
        await admin.GetAsync(mine + "/leave");
        var left = await (await admin.GetAsync(mine + "/leave")).PressAsync("main form");
        var more = await (await admin.GetAsync(mine)).PressAsync(
            "form[action*=Roles]",
            ("Roles", "OrganisationAdmin"),
            ("Roles", "Facilitator")
        );

        Assert.Single(refused.Errors);
        Assert.Single(left.Errors);
        Assert.Equal("/people", more.Path);
    }

    [Fact]
    public async Task With_another_admin_nobody_changes_her_own_roles()
    {
        await using var app = await TheHost.StartAnotherAsync();
        await app.AddAsync(Second(Everybody.Colleague, Role.OrganisationAdmin));
        var admin = await app.SignInAsync(Everybody.Admin);
        var mine = $"/people/{Place.Ninove.Id}/{Everybody.Admin.Id}";
        var page = await admin.GetAsync(mine);

        var forced = await admin.PostAsync(
            mine + "?handler=Roles",
            page.Token(),
            ("Roles", "OrganisationAdmin"),
            ("Roles", "LibraryEditor")
        );

        Assert.Null(page.Html.QuerySelector("form[action*=Roles]"));
        Assert.Single(forced.Errors);
    }

    [Fact]
    public async Task Nobody_gives_a_role_she_may_not_give()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var admin = await app.SignInAsync(Everybody.Admin);

        await (await admin.GetAsync($"/people/{Place.Ninove.Id}/{Everybody.Colleague.Id}")).PressAsync(
            "form[action*=Roles]",
            ("Roles", "Facilitator"),
            ("Roles", "PlatformAdmin")
        );

        Assert.False(
            await app.InDbAsync(db =>
                db.Set<Appointment>().AnyAsync(post => post.PersonId == Everybody.Colleague.Id && post.Role == Role.PlatformAdmin)
            )
        );
    }

    [Fact]
    public async Task People_of_another_house_do_not_exist_for_her()
    {
        var admin = await SignInAsync(Everybody.Admin);
        string[] foreign = [$"/people/{Place.Lede.Id}/{Everybody.Neighbour.Id}", $"/people/{Place.Ninove.Id}/{Everybody.Neighbour.Id}"];

        foreach (var address in foreign)
            Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(address)).Status);
        Assert.DoesNotContain(Everybody.Neighbour.Name, (await admin.GetAsync("/people")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/people")]
    [InlineData("/people/invite")]
    [InlineData("/settings")]
    public async Task Whoever_has_nothing_to_look_after_stays_out(string address)
    {
        foreach (var person in new[] { Everybody.Facilitator, Everybody.LibraryEditor, Everybody.Coordinator })
            Assert.Equal(HttpStatusCode.Forbidden, (await (await SignInAsync(person)).GetAsync(address)).Status);
    }

    [Fact]
    public async Task An_invitation_without_a_name_an_address_or_a_role_says_what_is_missing_and_keeps_the_rest()
    {
        var admin = await SignInAsync(Everybody.Admin);

        var page = await (await admin.GetAsync("/people/invite")).PressAsync(
            "main form",
            ("Input.Name", "Lotte Baert"),
            ("Input.Address", "lotte"),
            ("Input.Roles", null)
        );

        Assert.Equal(2, page.Errors.Count);
        Assert.Equal("Lotte Baert", page.Find("[name='Input.Name']").GetAttribute("value"));
    }

    internal static async Task<string> InviteAsync(NestwerkApp app, string name, string address, params string[] roles)
    {
        var admin = await app.SignInAsync(Everybody.Admin);
        (string, string?)[] chosen = [.. roles.Select(role => ("Input.Roles", (string?)role))];
        var page = await (await admin.GetAsync("/people/invite")).PressAsync(
            "main form",
            [("Input.Name", name), ("Input.Address", address), .. chosen]
        );
        return page.Find(".code-big code").TextContent;
    }

    static async Task<Page> CodeAsync(Browser browser, string address, string code) =>
        await (await browser.GetAsync("/invitation")).PressAsync("form[action='/invitation']", ("Address", address), ("Code", code));

    static Appointment Second(Inhabitant person, Role role = Role.LibraryEditor) =>
        Appointment.Beginning(person.Id, Place.Ninove.Id, role, new(2024, 9, 1));
}

public sealed class TeamOnSqlite(SqliteHost host) : TeamTests(host), IClassFixture<SqliteHost>;

public sealed class TeamOnPostgres(PostgresHost host) : TeamTests(host), IClassFixture<PostgresHost>;
