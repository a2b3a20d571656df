using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Nestwerk.Access;

/// <summary>
/// Before what is on this page is done, the second factor is shown again, unless that was less than ten minutes ago. A page that is opened
/// leads to the question and back; a form that comes too late is kept and shown again.
/// <code>[AsksAgain] // all of the page    [AsksAgain(Only = "Roles")] // only OnPostRolesAsync</code>
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AsksAgainAttribute : Attribute, IAsyncPageFilter, IOrderedFilter
{
    /// <summary>The one handler that asks; null for all of them.</summary>
    public string? Only { get; init; }

    /// <summary>Outside the transaction.</summary>
    public int Order => -1000;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (!IsAsked(context) || http.RequestServices.GetRequiredService<Sessions>().MayGoOn(http.User))
            return next();
        context.Result = HttpMethods.IsGet(http.Request.Method)
            ? new RedirectToPageResult("/Access/Account/Confirm", new { @return = http.Request.Path + http.Request.QueryString })
            : new ChallengeResult(IdentityConstants.ApplicationScheme);
        return Task.CompletedTask;
    }

    bool IsAsked(PageHandlerExecutingContext context) =>
        Only is null || string.Equals(context.HandlerMethod?.Name, Only, StringComparison.OrdinalIgnoreCase);
}
