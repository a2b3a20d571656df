using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Cli.Keeping;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Keeping;

/// <summary>Every night one by itself, fourteen of them, and none forgotten.</summary>
[Trait("Row", "X")]
public sealed class NightlyBackupTests(SqliteHost host) : WebTests(host), IClassFixture<SqliteHost>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "2027-03-09T12:00", true)]
    [InlineData("2027-03-09T03:15", "2027-03-09T23:59", false)]
    [InlineData("2027-03-09T03:15", "2027-03-10T03:14", false)]
    [InlineData("2027-03-09T03:15", "2027-03-10T03:15", true)]
    [InlineData("2027-03-09T22:00", "2027-03-10T03:16", true)]
    [InlineData("2027-03-08T03:15", "2027-03-09T10:00", true)]
    [InlineData("2027-03-28T01:59", "2027-03-28T03:15", true)]
    public void One_is_due_when_none_was_made_since_a_quarter_past_three(string? last, string now, bool due) =>
        Assert.Equal(due, NightlyBackup.IsDue(last is null ? null : At(last), At(now)));

    [Fact]
    public async Task In_a_month_of_nights_there_is_one_each_night_and_the_newest_fourteen_stay()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var nightly = ActivatorUtilities.CreateInstance<NightlyBackup>(app.Services);
        var backups = app.Services.GetRequiredService<Backups>();
        var made = new List<string>();

        for (var hour = 0; hour < 20 * 24; hour += 6)
        {
            if (await nightly.RunIfDueAsync(Cancel) is { } file)
                made.Add(file);
            app.Time.Advance(TimeSpan.FromHours(6));
        }

        Assert.InRange(made.Count, 20, 21);
        Assert.Equal(Backups.Kept, backups.All().Count);
        Assert.Equal(made.AsEnumerable().Reverse().Take(Backups.Kept), backups.All().Select(backup => backup.File));
    }

    [Fact]
    public async Task One_that_fails_is_told_in_the_log_and_the_server_goes_on()
    {
        await using var app = await TheHost.StartAnotherAsync();
        await File.WriteAllTextAsync(Path.Combine(app.DataFolder, "backups"), "a file where the folder should be", Cancel);

        var made = await ActivatorUtilities.CreateInstance<NightlyBackup>(app.Services).RunIfDueAsync(Cancel);

        Assert.Null(made);
        Assert.Contains(app.Logs.All, line => line.Contains("No nightly backup was made", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_killed_backup_left_is_swept_away_a_day_later()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var backups = app.Services.GetRequiredService<Backups>();
        await backups.MakeAsync(null, Cancel);
        var left = Path.Combine(backups.Folder, "0123.half");
        await File.WriteAllTextAsync(left, "half", Cancel);
        File.SetLastWriteTimeUtc(left, app.Time.Utc);

        app.Time.Advance(TimeSpan.FromHours(23));
        await backups.MakeAsync(null, Cancel);
        Assert.True(File.Exists(left));

        app.Time.Advance(TimeSpan.FromHours(2));
        await backups.MakeAsync(null, Cancel);
        Assert.False(File.Exists(left));
    }

    static DateTime At(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
