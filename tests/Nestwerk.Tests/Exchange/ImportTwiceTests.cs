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

    Task<int> ReviewAsync(Guid book, DateTime? since) =>
        App.InDbAsync(db =>
            db.Set<Book>().Where(each => each.Id == book).ExecuteUpdateAsync(set => set.SetProperty(each => each.ReviewedSince, since))
        );

    Task<int> PublishedAsync(Guid recipe) =>
        App.InDbAsync(db => db.Set<Recipe>().Where(each => each.Id == recipe).Select(each => each.Published).SingleAsync());
}

public sealed class ImportTwiceOnSqlite(SqliteHost host) : ImportTwiceTests(host), IClassFixture<SqliteHost>;

public sealed class ImportTwiceOnPostgres(PostgresHost host) : ImportTwiceTests(host), IClassFixture<PostgresHost>;
