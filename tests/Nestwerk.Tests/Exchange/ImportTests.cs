using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Exchange;
using Nestwerk.Playbook.Files;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Exchange;

/// <summary>A book comes in as it was looked at and chosen, all of it or nothing.</summary>
[Trait("Row", "X")]
public abstract class ImportTests(TestHost host) : WebTests(host)
{
    const string Bring = "main form .btn.primary";

    [Fact]
    public async Task Fifty_hostile_files_are_refused_in_words_and_change_nothing()
    {
        var browser = await SignInAsync(Everybody.LibraryEditor);
        var (before, drafts) = (await SumAsync(), await App.InDbAsync(db => db.Set<ImportDraft>().CountAsync()));
        foreach (var (name, (make, _)) in HostileBooks.All)
        {
            var page = await Travel.BringAsync(browser, make());
            Assert.True(page.Errors is [{ Length: > 10 }], $"{name}: {page.Status} {string.Join(' ', page.Errors)}");
        }
        Assert.Equal(before, await SumAsync());
        Assert.Equal(drafts, await App.InDbAsync(db => db.Set<ImportDraft>().CountAsync()));
    }

    [Fact]
    public async Task Looking_changes_nothing_and_leaving_forgets()
    {
        var browser = await SignInAsync(Everybody.LibraryEditor);
        var before = await SumAsync();

        var review = await Travel.BringAsync(browser, ABookFile.Bytes(ABookFile.Good()));
        var left = await review.PressAsync("main form .btn.quiet");

        Assert.Contains("Nieuw: 2 sessies", review.Main);
        Assert.Equal("Een boek binnenhalen", left.Title);
        Assert.Equal(before, await SumAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(review.Path)).Status);
    }

    [Fact]
    public async Task Newer_versions_come_behind_ours_and_the_file_that_goes_with_them_too()
    {
        var (browser, file) = await BroughtAsync();
        var first = file.Recipes[0];
        var newer = first with
        {
            Versions = [.. first.Versions, ABookFile.Version(3, first.Versions[1].Content with { Author = "Anders" })],
        };

        var review = await Travel.BringAsync(browser, ABookFile.Bytes(file with { Recipes = [newer, file.Recipes[1]] }));
        await review.PressAsync(Bring);

        Assert.Contains("Veranderd: 1 sessie", review.Main);
        Assert.Contains("Hetzelfde: 1 sessie", review.Main);
        var recipe = await RecipeAsync(first.Id);
        Assert.Equal((3, "Anders", "Anders"), (recipe.Published, recipe.Newest().Content.Author, recipe.Draft.Author));
        Assert.Equal([1, 2, 3], recipe.Versions.Select(version => version.Number).Order());
    }

    [Theory]
    [InlineData(Choice.Keep, 2, 0)]
    [InlineData(Choice.Theirs, 3, 0)]
    [InlineData(Choice.Separate, 2, 1)]
    public async Task Where_a_version_reads_differently_she_chooses(Choice choice, int versions, int separate)
    {
        var (browser, file) = await BroughtAsync();
        var first = file.Recipes[0];
        var other = first with
        {
            Versions = [first.Versions[0], first.Versions[1] with { Content = first.Versions[1].Content with { Author = "Zij" } }],
        };

        var review = await Travel.BringAsync(browser, ABookFile.Bytes(file with { Recipes = [other, file.Recipes[1]] }));
        var done = await review.PressAsync(Bring, ("Input.Rows[0].Choice", $"{choice}"));

        Assert.Contains("Kies zelf: 1 sessie", review.Main);
        Assert.Equal(HttpStatusCode.OK, done.Status);
        var recipe = await RecipeAsync(first.Id);
        Assert.Equal(versions, recipe.Published);
        Assert.Equal(choice == Choice.Theirs ? "Zij" : Place.Ninove.Name, recipe.Newest().Content.Author);
        var copies = await App.InDbAsync(db =>
            db.Set<Recipe>().Include(each => each.Versions).Where(each => each.OriginId == first.Id).ToListAsync()
        );
        Assert.Equal(separate, copies.Count);
        foreach (var copy in copies)
            Assert.NotEqual(file.Files[0].Id, Assert.Single(copy.Newest().Content.Attachments).File);
    }

    [Fact]
    public async Task A_draft_of_ours_stays_when_theirs_is_taken()
    {
        var (browser, file) = await BroughtAsync();
        var second = file.Recipes[1];
        await ChangeAsync(second.Id, recipe => recipe.Rewrite(ARecipe.Content("Mijn tekst"), Everybody.LibraryEditor.Id, Time.Utc));
        var newer = second with { Versions = [.. second.Versions, ABookFile.Version(2, ARecipe.Content("Hun tekst"))] };

        var review = await Travel.BringAsync(browser, ABookFile.Bytes(file with { Recipes = [file.Recipes[0], newer] }));
        await review.PressAsync(Bring, ("Input.Rows[0].Choice", "Theirs"));

        var recipe = await RecipeAsync(second.Id);
        Assert.Equal(("Hun tekst", "Mijn tekst"), (recipe.Newest().Content.Title.Nl, recipe.Draft.Title.Nl));
    }

    [Fact]
    public async Task What_was_deleted_here_stays_deleted_unless_it_comes_as_another()
    {
        var (browser, file) = await BroughtAsync();
        await ChangeAsync(file.Recipes[1].Id, recipe => recipe.Delete(Time.Utc));

        var review = await Travel.BringAsync(browser, ABookFile.Bytes(file));
        await review.PressAsync(Bring);

        Assert.Contains("werd hier verwijderd", review.Main);
        Assert.Equal(
            ["Keep", "Separate"],
            review.Html.QuerySelectorAll("main select option").Select(option => option.GetAttribute("value"))
        );
        Assert.NotNull((await RecipeAsync(file.Recipes[1].Id)).DeletedAt);
    }

    [Fact]
    public async Task A_word_with_another_name_is_taken_only_when_she_says_so()
    {
        var id = $"woord-{Ids.New():N}"[..30];
        await App.AddAsync(
            new Theme
            {
                Id = id,
                Name = new("Van ons"),
                Position = 50,
            }
        );
        var good = ABookFile.Good();
        var recipe = good.Recipes[1] with { Versions = [ABookFile.Version(1, ARecipe.Content() with { Themes = [id] })] };
        var file = ABookFile.Bytes(good with { Recipes = [good.Recipes[0], recipe], Themes = [.. good.Themes, new(id, new("Van hen"))] });
        var browser = await SignInAsync(Everybody.LibraryEditor);

        await (await Travel.BringAsync(browser, file)).PressAsync(Bring);
        var kept = await NameAsync(id);
        await (await Travel.BringAsync(browser, file)).PressAsync(Bring, ("Input.Words", $"themes/{id}"));

        Assert.Equal(("Van ons", "Van hen"), (kept, await NameAsync(id)));
    }

    [Fact]
    public async Task A_book_of_others_comes_in_as_another_book_and_theirs_does_not_change()
    {
        var (_, file) = await BroughtAsync();
        var before = ContentJson.Write((await RecipeAsync(file.Recipes[0].Id)).Draft);
        var stranger = await SignInAsync(Everybody.Stranger);

        var review = await Travel.BringAsync(stranger, ABookFile.Bytes(file));
        var done = await review.PressAsync(Bring);

        Assert.Contains("een boek op zich", review.Main);
        Assert.Contains(Place.Liege.Name, done.Main);
        Assert.DoesNotContain($"{file.Book.Id}", done.Path);
        Assert.Equal(before, ContentJson.Write((await RecipeAsync(file.Recipes[0].Id)).Draft));
        Assert.Equal(
            2,
            await App.InDbAsync(db =>
                db.Set<Recipe>().CountAsync(recipe => recipe.OriginId == file.Recipes[0].Id || recipe.OriginId == file.Recipes[1].Id)
            )
        );
    }

    [Fact]
    public async Task What_changed_since_she_looked_is_looked_at_again()
    {
        var (browser, file) = await BroughtAsync();
        var newer = file.Recipes[1] with { Versions = [.. file.Recipes[1].Versions, ABookFile.Version(2, ARecipe.Content("Hun tekst"))] };
        var review = await Travel.BringAsync(browser, ABookFile.Bytes(file with { Recipes = [file.Recipes[0], newer] }));
        await ChangeAsync(newer.Id, recipe => recipe.Delete(Time.Utc));

        var again = await review.PressAsync(Bring);

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("veranderde hier iets", Assert.Single(again.Errors));
        Assert.Equal(1, (await RecipeAsync(newer.Id)).Published);
    }

    [Fact]
    public async Task A_file_that_somebody_brought_is_hers_alone_and_gone_after_a_day()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var browser = await app.SignInAsync(Everybody.LibraryEditor);
        var review = await Travel.BringAsync(browser, ABookFile.Bytes(ABookFile.Good()));

        var others = await (await app.SignInAsync(Everybody.Stranger)).GetAsync(review.Path);
        app.Time.Advance(ImportDraft.Keeps + TimeSpan.FromMinutes(1));
        var late = await (await app.SignInAsync(Everybody.LibraryEditor)).GetAsync(review.Path);
        await app.Services.GetRequiredService<Purge>().RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (others.Status, late.Status));
        Assert.False(await app.InDbAsync(db => db.Set<ImportDraft>().AnyAsync()));
    }

    /// <summary>A book that came in once.</summary>
    async Task<(Browser Browser, BookFile File)> BroughtAsync()
    {
        var browser = await SignInAsync(Everybody.LibraryEditor);
        var file = ABookFile.Good();
        var done = await (await Travel.BringAsync(browser, ABookFile.Bytes(file))).PressAsync(Bring);
        Assert.Equal(HttpStatusCode.OK, done.Status);
        return (browser, file);
    }

    Task<Recipe> RecipeAsync(Guid id) =>
        App.InDbAsync(db => db.Set<Recipe>().AsNoTracking().Include(recipe => recipe.Versions).SingleAsync(recipe => recipe.Id == id));

    Task<string?> NameAsync(string theme) =>
        App.InDbAsync(async db => (await db.Set<Theme>().SingleAsync(each => each.Id == theme)).Name.Nl);

    Task<int> ChangeAsync(Guid id, Action<Recipe> change) =>
        App.InDbAsync(async db =>
        {
            change(await db.Set<Recipe>().Include(recipe => recipe.Versions).SingleAsync(recipe => recipe.Id == id));
            return await db.SaveChangesAsync();
        });

    /// <summary>A sum over everything that a file could have touched.</summary>
    Task<string> SumAsync() =>
        App.InDbAsync(async db =>
        {
            var all = new StringBuilder();
            all.AppendJoin(
                '|',
                await db.Set<Recipe>().OrderBy(row => row.Id).Select(row => $"{row.Id}{row.Revision}{row.Published}").ToListAsync()
            );
            all.AppendJoin('|', await db.Set<Theme>().OrderBy(row => row.Id).Select(row => row.Id + row.Name.Nl).ToListAsync());
            all.AppendJoin('|', await db.Set<Book>().OrderBy(row => row.Id).Select(row => row.Id).ToListAsync());
            all.Append(await db.Set<AttachedFile>().CountAsync()).Append(await db.Set<AuditRow>().CountAsync());
            return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
        });
}

public sealed class ImportOnSqlite(SqliteHost host) : ImportTests(host), IClassFixture<SqliteHost>;

public sealed class ImportOnPostgres(PostgresHost host) : ImportTests(host), IClassFixture<PostgresHost>;
