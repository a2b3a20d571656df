using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Files;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Files;

/// <summary>Files go with a draft, are published with it, and are shown to whoever may read the text they go with.</summary>
[Trait("Row", "X")]
public abstract class FilesPagesTests(TestHost host) : WebTests(host)
{
    const string Save = "main form .actions button.primary";

    [Fact]
    public async Task A_picture_that_is_added_loses_what_it_tells_and_goes_with_the_draft()
    {
        var (browser, recipe) = await WithAsync(ARecipe.Draft());

        var page = await AddAsync(browser, recipe, Made.Jpeg, "../Foto van An.png", "Een kring");

        Assert.Contains("Bewaard.", page.Main);
        var file = await App.InDbAsync(db => db.Set<AttachedFile>().SingleAsync(each => each.RecipeId == recipe.Id));
        Assert.Equal(("Foto van An.jpg", "image/jpeg", file.Content.Length), (file.Name, file.Type, file.Length));
        Assert.DoesNotContain("Anneleen", System.Text.Encoding.Latin1.GetString(file.Content), StringComparison.Ordinal);
        Assert.Equal([new Attachment(file.Id, new("Een kring"))], (await DraftAsync(recipe)).Attachments);
        Assert.True(await App.InDbAsync(db => db.Set<AuditRow>().AnyAsync(row => row.Event == "file.added" && row.SubjectId == file.Id)));
    }

    [Fact]
    public async Task What_is_no_picture_page_or_sound_is_refused_and_the_words_stay()
    {
        var (browser, recipe) = await WithAsync(ARecipe.Draft());

        var page = await AddAsync(browser, recipe, "<svg onload=alert(1)>"u8.ToArray(), "kring.png", "Een kring");

        Assert.Contains("wat de naam ook zegt", Assert.Single(page.Errors));
        Assert.Equal("Een kring", page.Find("[name='Words.Nl']").GetAttribute("value"));
        Assert.Empty((await DraftAsync(recipe)).Attachments);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_in_words()
    {
        var (browser, recipe) = await WithAsync(ARecipe.Draft());

        var page = await AddAsync(browser, recipe, new byte[FileKinds.MostBytes + 1], "groot.png", "Groot");

        Assert.Contains("10 MB", Assert.Single(page.Errors));
    }

    [Fact]
    public async Task Words_order_and_removal_change_the_draft_and_what_was_published_stays()
    {
        var (browser, recipe) = await WithAsync(ARecipe.Draft());
        await AddAsync(browser, recipe, Made.Png, "een.png", "Een");
        var page = await AddAsync(browser, recipe, Made.Pdf(), "twee.pdf", "Twee");
        var files = (await DraftAsync(recipe)).Attachments;
        await PublishAsync(browser, recipe);
        page = await browser.GetAsync(Links.Recipe(recipe.Id, "files"));

        page = await page.PressAsync($"button[value='up:{files[1].File}']", ("Input.Rows[0].Title.Fr", "Un"));
        var turned = (await DraftAsync(recipe)).Attachments;
        await page.PressAsync($"button[value='remove:{files[0].File}']");

        Assert.Equal([new(files[1].File, new("Twee")), new Attachment(files[0].File, new("Een", "Un"))], turned);
        Assert.Equal([files[1].File], (await DraftAsync(recipe)).Attachments.Select(each => each.File));
        var published = await App.InDbAsync(db => db.Set<RecipeVersion>().SingleAsync(each => each.RecipeId == recipe.Id));
        Assert.Equal(files, published.Content.Attachments);
    }

    [Fact]
    public async Task Saving_the_text_keeps_the_files()
    {
        var (browser, recipe) = await WithAsync(ARecipe.Draft());
        await AddAsync(browser, recipe, Made.Png, "een.png", "Een");

        await (await browser.GetAsync(Links.Recipe(recipe.Id, "edit"))).PressAsync(Save, ("Input.Title.Nl", "Nieuwe titel"));

        var draft = await DraftAsync(recipe);
        Assert.Equal("Nieuwe titel", draft.Title.Nl);
        Assert.Single(draft.Attachments);
    }

    [Fact]
    public async Task Words_typed_beside_an_older_draft_are_not_lost_and_overwrite_nothing()
    {
        var (browser, recipe) = await WithAsync(ARecipe.Draft());
        var page = await AddAsync(browser, recipe, Made.Png, "een.png", "Een");
        await AddAsync(browser, recipe, Made.Pdf(), "twee.pdf", "Twee");

        var both = await page.PressAsync(Save, ("Input.Rows[0].Title.Nl", "Mijn woord"));

        Assert.Equal(HttpStatusCode.Conflict, both.Status);
        Assert.Contains("Een collega", Assert.Single(both.Errors));
        Assert.Equal("Mijn woord", both.Find("[name='Input.Rows[0].Title.Nl']").GetAttribute("value"));
        Assert.Equal(["Een", "Twee"], (await DraftAsync(recipe)).Attachments.Select(each => each.Title.Nl));
    }

    [Fact]
    public async Task Only_its_editors_find_the_page()
    {
        var (_, recipe) = await WithAsync(ARecipe.Published());
        var address = Links.Recipe(recipe.Id, "files");

        Assert.Equal(HttpStatusCode.NotFound, (await (await SignInAsync(Everybody.Stranger)).GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await SignInAsync(Everybody.Facilitator)).GetAsync(address)).Status);
    }

    [Fact]
    public async Task The_twenty_first_file_is_refused()
    {
        var many = Enumerable.Range(0, 20).Select(_ => new Attachment(Nestwerk.Shared.Ids.New(), new("x"))).ToList();
        var recipe = ARecipe.Draft();
        var files = many.Select(each =>
            AttachedFile.Of(each.File, recipe.Id, "a.png", FileKinds.Clean(Made.Png), Everybody.LibraryEditor.Id, Time.Utc)
        );
        recipe.Rewrite(ARecipe.Content() with { Attachments = many }, Everybody.LibraryEditor.Id, Time.Utc);
        await App.AddAsync([recipe, .. files]);
        var browser = await SignInAsync(Everybody.LibraryEditor);

        var page = await AddAsync(browser, recipe, Made.Png, "a.png", "x");

        Assert.Contains("al 20 bestanden", Assert.Single(page.Errors));
        Assert.Equal(20, (await DraftAsync(recipe)).Attachments.Count);
    }

    [Fact]
    public async Task What_no_text_shows_any_more_is_removed_and_everything_else_stays()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var recipe = ARecipe.Draft();
        var files = Enumerable
            .Range(0, 3)
            .Select(_ =>
                AttachedFile.Of(
                    Nestwerk.Shared.Ids.New(),
                    recipe.Id,
                    "a.png",
                    FileKinds.Clean(Made.Png),
                    Everybody.LibraryEditor.Id,
                    app.Time.Utc
                )
            )
            .ToList();
        recipe.Rewrite(ARecipe.Content() with { Attachments = [new(files[0].Id, new("oud"))] }, Everybody.LibraryEditor.Id, app.Time.Utc);
        recipe.Publish("een", Everybody.LibraryEditor.Id, app.Time.Utc);
        recipe.Rewrite(ARecipe.Content() with { Attachments = [new(files[1].Id, new("nieuw"))] }, Everybody.LibraryEditor.Id, app.Time.Utc);
        await app.AddAsync([recipe, .. files]);

        app.Time.Advance(TimeSpan.FromDays(31));
        await app.Services.GetRequiredService<Purge>().RunAsync(TestContext.Current.CancellationToken);

        var left = await app.InDbAsync(db => db.Set<AttachedFile>().Select(file => file.Id).ToListAsync());
        Assert.Equal(new[] { files[0].Id, files[1].Id }.Order(), left.Order());
    }

    internal static async Task<Page> AddAsync(Browser browser, Recipe recipe, byte[] bytes, string name, string words)
    {
        var address = Links.Recipe(recipe.Id, "files");
        var token = (await browser.GetAsync(address)).Token();
        var file = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        return await browser.PostAsync(
            address + "?handler=Add",
            new MultipartFormDataContent
            {
                { new StringContent(token.Value), token.Name },
                { new StringContent(words), "Words.Nl" },
                { file, "Upload", name },
            }
        );
    }

    internal static async Task PublishAsync(Browser browser, Recipe recipe) =>
        await (await browser.GetAsync(Links.Recipe(recipe.Id, "publish"))).PressAsync(Save, ("Input.Note", "met bestanden"));

    async Task<(Browser Browser, Recipe Recipe)> WithAsync(Recipe recipe)
    {
        await App.AddAsync(recipe);
        return (await SignInAsync(Everybody.LibraryEditor), recipe);
    }

    Task<RecipeContent> DraftAsync(Recipe recipe) =>
        App.InDbAsync(db => db.Set<Recipe>().Where(each => each.Id == recipe.Id).Select(each => each.Draft).SingleAsync());
}

public sealed class FilesPagesOnSqlite(SqliteHost host) : FilesPagesTests(host), IClassFixture<SqliteHost>;

public sealed class FilesPagesOnPostgres(PostgresHost host) : FilesPagesTests(host), IClassFixture<PostgresHost>;
