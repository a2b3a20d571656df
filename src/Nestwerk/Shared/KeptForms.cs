using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Nestwerk.Shared;

/// <summary>Marks a request whose form was typed before the session ended: it is shown again, not carried out.</summary>
public sealed record KeptForm;

static class KeptForms
{
    public static Task AskToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    public static void UseKeptForms(this WebApplication app) { }
}
