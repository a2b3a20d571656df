using System.Net;
using Nestwerk.Tests.Host;

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
}

public sealed class HealthOnSqlite(SqliteHost host) : HealthTests(host), IClassFixture<SqliteHost>;

public sealed class HealthOnPostgres(PostgresHost host) : HealthTests(host), IClassFixture<PostgresHost>;
