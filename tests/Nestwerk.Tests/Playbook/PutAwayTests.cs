using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Playbook;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook;

/// <summary>Old versions, read-throughs, the archive, the bin, and what is swept away for good.</summary>
public abstract class PutAwayTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task An_old_version_reads_as_it_was_in_the_five_rubrics()
    {
        var recipe = ARecipe.Published();
        recipe.Rewrite(ARecipe.Content("Andere titel"), Everybody.LibraryEditor.Id, Time.Utc);
        recipe.Publish("tweede", Everybody.LibraryEditor.Id, Time.Utc);
        await App.AddAsync(recipe);
        var reader = await SignInAsync(Everybody.Facilitator);

        var page = await reader.GetAsync(Links.Version(recipe.Id, 1));
        var list = await reader.GetAsync(Links.Recipe(recipe.Id, "versions"));

        Assert.Equal("Handen op de buik", page.Title);
        Assert.Equal(["1 Doelstellingen", "2 Link met thema", "3 Beschrijving", "4 Duur", "5 Materiaal"], page.FindAll(".rub h2"));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(Links.Version(recipe.Id, 3))).Status);
        Assert.Contains(Everybody.LibraryEditor.Name, list.Main);
    }

    [Fact]
    public async Task A_read_through_is_kept_with_the_newest_version_and_never_lies_in_the_future()
    {
        var recipe = ARecipe.Published();
        await App.AddAsync(recipe);
        var page = await (await SignInAsync(Everybody.LibraryEditor)).GetAsync(Links.Recipe(recipe.Id, "read-through"));

        var refused = await page.PressAsync(
            "main form",
            ("Input.Name", "Mia Peeters"),
            ("Input.Profession", "vroedvrouw"),
            ("Input.On", "2027-12-31")
        );
        await refused.PressAsync("main form", ("Input.On", "2027-03-01"));

        Assert.NotEmpty(refused.Errors);
        var read = await App.InDbAsync(db => db.Set<ReadThrough>().SingleAsync(each => each.RecipeId == recipe.Id));
        Assert.Equal(("Mia Peeters, vroedvrouw", 1, new DateOnly(2029, 3, 9)), (read.By, read.Number, read.AgainBefore));
    }

    [Fact]
    public async Task What_is_deleted_lies_in_the_bin_and_comes_back()
    {
        var recipe = ARecipe.Published(ARecipe.Content("Naar de bak"));
        await App.AddAsync(recipe);
        var browser = await SignInAsync(Everybody.LibraryEditor);
        browser.Follows = false;

        var deleted = await (await browser.GetAsync(Links.Recipe(recipe.Id, "delete"))).PressAsync("main form");
        var bin = await browser.GetAsync(Links.Bin);
        var restored = await bin.PressAsync($"button[value='{recipe.Id}']");

        Assert.Equal($"/playbook?deleted={recipe.Id}", deleted.Location);
        Assert.Contains("Naar de bak", bin.Main);
        Assert.Equal(Links.Recipe(recipe.Id), restored.Location);
        Assert.Null(
            await App.InDbAsync(db => db.Set<Recipe>().Where(each => each.Id == recipe.Id).Select(each => each.DeletedAt).SingleAsync())
        );
    }

    [Fact]
    public async Task After_thirty_days_it_is_gone_unless_a_meeting_uses_it()
    {
        var (free, used) = (ARecipe.Published(), ARecipe.Published());
        var (plan, gone) = (APlan.By(Everybody.Facilitator).With(used), APlan.By(Everybody.Facilitator).With(free));
        foreach (var recipe in new[] { free, used })
            recipe.Delete(Time.Utc.AddDays(-31));
        gone.Delete(Time.Utc.AddDays(-31));
        var fresh = ARecipe.Published();
        fresh.Delete(Time.Utc.AddDays(-29));
        await App.AddAsync(free, used, fresh, plan, gone);

        await App.Services.GetRequiredService<Purge>().RunAsync(TestContext.Current.CancellationToken);

        var left = await App.InDbAsync(db =>
            db.Set<Recipe>().Where(each => new[] { free.Id, used.Id, fresh.Id }.Contains(each.Id)).Select(each => each.Id).ToListAsync()
        );
        Assert.Equal(new[] { used.Id, fresh.Id }.Order(), left.Order());
        Assert.False(await App.InDbAsync(db => db.Set<MeetingPlan>().AnyAsync(each => each.Id == gone.Id)));
    }

    [Fact]
    public async Task Of_the_past_of_a_plan_only_the_changes_that_can_still_be_undone_are_kept()
    {
        var plan = APlan.By(Everybody.Facilitator).With(BlockKind.Own, "Kring", 15);
        foreach (var minutes in Enumerable.Range(20, MeetingPlan.UndoDepth + 10))
            plan.SetMinutes(plan.Blocks[0], minutes, Time.Utc);
        await App.AddAsync(plan);

        await App.Services.GetRequiredService<Purge>().RunAsync(TestContext.Current.CancellationToken);

        var left = await App.InDbAsync(db => db.Set<PlanChange>().Where(change => change.PlanId == plan.Id).CountAsync());
        Assert.Equal(MeetingPlan.UndoDepth, left);
    }
}

public sealed class PutAwayOnSqlite(SqliteHost host) : PutAwayTests(host), IClassFixture<SqliteHost>;

public sealed class PutAwayOnPostgres(PostgresHost host) : PutAwayTests(host), IClassFixture<PostgresHost>;
