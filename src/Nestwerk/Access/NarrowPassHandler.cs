using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Nestwerk.Access;

/// <summary>
/// Lets a narrow session in where a page says what it is for and nobody is signed in. Who she is and what she may today
/// is loaded anew, as for every request; asking to sign in is left to the ordinary session.
/// </summary>
sealed class NarrowPassHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory log,
    UrlEncoder encoder,
    NarrowPasses passes,
    ActorLoader actors
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "NarrowPass";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.Features.Get<Actor>() is not null)
            return AuthenticateResult.NoResult();
        if (Context.GetEndpoint()?.Metadata.GetMetadata<NarrowPageAttribute>() is not { Purpose: var purpose })
            return AuthenticateResult.NoResult();
        if (!Guid.TryParse(Request.RouteValues["id"]?.ToString(), out var subject))
            return AuthenticateResult.NoResult();
        if (await passes.OpenAsync(Request, purpose, subject, Context.RequestAborted) is not { } her)
            return AuthenticateResult.NoResult();
        if (await actors.LoadAsync(her, Context.RequestAborted) is not { } actor)
            return AuthenticateResult.NoResult();
        Context.Features.Set(actor);
        return AuthenticateResult.Success(new(her, Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Task.CompletedTask;

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Task.CompletedTask;
}

static class NarrowPassServices
{
    public static AuthenticationBuilder AddNarrowPasses(this AuthenticationBuilder authentication) =>
        authentication.AddScheme<AuthenticationSchemeOptions, NarrowPassHandler>(NarrowPassHandler.Name, _ => { });
}
