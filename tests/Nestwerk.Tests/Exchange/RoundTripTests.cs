using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Exchange;
using Nestwerk.Playbook.Files;
using Nestwerk.Shared;
using Nestwerk.Tests.Files;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Exchange;

/// <summary>A book that leaves and comes in elsewhere is the same book, to the byte; and it says nothing of who works on it.</summary>
[Trait("Row", "X")]
public abstract class RoundTripTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task A_book_that_went_to_an_empty_house_leaves_it_again_byte_for_byte()
    {
        var book = await MakeAsync();
        var left = await Travel.ExportAsync(await SignInAsync(Everybody.LibraryEditor), book);
        await using var elsewhere = await TheHost.StartAnotherAsync();
        var there = await elsewhere.SignInAsync(Everybody.LibraryEditor);

        var review = await Travel.BringAsync(there, left);
        var done = await review.PressAsync("main form .btn.primary");

        Assert.StartsWith("Reisboek: wat zou er veranderen", review.Title, StringComparison.Ordinal);
        Assert.Empty(done.Errors);
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Equal(Encoding.UTF8.GetString(left), Encoding.UTF8.GetString(await Travel.ExportAsync(there, book)));
        Assert.True(
            await elsewhere.InDbAsync(db => db.Set<AuditRow>().AnyAsync(row => row.Event == "book.imported" && row.SubjectId == book))
        );
        Assert.False(await elsewhere.InDbAsync(db => db.Set<ImportDraft>().AnyAsync()));
    }

    [Fact]
    public async Task A_book_of_five_hundred_sessions_travels_too()
    {
        var good = ABookFile.Good();
        var many = Enumerable.Range(0, 500).Select(i => new RecipeEntry(Ids.New(), [ABookFile.Version(1, ARecipe.Content($"Sessie {i}"))]));
        var browser = await SignInAsync(Everybody.LibraryEditor);

        var review = await Travel.BringAsync(browser, ABookFile.Bytes(good with { Recipes = [.. good.Recipes, .. many] }));
        await review.PressAsync("main form .btn.primary");
        var left = BookReader.Read(await Travel.ExportAsync(browser, good.Book.Id), Time.Utc);

        Assert.Contains("Nieuw: 502 sessies", review.Main);
        Assert.Equal(502, left.Book?.Recipes.Count);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        var book = await MakeAsync();
        var browser = await SignInAsync(Everybody.LibraryEditor);

        var review = await Travel.BringAsync(browser, await Travel.ExportAsync(browser, book));

        Assert.Contains("is hier al", review.Main);
        Assert.Empty(review.FindAll("main form .btn.primary"));
    }

    [Fact]
    public async Task Nobody_and_no_draft_stands_in_the_file()
    {
        var book = await MakeAsync();
        var deleted = ARecipe.Published(ARecipe.Content("Weggegooid"), book: new Book { Id = book, Title = Words.None });
        deleted.Delete(Time.Utc);
        await App.AddAsync(deleted, ARecipe.Draft(ARecipe.Content("Nog niet af"), book: new Book { Id = book, Title = Words.None }));

        var text = Encoding.UTF8.GetString(await Travel.ExportAsync(await SignInAsync(Everybody.LibraryEditor), book));

        foreach (var hidden in new[] { "Weggegooid", "Nog niet af", $"{Everybody.LibraryEditor.Id}", Everybody.LibraryEditor.Name })
            Assert.DoesNotContain(hidden, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_its_own_editors_take_a_book_out()
    {
        var book = await MakeAsync();
        var stranger = await SignInAsync(Everybody.Stranger);
        var facilitator = await SignInAsync(Everybody.Facilitator);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(ExchangeLinks.Export(book))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await facilitator.GetAsync(ExchangeLinks.Export(book))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await facilitator.GetAsync(ExchangeLinks.Import)).Status);
    }

    /// <summary>The book that comes with the product, and a recipe with a file of every kind, two versions, a word of its own and a reader.</summary>
    async Task<Guid> MakeAsync()
    {
        var book = Ids.New();
        var rows = SampleBook
            .Make(book, [Place.Ninove.Id], Place.Ninove.Name, Everybody.LibraryEditor.Id, Time.Utc, name => Place.IdOf($"{book}", name))
            .ToList();
        ((Book)rows[0]).Title = new("Reisboek", "Livre de voyage", "Travel book");
        var recipe = new Recipe
        {
            Id = Ids.New(),
            BookId = book,
            OriginId = Ids.New(),
            OriginNumber = 2,
        };
        var theme = new Theme
        {
            Id = $"theme-{book:N}",
            Name = new("Eigen thema", null, "Own theme"),
            Position = 99,
        };
        var files = new[] { Made.Png, Made.Jpeg, Made.WebP(), Made.Pdf(), Made.Mp3, Made.Wav, Made.M4a() }
            .Select(raw => FileKinds.Clean(raw))
            .Select(
                (clean, i) =>
                    AttachedFile.Of(
                        Ids.New(),
                        recipe.Id,
                        FileKinds.SafeName($"bestand {i}", clean.Type),
                        clean,
                        Everybody.LibraryEditor.Id,
                        Time.Utc
                    )
            )
            .ToList();
        recipe.Rewrite(ARecipe.Content("Eerst") with { Themes = [theme.Id] }, Everybody.LibraryEditor.Id, Time.Utc);
        recipe.Publish("eerste versie", Everybody.LibraryEditor.Id, Time.Utc.AddTicks(1234567));
        recipe.Rewrite(
            ARecipe.Content("Dan") with
            {
                Themes = [theme.Id],
                Attachments = [.. files.Select(file => new Attachment(file.Id, new(file.Name)))],
            },
            Everybody.LibraryEditor.Id,
            Time.Utc
        );
        recipe.Publish("met bestanden", Everybody.LibraryEditor.Id, Time.Utc);
        recipe.Archive(Time.Utc);
        recipe
            .Newest()
            .ReadThroughs.Add(
                new()
                {
                    Id = Ids.New(),
                    By = "Vroedvrouw Bea",
                    On = new(2027, 1, 2),
                    AgainBefore = new(2028, 1, 2),
                    RecordedBy = Everybody.LibraryEditor.Id,
                }
            );
        await App.AddAsync([.. rows, theme, recipe, .. files]);
        return book;
    }
}

public sealed class RoundTripOnSqlite(SqliteHost host) : RoundTripTests(host), IClassFixture<SqliteHost>;

public sealed class RoundTripOnPostgres(PostgresHost host) : RoundTripTests(host), IClassFixture<PostgresHost>;
