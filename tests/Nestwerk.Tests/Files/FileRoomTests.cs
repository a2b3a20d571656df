using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Files;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Files;

/// <summary>A file is there because a text shows it. That its number stands in a sentence is nothing, and what lies about takes room.</summary>
[Trait("Row", "X")]
public abstract class FileRoomTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task A_number_in_a_sentence_opens_no_file_and_what_goes_with_a_text_does()
    {
        var (recipe, hidden, shown) = (ARecipe.Draft(), Nestwerk.Shared.Ids.New(), Nestwerk.Shared.Ids.New());
        var told = ARecipe.Published(ARecipe.Content() with { Sources = [$"{hidden}"], Attachments = [new(shown, new("een kring"))] });
        await App.AddAsync(recipe, told, File(hidden, recipe), File(shown, recipe));
        var browser = await SignInAsync(Everybody.Facilitator);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(FileLinks.File(hidden))).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(FileLinks.File(shown))).Status);
    }

    [Fact]
    public async Task A_draft_shows_its_editors_the_files_of_others_that_go_with_it()
    {
        var (recipe, file) = (ARecipe.Draft(), Nestwerk.Shared.Ids.New());
        var content = ARecipe.Content() with { Attachments = [new(file, new("een kring"))] };
        await App.AddAsync(recipe, ARecipe.Draft(content, Place.Liege), File(file, recipe));

        var stranger = await SignInAsync(Everybody.Stranger);

        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(FileLinks.File(file))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await SignInAsync(Everybody.Facilitator)).GetAsync(FileLinks.File(file))).Status);
    }

    [Fact]
    public async Task A_number_in_a_sentence_keeps_no_file()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var (told, shown) = (Nestwerk.Shared.Ids.New(), Nestwerk.Shared.Ids.New());
        var recipe = ARecipe.Published(
            ARecipe.Content() with
            {
                Sources = [$"\"file\":\"{told}\""],
                Attachments = [new(shown, new("een kring"))],
            }
        );
        await app.AddAsync(recipe, File(told, recipe), File(shown, recipe));

        app.Time.Advance(TimeSpan.FromDays(31));
        await app.Services.GetRequiredService<Purge>().RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal([shown], await app.InDbAsync(db => db.Set<AttachedFile>().Select(file => file.Id).ToListAsync()));
    }

    [Fact]
    public async Task There_is_no_room_for_ever_more_files_that_no_text_shows()
    {
        var recipe = ARecipe.Draft();
        await App.AddAsync([recipe, .. Enumerable.Range(0, 59).Select(_ => File(Nestwerk.Shared.Ids.New(), recipe))]);
        var browser = await SignInAsync(Everybody.LibraryEditor);

        var last = await FilesPagesTests.AddAsync(browser, recipe, Made.Png, "a.png", "De zestigste");
        var refused = await FilesPagesTests.AddAsync(browser, recipe, Made.Png, "a.png", "Een te veel");

        Assert.Empty(last.Errors);
        Assert.Contains("na dertig dagen", Assert.Single(refused.Errors));
        Assert.Equal(60, await App.InDbAsync(db => db.Set<AttachedFile>().CountAsync(file => file.RecipeId == recipe.Id)));
    }

    AttachedFile File(Guid id, Recipe recipe) =>
        AttachedFile.Of(id, recipe.Id, "a.png", FileKinds.Clean(Made.Png), Everybody.LibraryEditor.Id, Time.Utc);
}

public sealed class FileRoomOnSqlite(SqliteHost host) : FileRoomTests(host), IClassFixture<SqliteHost>;

public sealed class FileRoomOnPostgres(PostgresHost host) : FileRoomTests(host), IClassFixture<PostgresHost>;
