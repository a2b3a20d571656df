using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Playbook;
using Nestwerk.Shared;
using Nestwerk.Shared.Settings;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook;

/// <summary>A book that its owners opened, as whoever passes by reads it; and one that they did not.</summary>
[Trait("Row", "A15")]
public abstract class OpenBookTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task An_open_book_is_read_by_anybody_from_the_front_page_to_the_five_rubrics()
    {
        var book = ABook.Open(title: "Boek voor iedereen");
        await App.AddAsync(book, ARecipe.Published(ARecipe.Content("Kring van stemmen"), book: book));

        var front = await Visitor().GetAsync("/nl");
        var contents = await front.FollowAsync($"main a[href$='{book.Id}']");
        var session = await contents.FollowAsync(".recipes a");

        Assert.Equal("Boek voor iedereen", contents.Title);
        Assert.Contains("Van " + Place.Ninove.Name, contents.Main);
        Assert.Contains("Onze baby groeit", contents.FindAll("section h2"));
        Assert.Equal("Kring van stemmen", session.Title);
        Assert.Equal(["1 Doelstellingen", "2 Link met thema", "3 Beschrijving", "4 Duur", "5 Materiaal"], session.FindAll(".rub h2"));
    }

    [Theory]
    [InlineData("fr", "Kring (fr)", "Objectifs")]
    [InlineData("en", "Kring (en)", "Objectives")]
    public async Task It_speaks_the_language_of_its_address(string language, string title, string heading)
    {
        var book = ABook.Open();
        var recipe = ARecipe.Published(ARecipe.Content("Kring"), book: book);
        await App.AddAsync(book, recipe);

        var page = await Visitor().GetAsync($"/{language}/book/{book.Id}/{recipe.Id}");

        Assert.Equal(title, page.Title);
        Assert.Equal(language, page.Find("html").GetAttribute("lang"));
        Assert.Contains(page.FindAll(".rub h2"), found => found.Contains(heading, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/print")]
    [InlineData("/ask")]
    [InlineData("/thanks")]
    [InlineData("/{recipe}")]
    public async Task A_closed_book_answers_like_one_that_never_was(string part)
    {
        var book = ABook.Closed(Everybody.Facilitator);
        var recipe = ARecipe.Published(book: book);
        await App.AddAsync(book, recipe);
        var rest = part.Replace("{recipe}", recipe.Id.ToString(), StringComparison.Ordinal);

        var closed = await Visitor().GetAsync($"/nl/book/{book.Id}{rest}");
        var unknown = await Visitor().GetAsync($"/nl/book/{Ids.New()}{rest}");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (closed.Status, unknown.Status));
        Assert.Equal(unknown.Main, closed.Main);
        Assert.DoesNotContain(book.Id.ToString(), (await Visitor().GetAsync("/nl")).Main);
    }

    [Fact]
    public async Task A_draft_never_leaks_and_what_is_put_away_is_not_there()
    {
        var book = ABook.Open();
        var (draft, archived, deleted) = (
            ARecipe.Draft(ARecipe.Content("Ontwerp"), book: book),
            ARecipe.Published(ARecipe.Content("Archief"), book: book),
            ARecipe.Published(ARecipe.Content("Verwijderd"), book: book)
        );
        archived.Archive(Time.Utc);
        deleted.Delete(Time.Utc);
        var rewritten = ARecipe.Published(ARecipe.Content("Zichtbaar"), book: book);
        rewritten.Rewrite(ARecipe.Content("Herschreven"), Everybody.LibraryEditor.Id, Time.Utc);
        await App.AddAsync(book, draft, archived, deleted, rewritten);

        var pages = new List<Page>();
        foreach (var address in new[] { "", "/print", $"/{rewritten.Id}" })
            pages.Add(await Visitor().GetAsync($"/nl/book/{book.Id}{address}"));

        Assert.All(pages, page => Assert.Contains("Zichtbaar", page.Main));
        string[] hidden = ["Ontwerp", "Archief", "Verwijderd", "Herschreven"];
        Assert.All(pages, page => Assert.DoesNotContain(hidden, word => page.Text.Contains(word, StringComparison.Ordinal)));
        foreach (var recipe in new[] { draft, archived, deleted })
            Assert.Equal(HttpStatusCode.NotFound, (await Visitor().GetAsync($"/nl/book/{book.Id}/{recipe.Id}")).Status);
    }

    [Fact]
    public async Task A_session_of_another_book_is_not_there()
    {
        var (open, closed) = (ABook.Open(), ABook.Closed());
        var recipe = ARecipe.Published(book: closed);
        await App.AddAsync(open, closed, recipe);

        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().GetAsync($"/nl/book/{open.Id}/{recipe.Id}")).Status);
    }

    [Fact]
    public async Task Who_published_it_and_why_stays_inside()
    {
        var book = ABook.Open(Everybody.Facilitator);
        var recipe = ARecipe.Published(book: book);
        await App.AddAsync(book, recipe);

        foreach (var address in new[] { "", "/print", $"/{recipe.Id}" })
        {
            var page = await Visitor().GetAsync($"/nl/book/{book.Id}{address}");

            Assert.DoesNotContain(Everybody.LibraryEditor.Name, page.Text);
            Assert.DoesNotContain(recipe.Newest().ChangeNote, page.Text);
        }
    }

    [Fact]
    public async Task Closing_a_book_takes_effect_at_once_although_its_pages_are_kept()
    {
        var book = ABook.Open();
        await App.AddAsync(book, ARecipe.Published(book: book));
        string[] addresses = [$"/nl/book/{book.Id}", $"/nl/book/{book.Id}/print", "/nl"];
        foreach (var address in addresses)
            await Visitor().GetAsync(address);
        foreach (var address in addresses)
            Assert.NotNull((await Visitor().GetAsync(address)).Header("Age"));
        var form = await (await SignInAsync(Everybody.LibraryEditor)).GetAsync(Links.Book(book.Id));

        await form.PressAsync("main form", ("Input.Open", null));

        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().GetAsync(addresses[0])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().GetAsync(addresses[1])).Status);
        Assert.DoesNotContain(book.Id.ToString(), (await Visitor().GetAsync("/nl")).Text);
    }

    [Fact]
    public async Task The_logo_and_the_funders_stand_on_the_cover_as_soon_as_they_are_chosen()
    {
        var book = ABook.Open();
        await App.AddAsync(book);
        var before = await Visitor().GetAsync($"/nl/book/{book.Id}/print");
        await App.InDbAsync(db =>
        {
            db.AddRange(Picture("Huis", isLogo: true), Picture("Stad Ninove", isLogo: false));
            return db.SaveChangesAsync();
        });

        await App.Services.GetRequiredService<SettingsStore>().ApplyAsync(TestContext.Current.CancellationToken);

        var cover = (await Visitor().GetAsync($"/nl/book/{book.Id}/print")).Find(".booklet > header");
        Assert.Empty(before.FindAll(".booklet > header img"));
        Assert.Equal(["Huis", "Stad Ninove"], cover.QuerySelectorAll("img").Select(picture => picture.GetAttribute("alt")));
    }

    HousePicture Picture(string name, bool isLogo) =>
        new()
        {
            Id = Ids.New(),
            IsLogo = isLogo,
            Name = name,
            Type = "image/png",
            Content = [1],
            AddedAt = Time.Utc,
        };

    [Fact]
    public async Task Archiving_a_session_takes_it_out_of_the_open_book_at_once()
    {
        var book = ABook.Open();
        var recipe = ARecipe.Published(ARecipe.Content("Straks weg"), book: book);
        await App.AddAsync(book, recipe);
        var before = await Visitor().GetAsync($"/nl/book/{book.Id}");
        var editor = await SignInAsync(Everybody.LibraryEditor);

        await (await editor.GetAsync(Links.Recipe(recipe.Id, "archive"))).PressAsync("main form");

        Assert.Contains("Straks weg", before.Main);
        Assert.DoesNotContain("Straks weg", (await Visitor().GetAsync($"/nl/book/{book.Id}")).Main);
    }
}

public sealed class OpenBookOnSqlite(SqliteHost host) : OpenBookTests(host), IClassFixture<SqliteHost>;

public sealed class OpenBookOnPostgres(PostgresHost host) : OpenBookTests(host), IClassFixture<PostgresHost>;
