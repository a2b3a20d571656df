using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;

namespace Nestwerk.Shared;

/// <summary>Marks a request whose form was typed before the session ended: it is shown again, not carried out.</summary>
public sealed record KeptForm;

/// <summary>A form that waits, sealed, in the sign-in page until its writer is back.</summary>
public sealed record CarriedForm(string Sealed);

/// <summary>
/// A session ends while somebody writes. Her form is then answered with the sign-in page, which carries it along;
/// once she is back it is shown again, and saved only when she asks.
/// </summary>
static class KeptForms
{
    public const string Field = "kept";
    const string SignIn = "/sign-in";
    const string Token = "__RequestVerificationToken";
    const int MostBytes = 256 * 1024;

    public static async Task AskToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        if (http.Request.Headers.ContainsKey("HX-Request"))
            AnswerScript(http);
        else if (await CloseAsync(context) is { } form)
            http.Features.Set(form);
        else
            http.Response.Redirect(SignInAddress(BackTo(http.Request)));
    }

    /// <summary>Outermost: when a form has to wait, the answer is the sign-in page, at the address the form was sent to.</summary>
    public static void UseSignInAgain(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                await next(context);
                if (context.Features.Get<CarriedForm>() is null || context.Response.HasStarted)
                    return;
                context.SetEndpoint(null);
                context.Request.RouteValues.Clear();
                context.Features.Set<IFormFeature>(null); // Else fields of her form would be taken for fields of the sign-in page.
                context.Request.ContentType = null;
                (context.Request.Method, context.Request.Path, context.Request.QueryString) = (HttpMethods.Get, SignIn, default);
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                await next(context);
            }
        );

    /// <summary>After authorisation: a form that comes back takes the place of the request's own.</summary>
    public static void UseKeptForms(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                if (!await ComesBackAsync(context) || Reopen(context))
                    await next(context);
                else
                    context.Response.Redirect(BackTo(context.Request));
            }
        );

    static void AnswerScript(HttpContext http)
    {
        var page = Uri.TryCreate(http.Request.Headers["HX-Current-URL"], UriKind.Absolute, out var url) ? url.PathAndQuery : "/";
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        http.Response.Headers["HX-Redirect"] = SignInAddress(page);
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
    }

    static async Task<CarriedForm?> CloseAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (!TakesForms(context.HttpContext) || request.ContentLength is not <= MostBytes || ExpiredAccount(context) is not { } account)
            return null;
        var form = await ReadAsync(request);
        if (form.Files.Any(file => file.Length > 0))
            return null;
        var fields = form.Where(field => field.Key is not (Token or Field))
            .ToDictionary(field => field.Key, field => field.Value.ToArray()!);
        var seal = context.HttpContext.RequestServices.GetRequiredService<KeptFormSeal>();
        return fields.Count == 0 ? null : new(seal.Close(AddressOf(request), account, fields!));
    }

    /// <summary>Whose session it was. The browser still sends the cookie of an ended session, and it can still be read.</summary>
    static string? ExpiredAccount(RedirectContext<CookieAuthenticationOptions> context)
    {
        var cookie = context.Options.CookieManager.GetRequestCookie(context.HttpContext, context.Options.Cookie.Name!);
        return cookie is null
            ? null
            : context.Options.TicketDataFormat.Unprotect(cookie)?.Principal.FindFirstValue(ClaimTypes.NameIdentifier);
    }

    static async Task<bool> ComesBackAsync(HttpContext context) =>
        TakesForms(context)
        && context.Request.ContentType!.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
        && (await ReadAsync(context.Request)).ContainsKey(Field);

    static bool Reopen(HttpContext context)
    {
        var posted = context.Request.Form;
        var seal = context.RequestServices.GetRequiredService<KeptFormSeal>();
        if (seal.Open(posted[Field].ToString(), context.User) is not { } kept || kept.Address != AddressOf(context.Request))
            return false;
        var fields = kept.Fields.ToDictionary(field => field.Key, field => new StringValues(field.Value), StringComparer.OrdinalIgnoreCase);
        fields[Token] = posted[Token];
        context.Request.Form = new FormCollection(fields);
        context.Features.Set(new KeptForm());
        return true;
    }

    static async Task<IFormCollection> ReadAsync(HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (IOException broken)
        {
            throw new BadHttpRequestException("The form breaks off.", broken);
        }
    }

    /// <summary>Only a page that knows how to show its form again can be given one back.</summary>
    static bool TakesForms(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && context.Request.HasFormContentType
        && context.GetEndpoint()?.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { ModelTypeInfo: { } model }
        && model.IsSubclassOf(typeof(FormPage));

    /// <summary>The page itself, without the verb that was asked of it.</summary>
    static string BackTo(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? AddressOf(request)
        : request.Path == "/sign-out" ? "/"
        : request.Path.Value ?? "/";

    static string AddressOf(HttpRequest request) => request.Path + request.QueryString;

    static string SignInAddress(string back) => back == "/" ? SignIn : $"{SignIn}?return={Uri.EscapeDataString(back)}";
}
