using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Cli.Demo;
using Nestwerk.Data;
using Nestwerk.Families;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Cli;

/// <summary>The invented families show every way of standing in the product, and nothing about them can be anybody's.</summary>
[Collection("The demo")]
public sealed class DemoFamilyTests(DemoFamilyTests.Made made) : IClassFixture<DemoFamilyTests.Made>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_holds_sixty_families_with_parents_of_every_kind_at_different_points()
    {
        using var scope = made.App.Services.CreateScope();
        var families = scope.ServiceProvider.GetRequiredService<FamilyScope>();

        var files = await families.For<FamilyFile>(Job.Demo).ToListAsync(Cancel);
        var members = await families.For<FamilyMember>(Job.Demo).ToListAsync(Cancel);
        var channels = await families.For<ContactChannel>(Job.Demo).ToListAsync(Cancel);
        var now = scope.ServiceProvider.GetRequiredService<HouseClock>().Utc;

        Assert.Equal(60, files.Count);
        Assert.InRange(files.Count(file => file.WholeSince is null), 8, 15);
        Assert.Equal(Enum.GetValues<Kin>(), members.Select(member => member.Kin).Distinct().Order());
        Assert.Equal(Enum.GetValues<ChannelState>(), channels.Select(channel => channel.StateAt(now)).Distinct().Order());
        Assert.Equal(Enum.GetValues<ChannelKind>(), channels.Select(channel => channel.Kind).Distinct().Order());
    }

    [Fact]
    public async Task Every_number_and_address_is_one_that_nobody_can_have()
    {
        using var scope = made.App.Services.CreateScope();
        var keys = scope.ServiceProvider.GetRequiredService<FamilyKeys>();
        var channels = await scope.ServiceProvider.GetRequiredService<FamilyScope>().For<ContactChannel>(Job.Demo).ToListAsync(Cancel);
        var seals = await keys.OfAsync([.. channels.Select(channel => channel.FamilyId)], Cancel);

        var values = channels.Select(channel => channel.ValueIn(seals[channel.FamilyId])).ToList();

        Assert.All(values, value => Assert.Matches(@"^(0400 00 \d\d \d\d|053 00 \d\d \d\d|[a-z.]+@[a-z]+\.example)$", value));
    }

    [Fact]
    public async Task Who_looked_stands_in_the_trail_in_the_order_in_which_it_was()
    {
        using var scope = made.App.Services.CreateScope();

        var looks = await scope
            .ServiceProvider.GetRequiredService<NestwerkDb>()
            .Set<AuditRow>()
            .Where(row => row.Event == "family.read")
            .OrderBy(row => row.Id)
            .Select(row => row.At)
            .ToListAsync(Cancel);

        Assert.True(looks.Count > 100);
        Assert.Equal(looks.Order(), looks);
    }

    [Fact]
    public async Task It_shows_a_loss_a_separation_a_protected_person_and_a_colleague_who_may_not_know()
    {
        using var scope = made.App.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        var colleague = DemoWorld.Person("Fatma Aydin");

        Assert.True(await db.Set<Quiet>().AnyAsync(Cancel));
        Assert.Equal(2, await db.Set<FamilyMove>().CountAsync(move => move.Kind == MoveKind.Split, Cancel));
        Assert.Equal(1, await db.Set<Protection>().CountAsync(Cancel));
        Assert.True(await db.Set<Exclusion>().AnyAsync(no => no.ExcludedId == colleague, Cancel));
        Assert.True(await db.Set<AuditRow>().CountAsync(row => row.OfFamily != null, Cancel) > 100);
    }

    [Theory]
    [InlineData("Hilde Van Acker", Role.CareWorker, DemoWorld.Ninove, 12)]
    [InlineData("Jonas Claeys", Role.CareWorker, DemoWorld.Aalst, 9)]
    [InlineData("Chloé Dubois", Role.CareWorker, DemoWorld.Forest, 7)]
    public async Task Each_care_worker_finds_a_caseload(string name, Role role, string house, int atLeast)
    {
        using var scope = made.App.Services.CreateScope();
        var teams = await scope
            .ServiceProvider.GetRequiredService<NestwerkDb>()
            .Set<CareTeamMembership>()
            .Where(each => each.PersonId == DemoWorld.Person(name))
            .Select(each => each.TeamId)
            .ToListAsync(Cancel);
        var actor = new Actor(DemoWorld.Person(name), name, true, [new(DemoWorld.House(house), house, role, [])]) { Teams = teams };

        var hers = await scope
            .ServiceProvider.GetRequiredService<FamilyScope>()
            .Of<FamilyFile>(actor, Act.Read, Purpose.CoordinateTrajectory)
            .CountAsync(Cancel);

        Assert.True(hers >= atLeast, $"{name} finds {hers} families.");
    }

    /// <summary>One demo for all of these tests.</summary>
    public sealed class Made : IAsyncLifetime
    {
        readonly TempFolder folder = new();

        public Microsoft.AspNetCore.Builder.WebApplication App { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            App = Program.Build(
                [$"--Nestwerk:Data={Path.Combine(folder.Path, "data")}", "--Nestwerk:Postgres="],
                new DemoMode(false),
                builder => builder.Services.AddSingleton<TimeProvider>(new ManualTime())
            );
            await DemoCommand.PrepareAsync(App.Services, reset: false, CancellationToken.None);
        }

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            folder.Dispose();
        }
    }
}
