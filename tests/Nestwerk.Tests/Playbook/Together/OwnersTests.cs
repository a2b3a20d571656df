using System.Net;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Together;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook.Together;

/// <summary>Houses that own a book together: asked, said yes, stepped out.</summary>
[Trait("Row", "A10")]
public abstract class OwnersTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task A_house_owns_a_book_from_its_yes_on_and_not_before()
    {
        await App.LetInAsync(Houses.Other);
        var book = ABook.Closed();
        await App.AddAsync(book);
        var other = await SignInAsync(Houses.Other);

        await InviteAsync(book);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(Links.Book(book.Id))).Status);
        Assert.Contains((await App.AttentionAsync(Houses.Other)), row => row.Link == TogetherLinks.Asked);
        var books = await (await other.GetAsync(TogetherLinks.Asked)).PressAsync(
            $"li:has([value='{await InvitationAsync(book)}']) button[value=true]"
        );

        Assert.Contains("Dicht boek", books.Main);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(Links.Book(book.Id))).Status);
        Assert.Equal(["book.owner-invited", "book.owner-joined"], await App.EventsAsync(await InvitationAsync(book)));
    }

    [Fact]
    public async Task A_house_that_says_no_owns_nothing_and_may_be_asked_again()
    {
        await App.LetInAsync(Houses.Other);
        var book = ABook.Closed();
        await App.AddAsync(book);
        await InviteAsync(book);
        var other = await SignInAsync(Houses.Other);

        await (await other.GetAsync(TogetherLinks.Asked)).PressAsync(
            $"li:has([value='{await InvitationAsync(book)}']) button[value=false]"
        );

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(Links.Book(book.Id))).Status);
        var owners = await (await SignInAsync(Everybody.LibraryEditor)).GetAsync(TogetherLinks.Owners(book.Id));
        Assert.NotNull(owners.Html.QuerySelector($"option[value='{Place.Lede.Id}']"));
    }

    [Fact]
    public async Task A_question_that_was_taken_back_cannot_be_answered()
    {
        await App.LetInAsync(Houses.Other);
        var book = ABook.Closed();
        await App.AddAsync(book);
        var page = await InviteAsync(book);
        var other = await SignInAsync(Houses.Other);
        var asked = await other.GetAsync(TogetherLinks.Asked);
        var answer = $"li:has([value='{await InvitationAsync(book)}']) button[value=true]";

        await page.PressAsync("form[action$=Withdraw] button");

        Assert.Equal(HttpStatusCode.NotFound, (await asked.PressAsync(answer)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(Links.Book(book.Id))).Status);
    }

    [Fact]
    public async Task Nobody_answers_for_a_house_that_is_not_hers()
    {
        await App.LetInAsync(Houses.Other);
        var book = ABook.Closed();
        await App.AddAsync(book);
        await InviteAsync(book);
        var asked = await (await SignInAsync(Houses.Other)).GetAsync(TogetherLinks.Asked);
        var invitation = await InvitationAsync(book);

        foreach (var who in new[] { Everybody.Stranger, Everybody.LibraryEditor, Everybody.Neighbour, Everybody.Coordinator })
        {
            var browser = await SignInAsync(who);
            var page = await browser.GetAsync("/account");
            var answer = await browser.PostAsync(TogetherLinks.Asked, page.Token(), ("invitation", $"{invitation}"), ("yes", "true"));
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
            Assert.DoesNotContain($"{invitation}", (await browser.GetAsync(TogetherLinks.Asked)).Text);
        }
        Assert.Contains($"{invitation}", asked.Text);
    }

    [Fact]
    public async Task An_admin_of_the_house_that_is_asked_may_say_yes_and_its_editor_sees_the_question_among_her_books()
    {
        var book = new Book { Id = Ids.New(), Title = new("Boek van Lede") };
        book.Owners.Add(new BookOwner { OrganisationId = Place.Lede.Id });
        var invitation = new OwnerInvitation
        {
            Id = Ids.New(),
            BookId = book.Id,
            OrganisationId = Place.Ninove.Id,
            InvitedBy = Houses.Other.Id,
            InvitedAt = Time.Utc,
        };
        await App.AddAsync(book, invitation);
        var editor = await SignInAsync(Everybody.LibraryEditor);
        var yes = $"li:has([value='{invitation.Id}']) button[value=true]";

        Assert.Contains("Boek van Lede", (await editor.GetAsync(Links.Books)).Main);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync(Links.Book(book.Id))).Status);
        await (await (await SignInAsync(Everybody.Admin)).GetAsync(TogetherLinks.Asked)).PressAsync(yes);

        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync(Links.Book(book.Id))).Status);
    }

    [Fact]
    public async Task After_stepping_out_a_house_has_no_power_at_the_next_request()
    {
        await App.LetInAsync(Houses.Other);
        var book = Houses.Shared();
        var recipe = ARecipe.Published(book: book);
        await App.AddAsync(book, recipe);
        var other = await SignInAsync(Houses.Other);
        var edit = await other.GetAsync(Links.Recipe(recipe.Id, "edit"));

        await (await other.GetAsync(TogetherLinks.StepOut(book.Id, Place.Lede.Id))).PressAsync("main form button");

        Assert.Equal(HttpStatusCode.NotFound, (await edit.PressAsync(".savebar .primary", ("Input.Care.Nl", "Nog iets"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(TogetherLinks.Owners(book.Id))).Status);
        Assert.Equal(["book.owner-left"], await App.EventsAsync(book.Id));
    }

    [Fact]
    public async Task The_last_house_cannot_step_out()
    {
        var book = ABook.Closed();
        await App.AddAsync(book);
        var editor = await SignInAsync(Everybody.LibraryEditor);

        var page = await (await editor.GetAsync(TogetherLinks.StepOut(book.Id, Place.Ninove.Id))).PressAsync("main form button");

        Assert.Contains("het laatste huis", Assert.Single(page.Errors));
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync(Links.Book(book.Id))).Status);
    }

    [Fact]
    public async Task Nobody_takes_another_house_out_or_sees_the_owners_of_a_book_that_is_not_hers()
    {
        await App.LetInAsync(Houses.Other);
        var book = Houses.Shared();
        await App.AddAsync(book);
        var editor = await SignInAsync(Everybody.LibraryEditor);
        var stranger = await SignInAsync(Everybody.Stranger);

        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync(TogetherLinks.StepOut(book.Id, Place.Lede.Id))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(TogetherLinks.Owners(book.Id))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(TogetherLinks.Owners(Ids.New()))).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await (await SignInAsync(Everybody.Facilitator)).GetAsync(TogetherLinks.Owners(book.Id))).Status
        );
    }

    async Task<Page> InviteAsync(Book book)
    {
        var editor = await SignInAsync(Everybody.LibraryEditor);
        return await (await editor.GetAsync(TogetherLinks.Owners(book.Id))).PressAsync(
            "form[action$=Invite] button",
            ("House", $"{Place.Lede.Id}")
        );
    }

    Task<Guid> InvitationAsync(Book book) =>
        App.InDbAsync(db => db.Set<OwnerInvitation>().Where(each => each.BookId == book.Id).Select(each => each.Id).SingleAsync());
}

public sealed class OwnersOnSqlite(SqliteHost host) : OwnersTests(host), IClassFixture<SqliteHost>;

public sealed class OwnersOnPostgres(PostgresHost host) : OwnersTests(host), IClassFixture<PostgresHost>;
