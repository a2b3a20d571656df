using System.Collections.Concurrent;
using System.Net;
using Microsoft.Data.Sqlite;
using Nestwerk.Data;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Reliability;

/// <summary>A disk that is full to the brim costs nobody what was acknowledged or typed, is told in words, and passes.</summary>
[Trait("Row", "X"), Trait("Row", "R18"), Trait("Needs", "tmpfs")]
public sealed class DiskFullTests : IDisposable
{
    const string Typed = "Een titel die niet verloren mag gaan";
    readonly SqliteTemplate template;
    readonly SmallDisk disk;

    public DiskFullTests(SqliteTemplate template)
    {
        Installed.Require("tmpfs", SmallDisk.Missing);
        (this.template, disk) = (template, new(16));
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    string File => Path.Combine(disk.Path, DataServices.FileName);

    public void Dispose() => disk?.Dispose();

    [Theory]
    [InlineData("nl")]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task A_form_comes_back_with_what_was_typed_and_the_reason(string language)
    {
        await template.CopyAsync(disk.Path);
        await using var app = await StartAsync();
        var plan = APlan.By(Everybody.Facilitator);
        await app.AddAsync(plan);
        var browser = (await app.SignInAsync(Everybody.Facilitator)).In(language);
        var form = await browser.GetAsync($"/playbook/plans/{plan.Id}/facts");
        disk.Fill();

        var full = await PressUntilFullAsync(form);
        var ready = await app.Visitor().GetAsync("/health/ready");
        disk.Empty();
        var saved = await full.PressAsync("main form[method=post]");

        Assert.Equal([Texts.Everything["form.diskFull"].In(language)], full.Errors);
        Assert.StartsWith(Typed, full.Find("[name='Input.Title']").GetAttribute("value"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.Status);
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.StartsWith(Typed, saved.Title, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor().GetAsync("/health/ready")).Status);
    }

    [Fact]
    public async Task Reading_goes_on_even_when_every_connection_was_put_away()
    {
        await template.CopyAsync(disk.Path);
        await using var app = await StartAsync();
        var browser = await app.SignInAsync(Everybody.Facilitator);
        await browser.GetAsync("/playbook");
        SqliteConnection.ClearAllPools();
        disk.Fill();

        var library = await browser.GetAsync("/playbook");
        disk.Empty();

        Assert.Equal(HttpStatusCode.OK, library.Status);
    }

    [Fact]
    public async Task The_server_lives_through_it_and_so_does_everything_acknowledged()
    {
        var rounds = LongForm.Times(1, 20);
        var acknowledged = new ConcurrentQueue<Guid>();
        var refused = 0;
        await using var server = await ServerProcess.DemoAsync(disk.Path, disk.Beside);

        for (var round = 0; round < rounds; round++)
        {
            await using var writers = await Writers.StartAsync(server.Address, acknowledged, TimeSpan.FromMilliseconds(5));
            await writers.UntilMoreAsync(10);
            disk.Fill();
            await writers.UntilAsync(() => writers.Refused >= 20);
            await server.UntilAsync("/health/ready", HttpStatusCode.ServiceUnavailable);
            await ABackupSaysSoAsync();
            Ledger.Holds(File, acknowledged);
            disk.Empty();
            await writers.UntilMoreAsync(10);
            await server.UntilAsync("/health/ready", HttpStatusCode.OK);
            refused += writers.Refused;
        }

        Assert.True(server.Runs);
        Ledger.Holds(File, acknowledged);
        LongForm.Report(
            $"disk full: {rounds} times filled to the brim under write load, {acknowledged.Count} acknowledged writes, 0 lost, {refused} refused with 507, {rounds} backups refused in words, the process lived on."
        );
    }

    [Fact]
    public async Task A_migration_changes_nothing_and_is_done_later()
    {
        var rounds = LongForm.Times(1, 20);
        Ask("CREATE TABLE Keepsake (Word TEXT); INSERT INTO Keepsake VALUES ('before'); SELECT 1");

        for (var round = 0; round < rounds; round++)
        {
            disk.Fill();
            var (code, said) = await ServerProcess.RunAsync("migrate", "--data", disk.Path, "--keys", disk.Beside);
            disk.Empty();

            Assert.Equal(1, code);
            Assert.Contains("The disk is full", said);
            Assert.Equal("before 1", Ask("SELECT (SELECT Word FROM Keepsake) || ' ' || (SELECT count(*) FROM sqlite_master)"));
            Assert.Empty(Directory.GetFiles(disk.Path, "*.before-*"));
        }

        var later = await ServerProcess.RunAsync("migrate", "--data", disk.Path, "--keys", disk.Beside);
        Assert.True(later.Code == 0, later.Said);
        Assert.Equal("before", Ask("SELECT Word FROM Keepsake"));
        LongForm.Report($"disk full: {rounds} migrations on a full disk changed nothing and said so, and the one after that went well.");
    }

    /// <summary>What is already in the journal's file is written over, so the first writes may still find room.</summary>
    static async Task<Page> PressUntilFullAsync(Page form)
    {
        for (var round = 0; round < 200; round++)
        {
            var answer = await form.PressAsync("main form[method=post]", ("Input.Title", $"{Typed} {round}"));
            if (answer.Status == HttpStatusCode.InsufficientStorage)
                return answer;
            form = await form.FollowAsync("a[href$='/facts']");
        }
        throw new InvalidOperationException("The disk never got full.");
    }

    async Task ABackupSaysSoAsync()
    {
        var (code, said) = await ServerProcess.RunAsync("backup", "--data", disk.Path, "--keys", disk.Beside);

        Assert.Equal(1, code);
        Assert.Contains("The disk is full", said);
        Assert.Empty(Directory.GetFiles(disk.Path, "*.half*", SearchOption.AllDirectories));
    }

    string? Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        return $"{command.ExecuteScalar()}";
    }

    Task<NestwerkApp> StartAsync() => NestwerkApp.StartAsync([$"--Nestwerk:Data={disk.Path}", $"--Nestwerk:Keys={disk.Beside}"]);
}
