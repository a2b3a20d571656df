using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Cli;
using Nestwerk.Cli.Demo;
using Nestwerk.Cli.Keeping;
using Nestwerk.Data;
using Nestwerk.Playbook;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Keeping;

/// <summary>A whole instance moves from its file to PostgreSQL and is the same there.</summary>
[Trait("Row", "X")]
public sealed class MovingTests(PostgresHost host, PostgresCluster cluster) : WebTests(host), IClassFixture<PostgresHost>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_in_the_demo_arrives_and_opens_there()
    {
        await using var file = await NestwerkApp.StartAsync([], demo: new DemoMode(false));
        await DemoCommand.PrepareAsync(file.Services, reset: false, Cancel);
        await file.InDbAsync(db =>
        {
            var account = db.Users.OrderBy(user => user.Id).First().Id;
            db.UserClaims.Add(
                new()
                {
                    UserId = account,
                    ClaimType = "a",
                    ClaimValue = "b",
                }
            );
            db.UserPasskeys.Add(
                new()
                {
                    UserId = account,
                    CredentialId = [1, 2],
                    Data = new()
                    {
                        Name = "Key",
                        PublicKey = [3],
                        AttestationObject = [4],
                        ClientDataJson = [5],
                    },
                }
            );
            return db.SaveChangesAsync(Cancel);
        });
        var connection = await cluster.NewEmptyDatabaseAsync();

        var moved = await MoveAsync(file, connection);
        await using var there = await NestwerkApp.StartAsync([$"--Nestwerk:Postgres={connection}"], demo: new DemoMode(false));

        Assert.Contains(("RecipeVersions", (long)await file.InDbAsync(db => db.Set<RecipeVersion>().CountAsync(Cancel))), moved);
        Assert.Contains(("NetworkOrganisations", 6), moved);
        Assert.Equal(await StoryAsync(file), await StoryAsync(there));
        Assert.Equal("Key", (await there.InDbAsync(db => db.UserPasskeys.AsNoTracking().SingleAsync(Cancel))).Data.Name);
        Assert.Equal(
            2,
            await there.InDbAsync(async db =>
            {
                var claim = new IdentityUserClaim<Guid>
                {
                    UserId = db.Users.First().Id,
                    ClaimType = "a",
                    ClaimValue = "c",
                };
                db.UserClaims.Add(claim);
                await db.SaveChangesAsync(Cancel);
                return claim.Id;
            })
        );
    }

    [Fact]
    public async Task A_database_with_something_in_it_is_refused()
    {
        await using var file = await NestwerkApp.StartAsync([], demo: new DemoMode(false));
        await DemoCommand.PrepareAsync(file.Services, reset: false, Cancel);
        var connection = await cluster.NewDatabaseAsync();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => MoveAsync(file, connection));

        Assert.Contains("not empty", refused.Message);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_in_words()
    {
        await using var file = await NestwerkApp.StartAsync([], demo: new DemoMode(false));
        await DemoCommand.PrepareAsync(file.Services, reset: false, Cancel);

        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            MoveAsync(file, "Host=127.0.0.1;Port=1;Database=x;Username=x;Timeout=2")
        );

        Assert.Contains("nothing was moved", refused.Message);
    }

    static async Task<IReadOnlyList<(string, long)>> MoveAsync(NestwerkApp file, string connection)
    {
        using var scope = file.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<Moving>().RunAsync(connection, Cancel);
    }

    /// <summary>What an instance holds, in words, from the plain and the json columns, the dates and the orders.</summary>
    static Task<string> StoryAsync(NestwerkApp app) =>
        app.InDbAsync(async db =>
        {
            var plans = await db.Set<MeetingPlan>().Include(plan => plan.Blocks).AsNoTracking().ToListAsync(Cancel);
            var people = await db.Set<Person>()
                .Join(
                    db.Set<Appointment>(),
                    person => person.Id,
                    post => post.PersonId,
                    (person, post) =>
                        new
                        {
                            person.Id,
                            person.Name,
                            post.Role,
                            post.From,
                        }
                )
                .ToListAsync(Cancel);
            var versions = await db.Set<RecipeVersion>().AsNoTracking().ToListAsync(Cancel);
            var lines = plans
                .Select(plan =>
                    $"{plan.Id} {ContentJson.Write(plan.Facts)} {plan.ChangedAt:O} {plan.Revision} {string.Join(',', plan.Blocks.OrderBy(block => block.Position).Select(block => $"{block.Id} {block.Minutes} {block.Text?.Title}"))}"
                )
                .Concat(people.Select(person => $"{person}"))
                .Concat(
                    versions.Select(version =>
                        $"{version.RecipeId} {version.Number} {version.PublishedAt:O} {ContentJson.Write(version.Content)} {version.Title.Nl}"
                    )
                );
            return string.Join('\n', lines.Order(StringComparer.Ordinal));
        });
}
