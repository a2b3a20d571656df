using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Data;
using Nestwerk.Families.Tongues;

namespace Nestwerk.Families.My;

/// <summary>Says to a parent, in her language, that something is not there or did not work.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, OwnTransactions, ResponseCache(NoStore = true)]
public sealed class LostModel(P p) : DoorPage(p)
{
    public bool IsGone => Response.StatusCode is StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound;

    public void OnGet(int? code) => Show(code);

    public void OnPost(int? code) => Show(code);

    void Show(int? code)
    {
        Response.StatusCode = code is >= 400 and <= 599 ? code.Value : StatusCodes.Status404NotFound;
        ModelState.Clear();
    }
}
