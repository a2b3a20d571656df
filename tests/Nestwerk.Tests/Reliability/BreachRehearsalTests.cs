using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Access.Trail;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Reliability;

/// <summary>An account was stolen: whom did it touch? Asked of a trail as large as a large house has after years.</summary>
public sealed class BreachRehearsalOnPostgres(PostgresHost host) : WebTests(host), IClassFixture<PostgresHost>
{
    const int People = 2000;
    static readonly TimeSpan Promised = TimeSpan.FromSeconds(60);

    [Fact, Trait("Row", "R33")]
    public async Task The_families_that_a_stolen_account_touched_are_listed_within_a_minute()
    {
        var rows = LongForm.Times(inShort: 20_000, inLong: 10_000_000);
        var from = ManualTime.Start.UtcDateTime;
        await FillAsync(rows, from);
        var officer = await Everybody.Officer.ActorAsync(App);

        var watch = Stopwatch.StartNew();
        var touched = await App.InDbAsync(db =>
            new TrailScope(db, officer).TouchedAsync(Everybody.Midwife.Id, from, from.AddDays(365), default)
        );
        var took = watch.Elapsed;

        LongForm.Report(
            $"breach: of {rows} rows, {touched.Count} families touched by one of {People} accounts in a year, listed in {took.TotalSeconds:0.00} s."
        );
        Assert.Equal(rows / People, touched.Sum(each => each.Times));
        Assert.True(took < Promised);
    }

    /// <summary>Spread over two thousand people and a year; every two thousandth row is hers. Made by the database itself: by hand it would take a day.</summary>
    Task<int> FillAsync(int rows, DateTime from)
    {
        var (midwife, house) = (Everybody.Midwife.Id, Place.Ninove.Id);
        return App.InDbAsync(db =>
        {
            db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
            return db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Audit" ("Id", "At", "PersonId", "Event", "SubjectId", "OfFamily", "Classes", "Act", "AtOrganisation")
                SELECT family, {from} + n * (interval '365 days' / {rows}), CASE WHEN n % {People} = 0 THEN {midwife} ELSE md5((n % {People})::text)::uuid END,
                  'family.read', family, family, 8, 'Read', {house}
                FROM (SELECT n, md5('family' || n)::uuid AS family FROM generate_series(0, {rows} - 1) n) made
                """
            );
        });
    }
}
