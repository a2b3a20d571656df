using System.Globalization;
using Microsoft.Data.Sqlite;
using Nestwerk.Data;

namespace Nestwerk.Tests.Reliability;

/// <summary>What a database file holds of what was acknowledged.</summary>
static class Ledger
{
    /// <summary>Every acknowledged meeting is there, each with its audit row and none without, and the file is sound.</summary>
    public static void Holds(string file, IReadOnlyCollection<Guid> acknowledged)
    {
        Assert.Empty(SqliteCopy.Problems(file, thorough: true));
        var plans = Ids(file, "SELECT Id FROM MeetingPlans");
        var audited = Ids(file, "SELECT SubjectId FROM Audit WHERE Event = 'plan.created'");

        Assert.Superset(acknowledged.ToHashSet(), plans);
        Assert.Equal(audited, plans.Except(Demo(file)).ToHashSet());
    }

    /// <summary>The meetings that were there from the beginning have a title that nobody else gives.</summary>
    static HashSet<Guid> Demo(string file) => Ids(file, "SELECT Id FROM MeetingPlans WHERE Title NOT LIKE 'Bijeenkomst %'");

    static HashSet<Guid> Ids(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Default Timeout=60");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var ids = new HashSet<Guid>();
        while (reader.Read())
            ids.Add(Guid.Parse(reader.GetString(0), CultureInfo.InvariantCulture));
        return ids;
    }
}
