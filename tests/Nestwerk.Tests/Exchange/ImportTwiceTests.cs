using System.Net;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Exchange;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.Playbook.Together;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Exchange;

/// <summary>A file comes in once, and past nobody who should have read it.</summary>
[Trait("Row", "X")]
public abstract class ImportTwiceTests(TestHost host) : WebTests(host)
{
    const string Bring = "main form .btn.primary";

    [Fact]
    public async Task A_book_that_asks_a_second_reader_takes_in_no_file()
    {
        await App.LetInAsync(Houses.Second);
        var (browser, file) = (await SignInAsync(Everybody.LibraryEditor), ABookFile.Good());
        await (await Travel.BringAsync(browser, ABookFile.Bytes(file))).PressAsync(Bring);
        await ReviewAsync(file.Book.Id, Time.Utc);
        var first = file.Recipes[0];
        var newer = ABookFile.Version(3, first.Versions[1].Content with { Author = "Anders" });
        var bytes = ABookFile.Bytes(file with { Recipes = [first with { Versions = [.. first.Versions, newer] }, file.Recipes[1]] });

        var review = await Travel.BringAsync(browser, bytes);
        var refused = await review.PressAsync(Bring);
        var before = await PublishedAsync(first.Id);
        await ReviewAsync(file.Book.Id, null);
        var done = await refused.PressAsync(Bring);

        Assert.Contains("leest een tweede redacteur na", Assert.Single(refused.Errors));
        Assert.Empty(done.Errors);
        Assert.Equal((2, 3), (before, await PublishedAsync(first.Id)));
    }

    /// <summary>Somebody else is just taking the draft away: her own second press, or a second window.</summary>
    [Fact]
    public async Task Of_two_presses_at_once_one_brings_it_in()
    {
        var (browser, file) = (await SignInAsync(Everybody.LibraryEditor), ABookFile.Good());
        var review = await Travel.BringAsync(browser, ABookFile.Bytes(file));

        var second = await App.InDbAsync(async db =>
        {
            await using var first = await db.Database.BeginTransactionAsync();
            await db.Set<ImportDraft>().Where(draft => draft.BroughtBy == Everybody.LibraryEditor.Id).ExecuteDeleteAsync();
            var press = Task.Run(() => review.PressAsync(Bring));
            await Task.WhenAny(press, Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken));
            await first.CommitAsync();
            return await press;
        });

        Assert.Equal(HttpStatusCode.NotFound, second.Status);
        Assert.False(await App.InDbAsync(db => db.Set<Book>().AnyAsync(book => book.Id == file.Book.Id)));
    }

    Task<int> ReviewAsync(Guid book, DateTime? since) =>
        App.InDbAsync(db =>
            db.Set<Book>().Where(each => each.Id == book).ExecuteUpdateAsync(set => set.SetProperty(each => each.ReviewedSince, since))
        );

    Task<int> PublishedAsync(Guid recipe) =>
        App.InDbAsync(db => db.Set<Recipe>().Where(each => each.Id == recipe).Select(each => each.Published).SingleAsync());
}

public sealed class ImportTwiceOnSqlite(SqliteHost host) : ImportTwiceTests(host), IClassFixture<SqliteHost>;

public sealed class ImportTwiceOnPostgres(PostgresHost host) : ImportTwiceTests(host), IClassFixture<PostgresHost>;
