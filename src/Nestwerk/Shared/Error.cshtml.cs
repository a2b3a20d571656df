using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Data;

namespace Nestwerk.Shared;

/// <summary>Says in words what went wrong and what can be done; needs no database, so it waits for none after a form failed.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, OwnTransactions, ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    static readonly int[] Explained = [400, 403, 404, 409, 413, 429, 500, 503, 507];

    public int Code { get; private set; }

    /// <summary>The code whose text fits best.</summary>
    public int Kind =>
        Explained.Contains(Code) ? Code
        : Code >= StatusCodes.Status500InternalServerError ? 500
        : 400;

    public void OnGet(int? code) => Show(code);

    public void OnPost(int? code) => Show(code);

    void Show(int? code)
    {
        Code = code ?? Response.StatusCode;
        if (Code is < 400 or > 599)
            Code = StatusCodes.Status404NotFound;
        Response.StatusCode = Code;
        ModelState.Clear();
    }
}
