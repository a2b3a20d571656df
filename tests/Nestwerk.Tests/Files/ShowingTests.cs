using System.Net;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Files;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Files;

/// <summary>How a file leaves the house: a picture as a picture, anything else to keep, and nothing of it may act.</summary>
[Trait("Row", "X")]
public abstract class ShowingTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task A_picture_is_shown_and_a_page_or_a_sound_is_only_kept()
    {
        var (recipe, files) = await PublishedAsync(Made.Png, Made.Pdf(), Made.Mp3);
        var browser = await SignInAsync(Everybody.Facilitator);

        var page = await browser.GetAsync(Links.Recipe(recipe.Id));
        var answers = new List<Page>();
        foreach (var file in files)
            answers.Add(await browser.GetAsync(FileLinks.File(file.Id)));

        Assert.Equal(["image/png", "application/pdf", "audio/mpeg"], answers.Select(answer => answer.Header("Content-Type")));
        Assert.Null(answers[0].Header("Content-Disposition"));
        Assert.StartsWith("attachment; filename=", answers[1].Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.StartsWith("attachment; filename=", answers[2].Header("Content-Disposition"), StringComparison.Ordinal);
        foreach (var answer in answers)
        {
            Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
            Assert.StartsWith("default-src 'none'; sandbox", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Contains("private", answer.Header("Cache-Control"));
        }
        Assert.Equal(
            [FileLinks.File(files[0].Id)],
            page.Html.QuerySelectorAll("aside .file img").Select(image => image.GetAttribute("src"))
        );
        Assert.Equal(3, page.FindAll("aside .file").Count);
    }

    [Fact]
    public async Task A_row_that_was_changed_behind_our_back_is_not_shown_as_a_picture()
    {
        var (_, files) = await PublishedAsync(Made.Png);
        await App.InDbAsync(db =>
            db.Set<AttachedFile>()
                .Where(file => file.Id == files[0].Id)
                .ExecuteUpdateAsync(set => set.SetProperty(file => file.Content, "<script>alert(1)</script>"u8.ToArray()))
        );

        var answer = await (await SignInAsync(Everybody.Facilitator)).GetAsync(FileLinks.File(files[0].Id));

        Assert.Equal("application/octet-stream", answer.Header("Content-Type"));
        Assert.StartsWith("attachment", answer.Header("Content-Disposition"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_a_draft_is_there_for_its_editors_only()
    {
        var recipe = ARecipe.Draft();
        await App.AddAsync(recipe);
        var editor = await SignInAsync(Everybody.LibraryEditor);
        await FilesPagesTests.AddAsync(editor, recipe, Made.Png, "a.png", "Een");
        var id = await App.InDbAsync(db =>
            db.Set<AttachedFile>().Where(file => file.RecipeId == recipe.Id).Select(file => file.Id).SingleAsync()
        );

        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync(FileLinks.File(id))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await SignInAsync(Everybody.Facilitator)).GetAsync(FileLinks.File(id))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await SignInAsync(Everybody.Stranger)).GetAsync(FileLinks.File(id))).Status);
        Assert.StartsWith("/sign-in", (await Visitor().GetAsync(FileLinks.File(id))).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anybody_reads_the_files_of_an_open_book_as_published_last_and_no_others()
    {
        var book = ABook.Open(title: "Open met bestanden");
        var (recipe, files) = await PublishedAsync(book, Made.Png, Made.Pdf());
        await App.InDbAsync(async db =>
        {
            var kept = await db.Set<Recipe>().Include(each => each.Versions).SingleAsync(each => each.Id == recipe.Id);
            kept.Rewrite(kept.Draft with { Attachments = [kept.Draft.Attachments[0]] }, Everybody.LibraryEditor.Id, Time.Utc);
            kept.Publish("zonder PDF", Everybody.LibraryEditor.Id, Time.Utc);
            return await db.SaveChangesAsync();
        });
        var closed = ABook.Closed();
        var (hidden, hiddenFiles) = await PublishedAsync(closed, Made.Png);

        var session = await Visitor().GetAsync($"/nl/book/{book.Id}/{recipe.Id}");
        async Task<HttpStatusCode> AskAsync(Guid inBook, Guid inRecipe, Guid file) =>
            (await Visitor().GetAsync($"/nl/book/{inBook}/{inRecipe}/files/{file}")).Status;

        Assert.Equal(
            $"/nl/book/{book.Id}/{recipe.Id}/files/{files[0].Id}",
            Assert.Single(session.Html.QuerySelectorAll("aside .file img")).GetAttribute("src")
        );
        Assert.Equal(HttpStatusCode.OK, await AskAsync(book.Id, recipe.Id, files[0].Id));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(book.Id, recipe.Id, files[1].Id));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(closed.Id, hidden.Id, hiddenFiles[0].Id));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(book.Id, recipe.Id, hiddenFiles[0].Id));
    }

    [Fact]
    public async Task A_file_that_was_fetched_before_is_not_sent_again()
    {
        var (_, files) = await PublishedAsync(Made.Png);
        var browser = await SignInAsync(Everybody.Facilitator);
        var request = new HttpRequestMessage(HttpMethod.Get, FileLinks.File(files[0].Id))
        {
            Headers = { { "If-None-Match", $"\"{files[0].Hash}\"" } },
        };

        Assert.Equal(HttpStatusCode.NotModified, (await browser.SendAsync(request)).Status);
    }

    [Fact]
    public async Task On_paper_a_picture_is_small_and_the_rest_is_a_line()
    {
        var (recipe, _) = await PublishedAsync(Made.Png, Made.Wav);

        var card = await (await SignInAsync(Everybody.Facilitator)).GetAsync(Links.Recipe(recipe.Id, "card"));

        Assert.Single(card.Html.QuerySelectorAll(".sheet .file img"));
        Assert.Empty(card.Html.QuerySelectorAll(".sheet .file a"));
        Assert.Contains("geluid", string.Join(' ', card.FindAll(".sheet .file")));
    }

    Task<(Recipe Recipe, IReadOnlyList<AttachedFile> Files)> PublishedAsync(params byte[][] raw) => PublishedAsync(null, raw);

    async Task<(Recipe Recipe, IReadOnlyList<AttachedFile> Files)> PublishedAsync(Book? book, params byte[][] raw)
    {
        var id = Nestwerk.Shared.Ids.New();
        var files = raw.Select(FileKinds.Clean)
            .Select(clean =>
                AttachedFile.Of(
                    Nestwerk.Shared.Ids.New(),
                    id,
                    FileKinds.SafeName("bestand", clean.Type),
                    clean,
                    Everybody.LibraryEditor.Id,
                    Time.Utc
                )
            )
            .ToList();
        var recipe = new Recipe { Id = id, BookId = book?.Id ?? Place.Ninove.BookId };
        recipe.Rewrite(
            ARecipe.Content("Met bestanden") with
            {
                Attachments = [.. files.Select((file, i) => new Attachment(file.Id, new($"bestand {i}")))],
            },
            Everybody.LibraryEditor.Id,
            Time.Utc
        );
        recipe.Publish("een", Everybody.LibraryEditor.Id, Time.Utc);
        await App.AddAsync([.. book is null ? Array.Empty<object>() : [book], recipe, .. files]);
        return (recipe, files);
    }
}

public sealed class ShowingOnSqlite(SqliteHost host) : ShowingTests(host), IClassFixture<SqliteHost>;

public sealed class ShowingOnPostgres(PostgresHost host) : ShowingTests(host), IClassFixture<PostgresHost>;
