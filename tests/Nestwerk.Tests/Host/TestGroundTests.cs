using System.Net;
using Nestwerk.Playbook;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Host;

/// <summary>The ground itself: people can be signed in, the clock moves, rows can be made.</summary>
public abstract class TestGroundTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task Somebody_who_signed_in_is_known_on_the_next_page()
    {
        var browser = await SignInAsync(Everybody.Postless);

        var page = await browser.GetAsync("/error/404");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains(Everybody.Postless.Name, page.Text);
    }

    [Fact]
    public async Task A_session_ends_when_the_clock_has_moved_far_enough()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var browser = await app.SignInAsync(Everybody.Postless);

        app.Time.Advance(TimeSpan.FromHours(11));
        var page = await browser.GetAsync("/error/404");

        Assert.DoesNotContain(Everybody.Postless.Name, page.Text);
    }

    [Fact]
    public async Task Recipes_and_plans_can_be_put_in_the_database()
    {
        var recipe = ARecipe.Published();
        var plan = APlan.By(Everybody.Facilitator, with: Everybody.CoFacilitator).With(recipe).With(BlockKind.Break, "Thee", 10);

        await App.AddAsync(recipe, plan);

        var found = await App.InDbAsync(async db => await db.FindAsync<MeetingPlan>(plan.Id));
        Assert.Equal(plan.Title, found!.Title);
    }
}

public sealed class TestGroundOnSqlite(SqliteHost host) : TestGroundTests(host), IClassFixture<SqliteHost>;

public sealed class TestGroundOnPostgres(PostgresHost host) : TestGroundTests(host), IClassFixture<PostgresHost>;

public sealed class InstalledTests
{
    [Theory]
    [InlineData("chromium,postgres", true)]
    [InlineData("chromium, Postgres", true)]
    [InlineData("chromium", false)]
    [InlineData(null, false)]
    public void A_missing_program_fails_a_test_only_when_the_variable_names_it(string? variable, bool required) =>
        Assert.Equal(required, Installed.IsRequired("postgres", variable));
}
