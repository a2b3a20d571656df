using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Access;

public abstract class ReadAuditTests(TestHost host) : WebTests(host)
{
    protected ReadAudit Reads => App.Services.GetRequiredService<ReadAudit>();

    [Fact]
    public async Task Many_pages_at_once_are_all_written_down()
    {
        var rows = Enumerable.Range(0, 100).Select(_ => Row()).ToList();

        await Task.WhenAll(rows.Select(row => Reads.WriteAsync([row], default)));

        Assert.Equal(rows.Count, await CountAsync(rows));
    }

    [Fact]
    public async Task When_it_cannot_be_written_the_page_is_told()
    {
        var row = Row();
        await Reads.WriteAsync([row], default);

        await Assert.ThrowsAsync<ReadAuditException>(() => Reads.WriteAsync([row], default));

        await Reads.WriteAsync([Row()], default);
    }

    [Fact]
    public async Task A_page_without_families_waits_for_nothing() => await Reads.WriteAsync([], default);

    protected static AuditRow Row(Guid? id = null) =>
        new()
        {
            Id = id ?? Ids.New(),
            At = ManualTime.Start.UtcDateTime,
            PersonId = Ids.New(),
            Event = "family.read",
            SubjectId = Ids.New(),
        };

    protected Task<int> CountAsync(IReadOnlyCollection<AuditRow> rows)
    {
        var ids = rows.Select(row => row.Id).ToList();
        return App.InDbAsync(db => db.Set<AuditRow>().CountAsync(row => ids.Contains(row.Id)));
    }
}

public sealed class ReadAuditOnSqlite(SqliteHost host) : ReadAuditTests(host), IClassFixture<SqliteHost>
{
    [Fact]
    public async Task The_answer_waits_until_the_rows_are_on_disk()
    {
        var rows = Enumerable.Range(0, 20).Select(_ => Row()).ToList();
        var turn = await App.Services.GetRequiredService<WriteGate>().EnterAsync(default);

        var waiting = rows.Select(row => Reads.WriteAsync([row], default)).ToList();
        await Task.Delay(200);
        var early = waiting.Any(write => write.IsCompleted);
        turn.Dispose();
        await Task.WhenAll(waiting);

        Assert.False(early);
        Assert.Equal(rows.Count, await CountAsync(rows));
    }

    [Fact]
    public async Task Pages_that_wait_together_are_written_in_one_go()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var reads = app.Services.GetRequiredService<ReadAudit>();
        var gate = app.Services.GetRequiredService<WriteGate>();
        var turn = await gate.EnterAsync(default);
        var first = reads.WriteAsync([Row()], default);
        await Task.Delay(200); // the writer has taken the first and stands before the gate

        var twin = Ids.New();
        var together = new[] { Row(), Row(twin), Row(twin) }
            .Select(row => Record.ExceptionAsync(() => reads.WriteAsync([row], default)).AsTask())
            .ToList();
        turn.Dispose();
        await first;
        var answers = await Task.WhenAll(together);

        Assert.All(answers, answer => Assert.IsType<ReadAuditException>(answer));
    }
}

public sealed class ReadAuditOnPostgres(PostgresHost host) : ReadAuditTests(host), IClassFixture<PostgresHost>;
