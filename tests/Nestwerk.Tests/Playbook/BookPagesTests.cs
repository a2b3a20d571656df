using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Playbook;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook;

/// <summary>What editors say of their book, and the booklet for everybody on the staff.</summary>
[Trait("Row", "A15")]
public abstract class BookPagesTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task An_editor_opens_her_book_to_everyone_and_the_trail_knows()
    {
        var book = ABook.Closed();
        await App.AddAsync(book);
        var form = await (await SignInAsync(Everybody.LibraryEditor)).GetAsync(Links.Book(book.Id));

        var saved = await form.PressAsync(
            "main form",
            ("Input.Title.Nl", "Ons boek"),
            ("Input.Contact", Everybody.Facilitator.Id.ToString()),
            ("Input.Open", "true")
        );

        Assert.Contains("Open voor iedereen sinds dinsdag 9 maart 2027", saved.Main);
        Assert.Equal("Ons boek", (await saved.FollowAsync("main .note a")).Title);
        var kept = await App.InDbAsync(db => db.Set<Book>().SingleAsync(each => each.Id == book.Id));
        Assert.Equal((Time.Utc, Everybody.Facilitator.Id), (kept.OpenedAt, kept.ContactId));
        Assert.Equal(["book.changed", "book.opened"], await EventsAsync(book.Id));
    }

    [Fact]
    public async Task Saving_again_writes_nothing_in_the_trail()
    {
        var book = ABook.Open(Everybody.Facilitator);
        await App.AddAsync(book);
        var form = await (await SignInAsync(Everybody.LibraryEditor)).GetAsync(Links.Book(book.Id));

        await form.PressAsync("main form");

        Assert.Empty(await EventsAsync(book.Id));
    }

    [Fact]
    public async Task What_cannot_be_kept_comes_back_as_it_was_typed()
    {
        var book = ABook.Closed();
        await App.AddAsync(book);
        var form = await (await SignInAsync(Everybody.LibraryEditor)).GetAsync(Links.Book(book.Id));
        var tooLong = new string('x', RecipeRules.TitleLength + 1);

        var wrong = await form.PressAsync(
            "main form",
            ("Input.Title.Fr", tooLong),
            ("Input.Contact", Everybody.Stranger.Id.ToString()),
            ("Input.Open", "true")
        );
        var empty = await form.PressAsync("main form", ("Input.Title.Nl", ""), ("Input.Title.Fr", ""), ("Input.Title.En", " "));

        Assert.Equal(2, wrong.Errors.Count);
        Assert.Equal(tooLong, wrong.Find("#Input_Title_Fr").GetAttribute("value"));
        Assert.Single(empty.Errors);
        Assert.Null(
            await App.InDbAsync(db => db.Set<Book>().Where(each => each.Id == book.Id).Select(each => each.OpenedAt).SingleAsync())
        );
    }

    [Fact]
    public async Task Only_editors_of_its_owners_come_to_the_page_of_a_book()
    {
        var book = ABook.Open();
        await App.AddAsync(book);

        Assert.Equal(HttpStatusCode.NotFound, (await (await SignInAsync(Everybody.Stranger)).GetAsync(Links.Book(book.Id))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await SignInAsync(Everybody.Facilitator)).GetAsync(Links.Book(book.Id))).Status);
        Assert.DoesNotContain("Open boek", (await (await SignInAsync(Everybody.Stranger)).GetAsync(Links.Books)).Main);
        Assert.Contains("Open boek", (await (await SignInAsync(Everybody.LibraryEditor)).GetAsync(Links.Books)).Main);
    }

    [Fact]
    public async Task The_library_as_it_is_filtered_prints_as_a_booklet_by_theme()
    {
        var book = ABook.Closed(title: "Boekje");
        var (two, one) = (ARecipe.Content("Zeepbellen"), ARecipe.Content("Ademhalen"));
        await App.AddAsync(
            book,
            ARecipe.Published(two with { Themes = ["our-developing-baby", "who-is-there-for-us"] }, book: book),
            ARecipe.Published(one, book: book),
            ARecipe.Draft(ARecipe.Content("Zeepdraft"), book: book)
        );
        var browser = await SignInAsync(Everybody.Facilitator);

        var library = await browser.GetAsync("/playbook?q=zeepbellen");
        var filtered = await library.FollowAsync("a[href*='/booklet']");
        var whole = await browser.GetAsync($"{Links.Booklet}?book={book.Id}");

        Assert.Equal(["1 Zeepbellen"], filtered.FindAll("article h2"));
        Assert.Equal("Boekje", whole.Title);
        Assert.Equal(["1 Ademhalen", "2 Zeepbellen"], whole.FindAll("article h2"));
        Assert.Equal(2, whole.FindAll(".index li").Count);
        Assert.Contains("Van " + Place.Ninove.Name, whole.Main);
        Assert.Contains("CC-BY-SA-4.0", whole.Main);
    }

    [Fact]
    public async Task Chosen_sessions_print_as_a_booklet_in_a_chosen_language()
    {
        var book = ABook.Closed();
        var (chosen, left) = (
            ARecipe.Published(ARecipe.Content("Erin"), book: book),
            ARecipe.Published(ARecipe.Content("Eruit"), book: book)
        );
        await App.AddAsync(book, chosen, left);
        var browser = await SignInAsync(Everybody.Facilitator);

        var page = await (await browser.GetAsync($"{Links.Booklet}?recipe={chosen.Id}")).FollowAsync(".lang a[lang=fr]");

        Assert.Equal(["1 Erin (fr)"], page.FindAll("article h2"));
        Assert.Contains("Objectifs", page.Main);
        Assert.Equal("fr", page.Find("main").GetAttribute("lang"));
        Assert.Equal("nl", page.Find("html").GetAttribute("lang"));
        Assert.Contains("Draaiboek", page.Find("header.top").TextContent);
    }

    [Fact]
    public async Task Who_takes_over_from_somebody_who_leaves_answers_the_questions_from_then_on()
    {
        var book = ABook.Open(Everybody.Colleague);
        await App.AddAsync(book);
        using var scope = App.Services.CreateScope();
        var handOver = scope.ServiceProvider.GetServices<IHandOver>().OfType<BookHandOver>().Single();
        var cancel = TestContext.Current.CancellationToken;

        Assert.Equal(1, await handOver.CountAsync(Everybody.Colleague.Id, Place.Ninove.Id, cancel));
        Assert.Equal(0, await handOver.CountAsync(Everybody.Colleague.Id, Place.Lede.Id, cancel));
        await handOver.HandAsync(Everybody.Colleague.Id, Everybody.CoFacilitator.Id, Place.Ninove.Id, cancel);
        await scope.ServiceProvider.GetRequiredService<NestwerkDb>().SaveChangesAsync(cancel);

        Assert.Equal(
            Everybody.CoFacilitator.Id,
            await App.InDbAsync(db => db.Set<Book>().Where(each => each.Id == book.Id).Select(each => each.ContactId).SingleAsync())
        );
    }

    Task<List<string>> EventsAsync(Guid book) =>
        App.InDbAsync(db =>
            db.Set<AuditRow>().Where(row => row.SubjectId == book).OrderBy(row => row.Event).Select(row => row.Event).ToListAsync()
        );
}

public sealed class BookPagesOnSqlite(SqliteHost host) : BookPagesTests(host), IClassFixture<SqliteHost>;

public sealed class BookPagesOnPostgres(PostgresHost host) : BookPagesTests(host), IClassFixture<PostgresHost>;
