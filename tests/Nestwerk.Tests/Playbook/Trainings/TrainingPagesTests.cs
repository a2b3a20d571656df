using System.Net;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Trainings;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.Playbook.Together;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook.Trainings;

/// <summary>Train the trainer: what people followed, and a composer that says when it lacks.</summary>
[Trait("Row", "A11")]
public abstract class TrainingPagesTests(TestHost host) : WebTests(host)
{
    const string Save = "main form .primary";

    [Fact]
    public async Task The_composer_warns_until_one_of_the_facilitators_holds_the_training_a_session_asks_for()
    {
        var training = ATraining(24);
        var recipe = ARecipe.Published(ARecipe.Content("Handen"));
        var plan = APlan.By(Everybody.Facilitator, null, null, Everybody.CoFacilitator).With(recipe);
        await App.AddAsync(training, recipe, plan);
        var editor = await SignInAsync(Everybody.LibraryEditor);
        await (await editor.GetAsync(TrainingLinks.AskedByRecipe(recipe.Id))).PressAsync(Save, ("Training", $"{training.Id}"));
        var me = await SignInAsync(Everybody.Facilitator);

        var before = await me.GetAsync(Links.Plan(plan.Id));
        await NoteAsync(Everybody.CoFacilitator, training, "2026-01-01");
        var after = await me.GetAsync(Links.Plan(plan.Id));

        Assert.Contains("‘Handen’ vraagt de vorming ‘Basis’.", before.Find("[data-finding=training]").TextContent);
        Assert.Null(after.Html.QuerySelector("[data-finding=training]"));
    }

    [Fact]
    public async Task A_book_asks_too_and_a_training_that_lapses_before_the_meeting_is_said()
    {
        var training = ATraining(24);
        var book = ABook.Closed(title: "Groepsboek");
        var recipe = ARecipe.Published(book: book);
        var plan = APlan.By(Everybody.Facilitator).With(recipe);
        await App.AddAsync(training, book, recipe, plan);
        var editor = await SignInAsync(Everybody.LibraryEditor);
        await (await editor.GetAsync(TrainingLinks.AskedByBook(book.Id))).PressAsync(Save, ("Training", $"{training.Id}"));
        await NoteAsync(Everybody.Facilitator, training, "2025-03-12");

        var page = await (await SignInAsync(Everybody.Facilitator)).GetAsync(Links.Plan(plan.Id));

        Assert.Contains("verloopt op vrijdag 12 maart 2027", page.Find("[data-finding=trainingLapses]").TextContent);
        Assert.Contains(await App.AttentionAsync(Everybody.Facilitator), row => row.Link == TrainingLinks.Mine);
        Assert.Contains("Basis", (await editor.GetAsync(Links.Book(book.Id))).Main);
        Assert.Equal(["training.asked"], await App.EventsAsync(training.Id));
    }

    [Fact]
    public async Task Her_own_trainings_are_noted_and_removed_by_herself()
    {
        var training = ATraining(24);
        await App.AddAsync(training);

        var noted = await NoteAsync(Everybody.Colleague, training, "2024-01-01");
        var line = await App.InDbAsync(db => db.Set<TrainingFollowed>().SingleAsync(each => each.TrainingId == training.Id));
        var other = await SignInAsync(Everybody.Facilitator);
        var token = (await other.GetAsync(TrainingLinks.Mine)).Token();
        var refused = await other.PostAsync($"{TrainingLinks.Mine}?handler=Remove", token, ("line", $"{line.Id}"));

        Assert.Contains("Verlopen op donderdag 1 januari 2026", noted.Main);
        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        var removed = await noted.PressAsync($"button[value='{line.Id}']");
        Assert.DoesNotContain("Verlopen op", removed.Main);
        Assert.Equal(["training.noted", "training.note-removed"], await App.EventsAsync(line.Id));
    }

    [Fact]
    public async Task A_day_to_come_and_a_training_that_does_not_exist_are_not_noted()
    {
        var training = ATraining(null);
        await App.AddAsync(training);
        var page = await (await SignInAsync(Everybody.Facilitator)).GetAsync(TrainingLinks.Mine);

        Assert.Single((await page.PressAsync(Save, ("Training", $"{training.Id}"), ("On", "2027-03-10"))).Errors);
        Assert.Single((await page.PressAsync(Save, ("Training", $"{training.Id}"), ("On", "ooit"))).Errors);
        Assert.Single((await page.PressAsync(Save, ("Training", $"{Ids.New()}"), ("On", "2027-03-01"))).Errors);
        Assert.False(await App.InDbAsync(db => db.Set<TrainingFollowed>().AnyAsync(each => each.TrainingId == training.Id)));
    }

    [Fact]
    public async Task Names_of_colleagues_are_for_who_looks_after_them_and_the_number_for_everybody()
    {
        var training = ATraining(null, "Namenvorming");
        await App.AddAsync(training);
        var admin = await SignInAsync(Everybody.Admin);
        await (await admin.GetAsync(TrainingLinks.People(training.Id))).PressAsync(
            Save,
            ("Person", $"{Everybody.Facilitator.Id}"),
            ("On", "2026-01-01")
        );

        var forAdmin = Line(await admin.GetAsync(TrainingLinks.List));
        var forColleague = Line(await (await SignInAsync(Everybody.Colleague)).GetAsync(TrainingLinks.List));
        var forStranger = Line(await (await SignInAsync(Everybody.Stranger)).GetAsync(TrainingLinks.List));

        Assert.Contains("1 collega van je huis volgde ze. An De Smet", forAdmin);
        Assert.Contains("1 collega van je huis volgde ze.", forColleague);
        Assert.DoesNotContain("An De Smet", forColleague);
        Assert.Contains("0 collega’s", forStranger);
        Assert.Contains("Namenvorming", (await (await SignInAsync(Everybody.Facilitator)).GetAsync(TrainingLinks.Mine)).FindAll("main h2"));

        static string Line(Page page) => page.FindAll(".rows > li").Single(each => each.Contains("Namenvorming", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_admin_notes_only_for_people_of_her_own_house()
    {
        var training = ATraining(null);
        var line = new TrainingFollowed
        {
            Id = Ids.New(),
            TrainingId = training.Id,
            PersonId = Everybody.Neighbour.Id,
            On = new(2026, 1, 1),
            RecordedBy = Everybody.Neighbour.Id,
        };
        await App.AddAsync(training, line);
        var admin = await SignInAsync(Everybody.Admin);
        var page = await admin.GetAsync(TrainingLinks.People(training.Id));

        var refused = await page.PressAsync(Save, ("Person", $"{Everybody.Stranger.Id}"), ("On", "2026-01-01"));
        var removal = await admin.PostAsync($"{TrainingLinks.People(training.Id)}?handler=Remove", page.Token(), ("line", $"{line.Id}"));

        Assert.Single(refused.Errors);
        Assert.Equal(HttpStatusCode.NotFound, removal.Status);
        Assert.DoesNotContain("Greet Aerts", page.Text);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await (await SignInAsync(Everybody.Facilitator)).GetAsync(TrainingLinks.People(training.Id))).Status
        );
    }

    [Fact]
    public async Task Editors_describe_rename_and_retire_trainings_of_their_own_house_only()
    {
        var foreign = ATraining(null, "Vreemd", Place.Liege);
        await App.AddAsync(foreign);
        var editor = await SignInAsync(Everybody.LibraryEditor);
        var form = await editor.GetAsync(TrainingLinks.New);

        Assert.Equal(2, (await form.PressAsync(Save, ("Input.Months", "nul"))).Errors.Count);
        await form.PressAsync(Save, ("Input.Title.Nl", "Nieuw hier"), ("Input.Months", "12"));
        var made = await App.InDbAsync(db => db.Set<Training>().SingleAsync(each => each.Title.Nl == "Nieuw hier"));
        var list = await (await editor.GetAsync(TrainingLinks.Edit(made.Id))).PressAsync(
            Save,
            ("Input.Title.Nl", "Anders"),
            ("Input.Retired", "true")
        );

        Assert.Equal((Place.Ninove.Id, 12), (made.OrganisationId, made.RenewAfterMonths));
        Assert.Contains(
            "wordt niet meer gegeven",
            list.FindAll(".rows > li").Single(each => each.Contains("Anders", StringComparison.Ordinal))
        );
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync(TrainingLinks.Edit(foreign.Id))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync(TrainingLinks.Edit(Ids.New()))).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await form.PressAsync(Save, ("Input.Title.Nl", "X"), ("House", $"{Place.Liege.Id}"))).Status
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await (await SignInAsync(Everybody.Facilitator)).GetAsync(TrainingLinks.New)).Status);
    }

    [Fact]
    public async Task Only_its_editors_say_what_a_book_or_session_asks_for()
    {
        var recipe = ARecipe.Published();
        await App.AddAsync(recipe);
        var stranger = await SignInAsync(Everybody.Stranger);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(TrainingLinks.AskedByRecipe(recipe.Id))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(TrainingLinks.AskedByBook(Place.Ninove.BookId))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(TrainingLinks.Asked)).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await (await SignInAsync(Everybody.Facilitator)).GetAsync(TrainingLinks.AskedByRecipe(recipe.Id))).Status
        );
    }

    async Task<Page> NoteAsync(Inhabitant who, Training training, string day) =>
        await (await (await SignInAsync(who)).GetAsync(TrainingLinks.Mine)).PressAsync(Save, ("Training", $"{training.Id}"), ("On", day));

    static Training ATraining(int? months, string title = "Basis", Place? by = null) =>
        new()
        {
            Id = Ids.New(),
            OrganisationId = (by ?? Place.Ninove).Id,
            Title = new(title, title, title),
            RenewAfterMonths = months,
        };
}

public sealed class TrainingPagesOnSqlite(SqliteHost host) : TrainingPagesTests(host), IClassFixture<SqliteHost>;

public sealed class TrainingPagesOnPostgres(PostgresHost host) : TrainingPagesTests(host), IClassFixture<PostgresHost>;
