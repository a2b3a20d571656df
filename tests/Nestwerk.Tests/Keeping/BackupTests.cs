using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Cli;
using Nestwerk.Cli.Keeping;
using Nestwerk.Data;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Keeping;

/// <summary>A backup comes back whole into an empty folder, or nothing does and a sentence says why.</summary>
[Trait("Row", "X")]
public sealed class BackupTests(SqliteHost host) : WebTests(host), IClassFixture<SqliteHost>, IDisposable
{
    readonly TempFolder folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    Backups Backups => App.Services.GetRequiredService<Backups>();
    KeyRing Keys => App.Services.GetRequiredService<KeyRing>();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_backed_up_comes_back_and_says_what_it_is()
    {
        var file = await MakeAsync("one.backup");

        var restored = await RestoreAsync(file, "back");

        Assert.Empty(SqliteCopy.Problems(folder["back/nestwerk.db"], thorough: true));
        Assert.Equal(SqliteCopy.Rows(Path.Combine(App.DataFolder, "nestwerk.db")), SqliteCopy.Rows(folder["back/nestwerk.db"]));
        Assert.Equal(["nestwerk.db"], Directory.GetFileSystemEntries(folder["back"]).Select(Path.GetFileName));
        var words = Restoring.Words(restored);
        Assert.Contains($"{App.Time.Utc:yyyy-MM-dd HH:mm} UTC", words);
        Assert.Contains($"People {Everybody.All.Count}", words);
    }

    [Fact]
    public async Task Nothing_readable_stands_in_the_file_and_nothing_unsealed_stays_behind()
    {
        var file = await MakeAsync("sealed.backup");

        var text = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, Cancel));

        Assert.DoesNotContain("An De Smet", text);
        Assert.DoesNotContain("CREATE TABLE", text);
        Assert.Empty(Directory.GetFiles(App.DataFolder, "*.half*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_folder_with_anything_in_it_is_refused_and_left_as_it_was()
    {
        var file = await MakeAsync("two.backup");
        Directory.CreateDirectory(folder["full"]);
        await File.WriteAllTextAsync(folder["full/mine.txt"], "mine", Cancel);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => RestoreAsync(file, "full"));

        Assert.Contains("not empty", refused.Message);
        Assert.Equal([folder["full/mine.txt"]], Directory.GetFileSystemEntries(folder["full"]));
    }

    [Theory]
    [InlineData("cut", "damaged")]
    [InlineData("flipped", "damaged")]
    [InlineData("other", "not a backup")]
    [InlineData("newer-format", "newer version")]
    public async Task A_file_that_is_not_right_leaves_nothing_behind_and_says_why(string how, string words)
    {
        var file = await MakeAsync($"{how}.backup");
        var bytes = await File.ReadAllBytesAsync(file, Cancel);
        await File.WriteAllBytesAsync(file, Spoilt(bytes, how), Cancel);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => RestoreAsync(file, "nowhere-" + how));

        Assert.Contains(words, refused.Message);
        Assert.False(Directory.Exists(folder["nowhere-" + how]));
    }

    [Fact]
    public async Task A_key_that_is_missing_or_another_is_told_apart()
    {
        var file = await MakeAsync("three.backup");
        var others = new NestwerkOptions { Data = folder["x/data"] };
        var restoring = new Restoring(others, new KeyRing(others, App.Time));
        var known = await KnownAsync();

        var missing = await Assert.ThrowsAsync<RefusedException>(() => restoring.RunAsync(file, known, Cancel));
        new KeyRing(others, App.Time).Newest();
        var wrong = await Assert.ThrowsAsync<RefusedException>(() => restoring.RunAsync(file, known, Cancel));

        Assert.Contains("nestwerk keys recover", missing.Message);
        Assert.Contains("another key", wrong.Message);
        Assert.False(Directory.Exists(others.Data));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_not_taken()
    {
        var file = await MakeAsync("four.backup");
        var known = await KnownAsync();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => RestoreAsync(file, "newer", known.SkipLast(1)));

        Assert.Contains("newer version", refused.Message);
        Assert.False(Directory.Exists(folder["newer"]));
    }

    [Fact]
    public async Task A_database_of_an_older_version_comes_back_and_says_so()
    {
        var restored = await RestoreAsync(await MakeAsync("five.backup"), "older", (await KnownAsync()).Append("29991231235959_Later"));

        Assert.Equal(1, restored.Pending);
        Assert.Contains("older version", Restoring.Words(restored));
    }

    [Fact]
    public async Task A_damaged_database_gets_no_backup()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var file = Path.Combine(app.DataFolder, "nestwerk.db");
        SqliteConnection.ClearAllPools();
        await using (var bytes = new FileStream(file, FileMode.Open))
        {
            bytes.Position = 8192;
            await bytes.WriteAsync(Enumerable.Repeat((byte)0xAB, 4096 * 8).ToArray(), Cancel);
        }

        var refused = await Assert.ThrowsAsync<RefusedException>(() => app.Services.GetRequiredService<Backups>().MakeAsync(null, Cancel));

        Assert.Contains("no backup was made", refused.Message);
        Assert.Empty(app.Services.GetRequiredService<Backups>().All());
    }

    [Fact]
    public async Task A_file_that_is_there_already_is_not_overwritten()
    {
        var file = await MakeAsync("six.backup");
        var before = await File.ReadAllBytesAsync(file, Cancel);

        await Assert.ThrowsAsync<RefusedException>(() => Backups.MakeAsync(file, Cancel));
        await Assert.ThrowsAsync<RefusedException>(() => Backups.MakeAsync(folder["no/such/folder.backup"], Cancel));

        Assert.Equal(before, await File.ReadAllBytesAsync(file, Cancel));
    }

    Task<string> MakeAsync(string name) => Backups.MakeAsync(folder[name], Cancel);

    async Task<Restored> RestoreAsync(string file, string name, IEnumerable<string>? known = null) =>
        await new Restoring(new NestwerkOptions { Data = folder[name] }, Keys).RunAsync(file, [.. known ?? await KnownAsync()], Cancel);

    Task<List<string>> KnownAsync() => App.InDbAsync(db => Task.FromResult(db.Database.GetMigrations().ToList()));

    static byte[] Spoilt(byte[] bytes, string how)
    {
        if (how == "flipped")
            bytes[^1000] ^= 4;
        if (how == "newer-format")
            bytes[8] = 2;
        return how == "cut" ? bytes[..^50]
            : how == "other" ? [.. "PK\u0003\u0004"u8, .. bytes]
            : bytes;
    }
}

public sealed class BackupOnPostgres(PostgresHost host) : WebTests(host), IClassFixture<PostgresHost>
{
    [Fact]
    public async Task On_postgres_it_says_which_tool_to_use()
    {
        var backups = App.Services.GetRequiredService<Backups>();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => backups.MakeAsync(null, default));

        Assert.Contains("pg_dump", refused.Message);
    }
}
