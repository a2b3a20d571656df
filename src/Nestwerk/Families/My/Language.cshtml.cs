using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Data;
using Nestwerk.Families.Tongues;

namespace Nestwerk.Families.My;

/// <summary>The languages, each by its own name. The choice goes with the window.</summary>
[AllowAnonymous, OwnTransactions]
public sealed class LanguageModel(P p) : DoorPage(p)
{
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public void OnGet() { }

    public IActionResult OnPost(string? to)
    {
        if (P.Tongues.Any(tongue => tongue.Code == to))
            Response.Cookies.Append(
                P.Cookie,
                to!,
                new()
                {
                    HttpOnly = true,
                    SameSite = SameSiteMode.Lax,
                    Secure = Request.IsHttps,
                    IsEssential = true,
                }
            );
        return Redirect(Url.IsLocalUrl(Back) && Back.StartsWith(Links.My, StringComparison.Ordinal) ? Back : Links.My);
    }
}
