using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Cli.Keeping;
using Nestwerk.Playbook.Files;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Files;

/// <summary>A file of a session comes back with the backup it was in.</summary>
[Trait("Row", "X")]
public sealed class FilesBackupTests(SqliteHost host) : WebTests(host), IClassFixture<SqliteHost>, IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_of_a_session_is_in_the_backup_to_the_last_byte()
    {
        var cancel = TestContext.Current.CancellationToken;
        var recipe = ARecipe.Published();
        var file = AttachedFile.Of(Ids.New(), recipe.Id, "lied.mp3", FileKinds.Clean(Made.Mp3), Everybody.LibraryEditor.Id, Time.Utc);
        await App.AddAsync(recipe, file);

        var backup = await App.Services.GetRequiredService<Backups>().MakeAsync(folder["one.backup"], cancel);
        var known = await App.InDbAsync(db => Task.FromResult(db.Database.GetMigrations().ToList()));
        await new Restoring(new NestwerkOptions { Data = folder["back"] }, App.Services.GetRequiredService<KeyRing>()).RunAsync(
            backup,
            known,
            cancel
        );

        await using var connection = new SqliteConnection($"Data Source={folder["back/nestwerk.db"]};Pooling=False");
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Content\" FROM \"AttachedFiles\"";
        Assert.Equal(file.Content, (byte[]?)await command.ExecuteScalarAsync(cancel));
    }
}
