using System.Net;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Together;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook.Together;

/// <summary>A second editor reads before a draft is published.</summary>
[Trait("Row", "A10")]
public abstract class ReviewTests(TestHost host) : WebTests(host)
{
    const string Propose = "main form button.primary";
    const string Approve = "button[formaction$=Approve]";
    const string Return = "form[action$=Return] button:not([formaction])";

    [Fact]
    public async Task An_editor_of_the_other_house_approves_and_version_2_leaves_version_1_in_past_meetings()
    {
        var recipe = await WithAsync(Houses.Shared(reviewed: true));
        var plan = APlan.By(Everybody.Facilitator).With(recipe);
        await App.AddAsync(plan);
        var proposed = await ProposeAsync(recipe, "Zorg erbij");
        Assert.Equal(1, await PublishedAsync(recipe));
        Assert.Null(proposed.Html.QuerySelector(Approve));

        var other = await SignInAsync(Houses.Other);
        Assert.Contains(
            await App.AttentionAsync(Houses.Other),
            row => row.Link == TogetherLinks.Review(recipe.Id) || row.Link == TogetherLinks.Reviews
        );
        await (await other.GetAsync(TogetherLinks.Review(recipe.Id))).PressAsync(Approve);

        Assert.Equal(2, await PublishedAsync(recipe));
        var newest = await App.InDbAsync(db => db.Set<RecipeVersion>().SingleAsync(each => each.RecipeId == recipe.Id && each.IsNewest));
        Assert.Equal(("Zorg erbij", Everybody.LibraryEditor.Id), (newest.ChangeNote, newest.PublishedBy));
        Assert.Equal(["review.proposed", "review.approved"], await App.EventsAsync(await RequestAsync(recipe)));
        var facilitator = await SignInAsync(Everybody.Facilitator);
        Assert.DoesNotContain("Blijf erbij.", (await facilitator.GetAsync($"/playbook/plans/{plan.Id}/runsheet")).Main);
        Assert.Equal(
            1,
            await App.InDbAsync(db =>
                db.Set<PlanBlock>().Where(each => each.PlanId == plan.Id).Select(each => each.RecipeNumber).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task A_proposal_without_a_note_is_refused()
    {
        var recipe = await WithAsync(Houses.Shared(reviewed: true));

        var page = await ProposeAsync(recipe, " ");

        Assert.Single(page.Errors);
        Assert.False(await App.InDbAsync(db => db.Set<ReviewRequest>().AnyAsync(each => each.RecipeId == recipe.Id)));
    }

    [Fact]
    public async Task What_is_given_back_comes_with_remarks_to_who_proposed_it()
    {
        var recipe = await WithAsync(Houses.Shared(reviewed: true));
        await ProposeAsync(recipe, "Zorg erbij");
        var page = await (await SignInAsync(Houses.Other)).GetAsync(TogetherLinks.Review(recipe.Id));

        var empty = await page.PressAsync(Return);
        await page.PressAsync(Return, ("Remarks", "Zeg ook wie je belt."));

        Assert.Single(empty.Errors);
        Assert.Equal(1, await PublishedAsync(recipe));
        var mine = await (await SignInAsync(Everybody.LibraryEditor)).GetAsync(TogetherLinks.Review(recipe.Id));
        Assert.Contains("Zeg ook wie je belt.", mine.Main);
        Assert.Contains(
            await App.AttentionAsync(Everybody.LibraryEditor),
            row => row.Text == "voorstel kwam terug" || row.Text == "voorstellen kwamen terug"
        );
    }

    [Fact]
    public async Task Nobody_approves_her_own_draft_nor_a_colleague_while_another_house_can_read()
    {
        var recipe = await WithAsync(Houses.Shared(reviewed: true));
        await App.LetInAsync(Houses.Second);
        await ProposeAsync(recipe, "Zorg erbij");
        var request = await RequestAsync(recipe);

        foreach (var who in new[] { Everybody.LibraryEditor, Houses.Second, Everybody.Stranger })
        {
            var browser = await SignInAsync(who);
            var token = (await browser.GetAsync("/account")).Token();
            var answer = await browser.PostAsync($"{TogetherLinks.Review(recipe.Id)}?handler=Approve", token, ("Proposal", $"{request}"));
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        }
        Assert.Equal(1, await PublishedAsync(recipe));
    }

    [Fact]
    public async Task A_draft_that_changed_since_is_not_published_and_says_so()
    {
        var recipe = await WithAsync(Houses.Shared(reviewed: true));
        await ProposeAsync(recipe, "Zorg erbij");
        var other = await SignInAsync(Houses.Other);
        var page = await other.GetAsync(TogetherLinks.Review(recipe.Id));

        await WriteAsync(recipe, "Toch anders.");
        var answer = await page.PressAsync(Approve);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("Het ontwerp is intussen veranderd", answer.Main);
        Assert.Equal(1, await PublishedAsync(recipe));
        Assert.Null((await other.GetAsync(TogetherLinks.Review(recipe.Id))).Html.QuerySelector(Approve));
    }

    [Fact]
    public async Task What_was_withdrawn_or_answered_cannot_be_answered_again()
    {
        var recipe = await WithAsync(Houses.Shared(reviewed: true));
        var mine = await ProposeAsync(recipe, "Zorg erbij");
        var page = await (await SignInAsync(Houses.Other)).GetAsync(TogetherLinks.Review(recipe.Id));

        await mine.PressAsync("form[action$=Withdraw] button");

        Assert.Equal(HttpStatusCode.Conflict, (await page.PressAsync(Approve)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await page.PressAsync(Return, ("Remarks", "Nee"))).Status);
        Assert.Equal(1, await PublishedAsync(recipe));
    }

    [Fact]
    public async Task An_editor_alone_publishes_and_the_page_says_why()
    {
        var small = new Place("Huis alleen");
        var only = new Inhabitant("Only Editor", new Duty(Nestwerk.Access.Role.LibraryEditor, small));
        await App.AddAsync(small.Organisation());
        await App.LetInAsync(only);
        var book = small.Book();
        book.ReviewedSince = ManualTime.Start.UtcDateTime;
        var recipe = ARecipe.Draft(book: book);
        await App.AddAsync(book, recipe);

        var page = await (await SignInAsync(only)).GetAsync(Links.Recipe(recipe.Id, "publish"));
        await page.PressAsync(Propose, ("Input.Note", "Eerste"));

        Assert.Contains("maar er is er nu geen", page.Main);
        Assert.Equal(1, await PublishedAsync(recipe));
    }

    [Fact]
    public async Task Somebody_elses_proposals_do_not_exist()
    {
        var recipe = await WithAsync(Houses.Shared(reviewed: true));
        await ProposeAsync(recipe, "Zorg erbij");
        var stranger = await SignInAsync(Everybody.Stranger);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(TogetherLinks.Review(recipe.Id))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(TogetherLinks.Review(Ids.New()))).Status);
        Assert.DoesNotContain($"{recipe.Id}", (await stranger.GetAsync(TogetherLinks.Reviews)).Text);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await SignInAsync(Everybody.Facilitator)).GetAsync(TogetherLinks.Reviews)).Status);
    }

    async Task<Recipe> WithAsync(Book book)
    {
        await App.LetInAsync(Houses.Other);
        var recipe = ARecipe.Published(book: book);
        await App.AddAsync(book, recipe);
        return recipe;
    }

    async Task WriteAsync(Recipe recipe, string care)
    {
        var form = await (await SignInAsync(Everybody.LibraryEditor)).GetAsync(Links.Recipe(recipe.Id, "edit"));
        await form.PressAsync(".savebar .primary", ("Input.Care.Nl", care));
    }

    async Task<Page> ProposeAsync(Recipe recipe, string note)
    {
        await WriteAsync(recipe, "Blijf erbij.");
        var form = await (await SignInAsync(Everybody.LibraryEditor)).GetAsync(Links.Recipe(recipe.Id, "publish"));
        return await form.PressAsync(Propose, ("Input.Note", note));
    }

    Task<int> PublishedAsync(Recipe recipe) =>
        App.InDbAsync(db => db.Set<Recipe>().Where(each => each.Id == recipe.Id).Select(each => each.Published).SingleAsync());

    Task<Guid> RequestAsync(Recipe recipe) =>
        App.InDbAsync(db => db.Set<ReviewRequest>().Where(each => each.RecipeId == recipe.Id).Select(each => each.Id).SingleAsync());
}

public sealed class ReviewOnSqlite(SqliteHost host) : ReviewTests(host), IClassFixture<SqliteHost>;

public sealed class ReviewOnPostgres(PostgresHost host) : ReviewTests(host), IClassFixture<PostgresHost>;
