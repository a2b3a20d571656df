using Nestwerk.Playbook;
using Nestwerk.Playbook.Logbook;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook.Improving;

/// <summary>Use and <i>anders gelopen</i> per session and for the book: never per facilitator.</summary>
[Trait("Row", "A12")]
public abstract class QualityTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task Each_session_says_how_often_it_was_planned_went_differently_and_was_left_out()
    {
        var (book, recipe) = await BookAsync("Kaartjes leggen");
        await LoggedAsync(recipe, Everybody.Facilitator, Outcome.AsPlanned, Outcome.Different, Outcome.LeftOut);
        await LoggedAsync(recipe, Everybody.Neighbour, Outcome.Different);

        var page = await (await SignInAsync(Everybody.Facilitator)).GetAsync($"/playbook/quality?book={book.Id}");

        Assert.Equal(["Kaartjes leggen", "4", "2 (50 %)", "1"], page.FindAll("tbody tr > *").Take(4));
        Assert.Contains("In 4 bijeenkomsten stond 4 keer een sessie. 2 keer liep ze anders (50 %), 1 keer werd ze weggelaten.", page.Main);
        Assert.Contains("4 keer", (await (await SignInAsync(Everybody.Coordinator)).GetAsync($"/playbook/recipes/{recipe.Id}")).Main);
    }

    [Fact]
    public async Task A_figure_that_would_speak_about_one_facilitator_is_not_there()
    {
        var (book, recipe) = await BookAsync("Badje, luier");
        await LoggedAsync(recipe, Everybody.Facilitator, Outcome.Different, Outcome.Different, Outcome.Different, Outcome.Different);

        var page = await (await SignInAsync(Everybody.LibraryEditor)).GetAsync($"/playbook/quality?book={book.Id}");
        var session = await (await SignInAsync(Everybody.LibraryEditor)).GetAsync($"/playbook/recipes/{recipe.Id}");

        Assert.Empty(page.FindAll("tbody tr"));
        Assert.DoesNotContain("liep ze anders", page.Main);
        Assert.Contains("Over 1 sessie zeggen we nog niets", page.Main);
        Assert.DoesNotContain("anders gelopen", session.Main);
    }

    [Fact]
    public async Task The_whole_book_counts_only_what_may_be_shown_so_that_nothing_can_be_subtracted()
    {
        var (book, recipe) = await BookAsync("Het eerste uur");
        var alone = ARecipe.Published(ARecipe.Content("Alleen"), book: book);
        await App.AddAsync(alone);
        await LoggedAsync(recipe, Everybody.Facilitator, Outcome.AsPlanned, Outcome.AsPlanned);
        await LoggedAsync(recipe, Everybody.Neighbour, Outcome.AsPlanned);
        await LoggedAsync(alone, Everybody.Facilitator, Outcome.Different);

        var page = await (await SignInAsync(Everybody.LibraryEditor)).GetAsync($"/playbook/quality?book={book.Id}");

        Assert.Contains("3 keer een sessie. 0 keer liep ze anders", page.Main);
    }

    [Fact]
    public async Task No_name_of_a_person_or_a_house_and_no_way_to_ask_for_one_stands_on_it()
    {
        var (book, recipe) = await BookAsync("Slaaplijn");
        await LoggedAsync(recipe, Everybody.Facilitator, Outcome.Different, Outcome.Different);
        await LoggedAsync(recipe, Everybody.Neighbour, Outcome.Different);

        var page = await (await SignInAsync(Everybody.LibraryEditor)).GetAsync(
            $"/playbook/quality?book={book.Id}&person={Everybody.Facilitator.Id}"
        );

        Assert.Contains("Slaaplijn", page.Main);
        Assert.All(
            [Everybody.Facilitator.Name, Everybody.Neighbour.Name, Place.Lede.Name],
            name => Assert.DoesNotContain(name, page.Find("main table").TextContent)
        );
        Assert.Equal(["book", "always"], page.FindAll("main form").Count == 1 ? Names(page) : []);
    }

    [Fact]
    public async Task A_meeting_that_was_deleted_or_is_long_ago_does_not_count()
    {
        var (book, recipe) = await BookAsync("Wolkjes");
        await LoggedAsync(recipe, Everybody.Facilitator, Outcome.Different, Outcome.AsPlanned);
        await LoggedAsync(recipe, Everybody.Neighbour, Outcome.AsPlanned);
        var (old, oldLog) = Logged(recipe, Everybody.Facilitator, Outcome.Different, Time.Today.AddYears(-2));
        var (gone, goneLog) = Logged(recipe, Everybody.Facilitator, Outcome.Different, Time.Today.AddDays(-3));
        gone.Delete(Time.Utc);
        await App.AddAsync(old, oldLog, gone, goneLog);
        var me = await SignInAsync(Everybody.Facilitator);

        var year = await me.GetAsync($"/playbook/quality?book={book.Id}");
        var always = await me.GetAsync($"/playbook/quality?book={book.Id}&always=true");

        Assert.Equal(["3", "1 (33 %)"], year.FindAll("tbody tr > *").Skip(1).Take(2));
        Assert.Equal(["4", "2 (50 %)"], always.FindAll("tbody tr > *").Skip(1).Take(2));
    }

    static IEnumerable<string> Names(Page page) =>
        page.Html.QuerySelectorAll("main form [name]").Select(field => field.GetAttribute("name")!);

    async Task<(Book Book, Recipe Recipe)> BookAsync(string title)
    {
        var book = ABook.Closed(title: title + " boek");
        var recipe = ARecipe.Published(ARecipe.Content(title), book: book);
        await App.AddAsync(book, recipe);
        return (book, recipe);
    }

    async Task LoggedAsync(Recipe recipe, Inhabitant by, params Outcome[] outcomes)
    {
        foreach (var (days, outcome) in outcomes.Index())
        {
            var (plan, log) = Logged(recipe, by, outcome, Time.Today.AddDays(-1 - days));
            await App.AddAsync(plan, log);
        }
    }

    static (MeetingPlan Plan, MeetingLog Log) Logged(Recipe recipe, Inhabitant by, Outcome outcome, DateOnly day)
    {
        var plan = APlan.By(by, APlan.Facts() with { Date = day }).With(recipe);
        var log = new MeetingLog
        {
            PlanId = plan.Id,
            OrganisationId = plan.OrganisationId,
            WrittenBy = by.Id,
            WrittenAt = ManualTime.Start.UtcDateTime,
            HeldOn = day,
        };
        var block = plan.Blocks[0];
        log.Blocks.Add(
            new()
            {
                BlockId = block.Id,
                Position = 0,
                Kind = block.Kind,
                RecipeId = block.RecipeId,
                RecipeNumber = block.RecipeNumber,
                Title = new("x"),
                Planned = block.Minutes,
                Done = outcome == Outcome.LeftOut ? 0 : block.Minutes,
                Outcome = outcome,
            }
        );
        return (plan, log);
    }
}

public sealed class QualityOnSqlite(SqliteHost host) : QualityTests(host), IClassFixture<SqliteHost>;

public sealed class QualityOnPostgres(PostgresHost host) : QualityTests(host), IClassFixture<PostgresHost>;
