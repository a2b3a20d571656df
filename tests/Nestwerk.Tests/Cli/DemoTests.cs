using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Cli;
using Nestwerk.Cli.Demo;
using Nestwerk.Data;
using Nestwerk.Families;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Improving;
using Nestwerk.Playbook.Logbook;
using Nestwerk.Playbook.Together;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Cli;

/// <summary>The demo writes only what it made and marked, and real data never meets it.</summary>
[Collection("The demo")]
public sealed class DemoTests : IDisposable
{
    static readonly string[] Doors = ["/demo", "/demo/sign-in"];
    readonly TempFolder folder = new();

    string Data => Path.Combine(folder.Path, "data");
    string File => Path.Combine(Data, "nestwerk.db");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_second_demo_keeps_what_is_there_until_it_is_over_a_day_old_or_a_reset_is_asked()
    {
        var time = new ManualTime();
        await PrepareAsync(time, reset: false);
        var made = DemoMark.Read(File);

        time.Advance(TimeSpan.FromHours(23));
        await PrepareAsync(time, reset: false);
        Assert.Equal(made, DemoMark.Read(File));

        time.Advance(TimeSpan.FromHours(2));
        await PrepareAsync(time, reset: false);
        var anew = DemoMark.Read(File);
        Assert.True(anew > made);

        time.Advance(TimeSpan.FromMinutes(5));
        await PrepareAsync(time, reset: true);
        Assert.True(DemoMark.Read(File) > anew);
    }

    [Fact, Trait("Row", "A12")]
    public async Task It_holds_a_year_of_forty_meetings_that_were_given_in_three_houses_and_remarks_in_every_state()
    {
        await using var app = Build(new ManualTime());
        await DemoCommand.PrepareAsync(app.Services, reset: false, Cancel);
        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();

        var logs = await db.Set<MeetingLog>().Include(log => log.Blocks).ToListAsync(Cancel);
        var remarks = await db.Set<Improvement>().Include(remark => remark.Verdicts).ToListAsync(Cancel);

        Assert.Equal(40, logs.Count);
        Assert.Equal(3, logs.Select(log => log.OrganisationId).Distinct().Count());
        Assert.InRange(logs.Max(log => log.HeldOn).DayNumber - logs.Min(log => log.HeldOn).DayNumber, 300, 366);
        Assert.All(logs, log => Assert.InRange(log.Blocks.Sum(block => block.Planned), 90, 120));
        Assert.Equal(Enum.GetValues<ImprovementState>(), remarks.Select(remark => remark.State).Distinct().Order());
        Assert.True(await db.Set<ReviewRequest>().AnyAsync(request => request.Answer == null, Cancel));
    }

    [Fact]
    public async Task The_demo_refuses_a_file_that_it_did_not_make()
    {
        Directory.CreateDirectory(Data);
        await System.IO.File.WriteAllTextAsync(File, "", Cancel);

        await Assert.ThrowsAsync<RefusedException>(() => PrepareAsync(new ManualTime(), reset: true));

        Assert.Equal(0, new FileInfo(File).Length);
    }

    [Fact]
    public async Task Serve_refuses_the_file_of_the_demo()
    {
        await PrepareAsync(new ManualTime(), reset: false);

        var refused = Assert.Throws<RefusedException>(() => ServeCommand.RefuseDemo(new NestwerkOptions { Data = Data }));

        Assert.Contains("--data", refused.Message);
    }

    [Fact]
    public async Task The_demo_is_the_same_every_time()
    {
        await PrepareAsync(new ManualTime(), reset: false);
        var first = await StoryAsync();
        await PrepareAsync(new ManualTime(), reset: true);

        Assert.Equal(first, await StoryAsync());
        Assert.Contains("Nele Verhasselt", first);
    }

    [Fact]
    public async Task Outside_the_demo_neither_of_its_doors_exists()
    {
        await using var app = await NestwerkApp.StartAsync([]);
        var visitor = app.Visitor();

        foreach (var door in Doors)
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(door)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync("/demo/sign-in", ("person", $"{Guid.Empty}"))).Status);
    }

    async Task PrepareAsync(ManualTime time, bool reset)
    {
        await using var app = Build(time);
        await DemoCommand.PrepareAsync(app.Services, reset, Cancel);
    }

    async Task<string> StoryAsync()
    {
        await using var app = Build(new ManualTime());
        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        var people = await db.Set<Person>().OrderBy(person => person.Id).Select(person => $"{person.Id} {person.Name}").ToListAsync(Cancel);
        var plans = await db.Set<MeetingPlan>()
            .OrderBy(plan => plan.Id)
            .Select(plan => $"{plan.Id} {plan.Title} {plan.Date}")
            .ToListAsync(Cancel);
        var files = await scope
            .ServiceProvider.GetRequiredService<FamilyScope>()
            .For<ContactChannel>(Job.Demo)
            .OrderBy(channel => channel.Id)
            .Select(channel => $"{channel.FamilyId} {channel.SubjectId} {channel.Id}")
            .ToListAsync(Cancel);
        var versions = await db.Set<RecipeVersion>()
            .OrderBy(version => version.RecipeId)
            .Select(version => $"{version.RecipeId} {version.SearchText}")
            .ToListAsync(Cancel);
        return string.Join('\n', [.. people, .. plans, .. files, .. versions]);
    }

    Microsoft.AspNetCore.Builder.WebApplication Build(ManualTime time) =>
        Program.Build(
            [$"--Nestwerk:Data={Data}", "--Nestwerk:Postgres="],
            new DemoMode(false),
            builder => builder.Services.AddSingleton<TimeProvider>(time)
        );
}
