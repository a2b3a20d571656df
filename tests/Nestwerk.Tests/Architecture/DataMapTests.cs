using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Architecture;

public abstract class DataMapTests(TestHost host) : WebTests(host)
{
    /// <summary>Set to 1 to write the map anew: <c>NESTWERK_WRITE=1 dotnet test tests/Nestwerk.Tests --filter DataMap</c>.</summary>
    const string Variable = "NESTWERK_WRITE";

    [Fact]
    public async Task Every_table_says_whom_it_is_about_why_it_is_kept_and_until_when() =>
        Verdict.Clean(DataMap.Silent(await ModelAsync(), await ReadAsync(DataMap.ByHand)));

    [Fact]
    public async Task The_map_of_personal_data_is_what_the_model_says()
    {
        var map = DataMap.Write(await ModelAsync(), await ReadAsync(DataMap.ByHand));

        if (Environment.GetEnvironmentVariable(Variable) == "1")
            await File.WriteAllTextAsync(Path.Combine(Sources.Root, DataMap.Page), map);
        Assert.True(
            map == await ReadAsync(DataMap.Page),
            $"{DataMap.Page} is older than the model. Write it anew: {Variable}=1 dotnet test tests/Nestwerk.Tests --filter DataMap"
        );
    }

    Task<IModel> ModelAsync() => App.InDbAsync(db => Task.FromResult(db.Model));

    static Task<string> ReadAsync(string file) => File.ReadAllTextAsync(Path.Combine(Sources.Root, file));
}

public sealed class DataMapOnSqlite(SqliteHost host) : DataMapTests(host), IClassFixture<SqliteHost>;

public sealed class DataMapOnPostgres(PostgresHost host) : DataMapTests(host), IClassFixture<PostgresHost>;
