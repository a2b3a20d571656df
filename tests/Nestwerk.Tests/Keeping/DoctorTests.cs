using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Cli.Keeping;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Keeping;

/// <summary>The doctor sees what is wrong, says what to do, and finds nothing where nothing is.</summary>
[Trait("Row", "X")]
public sealed class DoctorTests(SqliteHost host) : WebTests(host), IClassFixture<SqliteHost>
{
    static readonly DateTime Now = new(2027, 3, 9, 18, 0, 0, DateTimeKind.Utc);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_well_kept_instance_has_nothing_wrong()
    {
        await using var app = await KeptAsync();

        var signs = await LookAsync(app);

        Assert.All(signs.Where(sign => !sign.What.StartsWith("disk", StringComparison.Ordinal)), sign => Assert.Equal(Level.Ok, Of(sign)));
        Assert.Equal(9, signs.Count);
    }

    [Fact]
    public async Task Loose_rights_are_complained_about()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var app = await KeptAsync();
        var key = Directory.GetFiles(app.Services.GetRequiredService<NestwerkOptions>().KeysFolder, "*.key", SearchOption.AllDirectories)[
            0
        ];
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        File.SetUnixFileMode(
            app.DataFolder,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead
        );

        var failed = (await LookAsync(app)).Where(sign => Of(sign) == Level.Fail).ToList();

        Assert.Equal(2, failed.Count);
        Assert.All(failed, sign => Assert.StartsWith("chmod -R go= ", sign.Todo, StringComparison.Ordinal));
        Assert.Contains(failed, sign => sign.What.Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_instance_that_nobody_cared_for_is_told_so()
    {
        await using var app = await TheHost.StartAnotherAsync();

        var signs = await LookAsync(app);

        Assert.Contains(signs, sign => sign.What == "backup: there is none" && Of(sign) == Level.Fail);
        Assert.Contains(signs, sign => sign.What == "recovery key: none was made" && Of(sign) == Level.Warn);
        Assert.All(signs.Where(sign => Of(sign) != Level.Ok), sign => Assert.NotEmpty(sign.Todo));
    }

    [Fact]
    public async Task Without_a_database_it_says_where_it_looked()
    {
        await using var app = await TheHost.StartEmptyAsync();

        Assert.Contains(
            await LookAsync(app),
            sign => sign.What.Contains(app.DataFolder, StringComparison.Ordinal) && Of(sign) == Level.Fail
        );
    }

    [Theory]
    [InlineData("2027-03-09T03:15", "Ok")]
    [InlineData("2027-03-08T03:15", "Warn")]
    [InlineData("2027-03-06T03:15", "Fail")]
    [InlineData(null, "Fail")]
    public void A_backup_gets_old(string? last, string health) =>
        Assert.Equal(health, $"{DoctorRules.Backup(last is null ? null : At(last), Now).Level}");

    [Theory]
    [InlineData("2027-03-09T17:59", "Ok")]
    [InlineData("2027-03-09T18:04", "Ok")]
    [InlineData("2027-03-09T18:06", "Fail")]
    public void A_clock_that_went_back_is_seen(string latest, string health) =>
        Assert.Equal(health, $"{DoctorRules.Clock(Now, At(latest)).Level}");

    [Theory]
    [InlineData(10L << 20, 0L, "Fail")]
    [InlineData(900L << 20, 0L, "Warn")]
    [InlineData(5L << 30, 0L, "Ok")]
    [InlineData(5L << 30, 3L << 30, "Fail")]
    [InlineData(50L << 30, 5L << 30, "Warn")]
    [InlineData(null, 0L, "Warn")]
    public void A_disk_must_hold_the_next_backups(long? free, long size, string health) =>
        Assert.Equal(health, $"{DoctorRules.Disk(free, size).Level}");

    [Theory]
    [InlineData("https://nest.example", "Ok")]
    [InlineData("http://localhost:5080", "Warn")]
    [InlineData("http://nest.example", "Fail")]
    public void Passwords_do_not_travel_readable(string url, string health) =>
        Assert.Equal(health, $"{DoctorRules.Settings(new(url)).Level}");

    [Fact]
    public void A_ring_beside_the_backups_that_misses_a_key_is_seen()
    {
        Assert.Equal(Level.Ok, Of(DoctorRules.Recovery(true, ["a", "b"], ["a", "b"])));
        Assert.Equal(Level.Warn, Of(DoctorRules.Recovery(true, ["a", "b"], ["a"])));
        Assert.Equal(Level.Warn, Of(DoctorRules.Recovery(false, ["a"], [])));
    }

    [Fact]
    public void A_database_is_judged_by_what_it_says()
    {
        Assert.Equal(Level.Ok, Of(DoctorRules.Database([], 0, 0)));
        Assert.Equal(Level.Warn, Of(DoctorRules.Database([], 1, 0)));
        Assert.Equal(Level.Fail, Of(DoctorRules.Database([], 0, 1)));
        Assert.Equal(Level.Fail, Of(DoctorRules.Database(["page 7 is torn"], 0, 0)));
    }

    async Task<NestwerkApp> KeptAsync()
    {
        var app = await TheHost.StartAnotherAsync(["--Nestwerk:PublicUrl=https://nest.example"]);
        app.Services.GetRequiredService<KeyRing>().Newest();
        app.Services.GetRequiredService<RecoveryRing>().Take(RecoveryKey.New());
        await app.Services.GetRequiredService<Backups>().MakeAsync(null, Cancel);
        File.SetLastWriteTimeUtc(Path.Combine(app.DataFolder, "nestwerk.db"), app.Time.Utc);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(app.DataFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return app;
    }

    static async Task<IReadOnlyList<Sign>> LookAsync(NestwerkApp app)
    {
        using var scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<Doctor>().LookAsync(Cancel);
    }

    static Level Of(Sign sign) => sign.Level;

    static DateTime At(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
