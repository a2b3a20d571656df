using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Nestwerk.Shared;

namespace Nestwerk.Data;

/// <summary>
/// One transaction around the handler of every unsafe request: the change and its audit row are kept together or not at all.
/// It opens after authorisation and binding, saves and commits when the handler has returned without an error in the form,
/// and is closed before the view renders.
/// </summary>
public sealed class OneTransaction(NestwerkDb db, WriteGate gate, PublicPages pages) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || MakesItsOwn(context))
        {
            await next();
            return;
        }
        var page = context.HandlerInstance as FormPage;
        if (page is not null && http.Features.Get<KeptForm>() is not null)
        {
            context.Result = await page.ShowAgainAfterSignInAsync();
            return;
        }
        await RunAsync(context, next, page);
    }

    async Task RunAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next, FormPage? page)
    {
        var cancel = context.HttpContext.RequestAborted;
        using var turn = await gate.EnterAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var done = await next();
        if (done.Exception?.IsDiskFull() == true)
            await NoRoomAsync(done, transaction, page);
        if (done.Exception is not null || !context.ModelState.IsValid)
            return;
        try
        {
            await KeepAsync(transaction, cancel);
        }
        catch (DbUpdateException clash) when (clash is DbUpdateConcurrencyException || clash.IsDuplicate())
        {
            await transaction.RollbackAsync(CancellationToken.None);
            db.ChangeTracker.Clear();
            done.Result = page is null ? new ConflictPageResult() : await page.ShowBothAsync();
        }
        catch (Exception full) when (full.IsDiskFull())
        {
            await NoRoomAsync(done, transaction, page);
        }
    }

    async Task KeepAsync(IDbContextTransaction transaction, CancellationToken cancel)
    {
        var shown = ChangesPublicPages();
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        if (shown)
            pages.Renew();
    }

    /// <summary>Keeps nothing, and gives the form back with what was typed.</summary>
    async Task NoRoomAsync(PageHandlerExecutedContext done, IDbContextTransaction transaction, FormPage? page)
    {
        await transaction.RollbackAsync(CancellationToken.None);
        db.ChangeTracker.Clear();
        done.ExceptionHandled = true;
        done.Result = page is null
            ? new StatusCodeResult(StatusCodes.Status507InsufficientStorage)
            : await page.ShowAgainWithoutRoomAsync();
    }

    bool ChangesPublicPages() =>
        db
            .ChangeTracker.Entries()
            .Any(row => row is { Entity: IOnPublicPages, State: not (EntityState.Unchanged or EntityState.Detached) });

    static bool MakesItsOwn(PageHandlerExecutingContext context) =>
        context.ActionDescriptor.EndpointMetadata.OfType<OwnTransactionsAttribute>().Any();
}

/// <summary>Marks a page that opens its own short transactions: sign-in and its counters.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OwnTransactionsAttribute : Attribute;
