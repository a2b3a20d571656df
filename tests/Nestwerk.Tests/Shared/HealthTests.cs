using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Data;
using Nestwerk.Playbook;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Shared;

public abstract class HealthTests(TestHost host) : WebTests(host)
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_running_application_answers_that_it_is_well(string path)
    {
        var page = await Visitor().GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Healthy", page.Text);
    }

    [Fact]
    public async Task Before_the_database_has_its_shape_it_lives_and_is_not_ready()
    {
        await using var app = await TheHost.StartEmptyAsync();

        Assert.Equal(HttpStatusCode.OK, (await app.Visitor().GetAsync("/health/live")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.Visitor().GetAsync("/health/ready")).Status);
    }
}

public sealed class HealthOnSqlite(SqliteHost host) : HealthTests(host), IClassFixture<SqliteHost>
{
    [Fact]
    public async Task Without_its_database_it_lives_and_is_not_ready()
    {
        await using var app = await NestwerkApp.StartAsync(["--Nestwerk:Data=/proc/nowhere", "--Nestwerk:Keys=/tmp/nestwerk-no-keys"]);

        Assert.Equal(HttpStatusCode.OK, (await app.Visitor().GetAsync("/health/live")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.Visitor().GetAsync("/health/ready")).Status);
    }

    [Fact]
    public async Task When_the_turn_to_write_does_not_come_the_answer_is_503()
    {
        await using var app = await TheHost.StartAnotherAsync(["--Nestwerk:WriteTimeout=00:00:00.1"]);
        var plan = APlan.By(Everybody.Facilitator).With(BlockKind.Break, "Thee", 10);
        await app.AddAsync(plan);
        var page = await (await app.SignInAsync(Everybody.Facilitator)).GetAsync($"/playbook/plans/{plan.Id}");

        using var turn = await app.Services.GetRequiredService<WriteGate>().EnterAsync(default);
        var answer = await page.PressAsync("main form[method=post]");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Equal(Texts.Everything["error.503.title"].Nl, answer.Title);
    }
}

public sealed class HealthOnPostgres(PostgresHost host) : HealthTests(host), IClassFixture<PostgresHost>
{
    [Fact]
    public async Task Without_its_database_it_lives_and_is_not_ready()
    {
        await using var app = await NestwerkApp.StartAsync(["--Nestwerk:Postgres=Host=127.0.0.1;Port=1;Database=x;Username=x;Timeout=2"]);

        Assert.Equal(HttpStatusCode.OK, (await app.Visitor().GetAsync("/health/live")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.Visitor().GetAsync("/health/ready")).Status);
    }
}
