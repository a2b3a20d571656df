using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Nestwerk.Playbook;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Playbook;

/// <summary>For all expectant and new parents: an audience is said of a recipe or a meeting, and nobody is labelled.</summary>
public abstract class NoLabelTests(TestHost host) : WebTests(host)
{
    static readonly string[] Labels = ["vulnerab", "kwetsbaar", "risk", "diagnos", "national", "score", "screening"];

    [Fact, Trait("Row", "A2")]
    public async Task The_schema_has_an_audience_for_recipes_and_meetings_and_no_label_for_a_person()
    {
        var names = await App.InDbAsync(db => Task.FromResult(db.Model.GetEntityTypes().SelectMany(Names).ToList()));

        Assert.DoesNotContain(names, name => Labels.Any(label => name.Contains(label, StringComparison.OrdinalIgnoreCase)));
        Assert.NotNull(typeof(RecipeContent).GetProperty(nameof(RecipeContent.Audience)));
        Assert.NotNull(typeof(PlanFacts).GetProperty(nameof(PlanFacts.Audience)));
        var kept = typeof(PlanFacts).GetProperties().Concat(typeof(RecipeContent).GetProperties()).Select(property => property.Name);
        Assert.DoesNotContain(kept, name => Labels.Any(label => name.Contains(label, StringComparison.OrdinalIgnoreCase)));
    }

    static IEnumerable<string> Names(IEntityType type) =>
        type.GetProperties().Select(property => property.Name).Append(type.GetTableName() ?? "");
}

public sealed class NoLabelOnSqlite(SqliteHost host) : NoLabelTests(host), IClassFixture<SqliteHost>;

public sealed class NoLabelOnPostgres(PostgresHost host) : NoLabelTests(host), IClassFixture<PostgresHost>;
