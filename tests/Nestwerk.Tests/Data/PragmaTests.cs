using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Data;

public sealed class PragmaTests(SqliteHost host) : WebTests(host), IClassFixture<SqliteHost>
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("secure_delete", "1")]
    public async Task Every_connection_says_what_must_not_depend_on_a_default(string pragma, string value)
    {
        var scopes = Enumerable.Range(0, 4).Select(_ => App.Services.CreateScope()).ToList();
        var open = scopes.Select(scope => scope.ServiceProvider.GetRequiredService<NestwerkDb>().Database).ToList();
        foreach (var database in open)
            await database.OpenConnectionAsync();

        foreach (var database in open)
        {
            using var command = database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            Assert.Equal(value, $"{await command.ExecuteScalarAsync()}");
        }
        scopes.ForEach(scope => scope.Dispose());
    }

    [Fact]
    public async Task A_row_that_points_to_nothing_is_refused() =>
        await Assert.ThrowsAsync<DbUpdateException>(() =>
            App.AddAsync(
                new Appointment
                {
                    Id = Ids.New(),
                    PersonId = Ids.New(),
                    OrganisationId = Ids.New(),
                    Role = Role.Facilitator,
                    From = Time.Today,
                }
            )
        );
}
