using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Cli;
using Nestwerk.Cli.Keeping;
using Nestwerk.Families.Rights;
using Nestwerk.Families.Sending;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.Reliability;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families;

/// <summary>What was erased is gone: from the database, its papers and its logs at once, from backups when their keys are destroyed.</summary>
[Trait("Row", "R31")]
public sealed class CanaryTests(SqliteHost host) : WebTests(host), IClassFixture<SqliteHost>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_words_of_a_family_are_nowhere_any_more_and_no_backup_brings_them_back()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var (family, words) = await Canaries.SingAsync(app);
        var boxes = await BoxesAsync(app, family.Id);
        var waiting = await WaitingAsync(app, family.Id);
        Assert.Equal(waiting.Count, Hits(app, waiting));
        var backup = await app.Services.GetRequiredService<Backups>().MakeAsync(null, Cancel);

        app.Time.Advance(SubjectRequest.Wait + TimeSpan.FromMinutes(1));
        await app.Services.GetRequiredService<RightsClock>().RoundAsync(Cancel);

        Assert.Null(await app.InDbAsync(db => db.Set<FamilyKey>().SingleOrDefaultAsync(key => key.FamilyId == family.Id, Cancel)));
        Assert.Equal(0, Hits(app, words.Select(Encoding.UTF8.GetBytes)));
        Assert.Equal(0, Hits(app, boxes));
        Assert.Equal(0, Hits(app, waiting));
        Assert.Equal(1, await RestoredFamiliesAsync(app, backup, family.Id, again: false));
        Assert.Equal(0, await RestoredFamiliesAsync(app, backup, family.Id, again: true));
        await RotateTwiceAsync(app);
        await Assert.ThrowsAsync<RefusedException>(() => RestoredFamiliesAsync(app, backup, family.Id, again: false));
        LongForm.Report(
            $"R31: {words.Count} canary words, {boxes.Count} sealed values, {waiting.Count} traces of messages on their way: 0 hits in database and log; a restored backup erased again; after the window it cannot be opened"
        );
    }

    [Fact]
    public async Task A_request_that_was_stopped_is_not_done_by_the_clock()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var family = await AFamily.LivingAsync(app);
        var request = SubjectRequest.Ask(family.Mother, Right.Erasure, null, null, app.Time.Utc);
        request.Cancel(family.Mother.Id, app.Time.Utc);
        await app.AddAsync(request);

        app.Time.Advance(TimeSpan.FromDays(4));
        await app.Services.GetRequiredService<RightsClock>().RoundAsync(Cancel);

        Assert.NotNull(await app.InDbAsync(db => db.Set<FamilyKey>().SingleOrDefaultAsync(key => key.FamilyId == family.Id, Cancel)));
    }

    [Fact]
    public async Task For_a_protected_person_the_clock_does_nothing()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var family = await AFamily.LivingAsync(app);
        await app.AddAsync(SubjectRequest.Ask(family.Mother, Right.Erasure, null, null, app.Time.Utc), Guarded(family));

        app.Time.Advance(TimeSpan.FromDays(4));
        await app.Services.GetRequiredService<RightsClock>().RoundAsync(Cancel);

        Assert.NotNull(await app.InDbAsync(db => db.Set<FamilyKey>().SingleOrDefaultAsync(key => key.FamilyId == family.Id, Cancel)));
    }

    static Protection Guarded(AFamily family)
    {
        var id = Ids.New();
        return new()
        {
            FamilyId = family.Id,
            Id = id,
            MemberId = family.Mother.Id,
            PlacedBy = Everybody.Midwife.Id,
            From = ManualTime.Start.UtcDateTime,
            Alias = family.Seal.Seal("Iris", "Protection.Alias", id),
            CodeWord = family.Seal.Seal("lamp", "Protection.CodeWord", id),
        };
    }

    static async Task<List<byte[]>> BoxesAsync(NestwerkApp app, Guid family)
    {
        using var scope = app.Services.CreateScope();
        var rows = await scope.ServiceProvider.GetRequiredService<FamilyTables>().RowsAsync(family, Cancel);
        return
        [
            .. rows.SelectMany(row => row.Table.Sealed.Select(column => row.Row.ComplexProperty(column).CurrentValue).OfType<Sealed>())
                .Select(value => value.Box),
        ];
    }

    /// <summary>What a message that has not left yet leaves in the outbox: what is sealed in it, and the hash of its link.</summary>
    static async Task<List<byte[]>> WaitingAsync(NestwerkApp app, Guid family)
    {
        var rows = await app.InDbAsync(db =>
            db.Set<FamilyMessage>().AsNoTracking().Where(row => row.FamilyId == family && row.SentAt == null).ToListAsync(Cancel)
        );
        Assert.NotEmpty(rows);
        return [.. rows.SelectMany(row => new[] { row.Code?.Box, row.Token?.Box, row.TokenHash }).OfType<byte[]>()];
    }

    /// <summary>How many of these stand somewhere in the data folder outside the sealed backups, or in the log.</summary>
    static int Hits(NestwerkApp app, IEnumerable<byte[]> needles)
    {
        var files = Directory.EnumerateFiles(app.DataFolder).Select(ReadShared).ToList();
        var log = Encoding.UTF8.GetBytes(string.Join('\n', app.Logs.All));
        return needles.Count(needle => files.Append(log).Any(file => file.AsSpan().IndexOf(needle) >= 0));
    }

    static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <returns>How many families with this id a restored copy holds.</returns>
    static async Task<int> RestoredFamiliesAsync(NestwerkApp app, string backup, Guid family, bool again)
    {
        using var folder = new TempFolder();
        var keys = app.Services.GetRequiredService<NestwerkOptions>().KeysFolder;
        var options = new NestwerkOptions { Data = folder["back"], Keys = keys };
        var known = await app.InDbAsync(db => Task.FromResult(db.Database.GetMigrations().ToList()));
        await new Restoring(options, app.Services.GetRequiredService<KeyRing>()).RunAsync(backup, known, Cancel);
        await using var back = await NestwerkApp.StartAsync([$"--Nestwerk:Data={folder["back"]}", $"--Nestwerk:Keys={keys}"]);
        if (again)
            await back.Services.GetRequiredService<EraseAgain>().RunAsync(Cancel);
        return await back.InDbAsync(db => db.Set<FamilyKey>().CountAsync(key => key.FamilyId == family, Cancel));
    }

    static async Task RotateTwiceAsync(NestwerkApp app)
    {
        for (var time = 0; time < 2; time++)
        {
            using var scope = app.Services.CreateScope();
            var rotated = await scope.ServiceProvider.GetRequiredService<Rotation>().RunAsync(Cancel);
            var file = Path.Combine(app.Services.GetRequiredService<NestwerkOptions>().KeysFolder, "sealing", rotated.Newest + ".key");
            File.SetLastWriteTimeUtc(file, app.Time.Utc);
            app.Time.Advance(TimeSpan.FromDays(31));
        }
    }
}
