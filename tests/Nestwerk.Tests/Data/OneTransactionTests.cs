using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Data;

public abstract class OneTransactionTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task What_a_handler_changed_is_kept_and_the_transaction_closed_before_the_page_is_drawn()
    {
        var run = await RunAsync("POST", (db, _, row) => db.Add(row));

        Assert.True(run.Kept);
        Assert.True(run.WasInTransaction);
        Assert.False(run.IsInTransaction);
    }

    [Fact]
    public async Task An_exception_keeps_nothing_not_even_what_was_saved_before_it()
    {
        var run = await RunAsync(
            "POST",
            (db, _, row) =>
            {
                db.Add(row);
                db.SaveChanges();
                throw new InvalidOperationException("halfway");
            }
        );

        Assert.False(run.Kept);
        Assert.IsType<InvalidOperationException>(run.Done!.Exception);
        Assert.False(run.IsInTransaction);
    }

    [Fact]
    public async Task A_form_with_a_mistake_in_it_keeps_nothing()
    {
        var run = await RunAsync(
            "POST",
            (db, page, row) =>
            {
                db.Add(row);
                db.SaveChanges();
                page.ModelState.AddModelError("Input.Title", "Vul dit in.");
            }
        );

        Assert.False(run.Kept);
    }

    [Fact]
    public async Task A_row_that_somebody_else_made_first_answers_409()
    {
        var taken = World.Everybody.Facilitator;

        var run = await RunAsync(
            "POST",
            (db, _, _) =>
                db.Add(
                    new Person
                    {
                        Id = Guid.CreateVersion7(),
                        Name = "Twee",
                        AccountId = taken.AccountId,
                    }
                )
        );

        Assert.IsType<Nestwerk.Shared.ConflictPageResult>(run.Done!.Result);
        Assert.False(run.IsInTransaction);
    }

    [Fact]
    public async Task A_full_disk_keeps_nothing_and_answers_507()
    {
        var run = await RunAsync(
            "POST",
            (db, _, row) =>
            {
                db.Add(row);
                db.SaveChanges();
                throw new SqliteException("full", 13);
            }
        );

        Assert.False(run.Kept);
        Assert.True(run.Done!.ExceptionHandled);
        Assert.Equal(StatusCodes.Status507InsufficientStorage, Assert.IsType<StatusCodeResult>(run.Done.Result).StatusCode);
        Assert.False(run.IsInTransaction);
    }

    [Fact]
    public async Task A_page_that_is_only_read_opens_no_transaction()
    {
        var run = await RunAsync("GET", (_, _, _) => { });

        Assert.False(run.WasInTransaction);
    }

    [Fact]
    public async Task The_gate_is_open_again_after_an_exception()
    {
        await RunAsync("POST", (_, _, _) => throw new InvalidOperationException("halfway"));

        var gate = App.Services.GetRequiredService<WriteGate>();

        (await gate.EnterAsync(default).WaitAsync(TimeSpan.FromSeconds(1))).Dispose();
    }

    /// <summary>Lets a handler work inside the filter, as the framework would, and looks from outside at what is left.</summary>
    async Task<Run> RunAsync(string method, Action<NestwerkDb, PageContext, Organisation> handler)
    {
        using var scope = App.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        var row = new Organisation { Id = Guid.CreateVersion7(), Name = "Nieuw huis" };
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Request = { Method = method } };
        var page = new PageContext(new ActionContext(http, new RouteData(), new CompiledPageActionDescriptor { EndpointMetadata = [] }));
        var executing = new PageHandlerExecutingContext(
            page,
            [],
            null,
            new Dictionary<string, object?>(StringComparer.Ordinal),
            new object()
        );
        var run = new Run();

        await scope
            .ServiceProvider.GetRequiredService<OneTransaction>()
            .OnPageHandlerExecutionAsync(
                executing,
                () =>
                {
                    run.WasInTransaction = db.Database.CurrentTransaction is not null;
                    run.Done = new PageHandlerExecutedContext(page, [], null, executing.HandlerInstance);
                    run.Done.Exception = Record.Exception(() => handler(db, page, row));
                    return Task.FromResult(run.Done);
                }
            );

        run.IsInTransaction = db.Database.CurrentTransaction is not null;
        run.Kept = await App.InDbAsync(other => other.Set<Organisation>().AnyAsync(organisation => organisation.Id == row.Id));
        return run;
    }

    sealed class Run
    {
        public bool WasInTransaction { get; set; }
        public bool IsInTransaction { get; set; }
        public bool Kept { get; set; }
        public PageHandlerExecutedContext? Done { get; set; }
    }
}

public sealed class OneTransactionOnSqlite(SqliteHost host) : OneTransactionTests(host), IClassFixture<SqliteHost>;

public sealed class OneTransactionOnPostgres(PostgresHost host) : OneTransactionTests(host), IClassFixture<PostgresHost>;
