using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Nestwerk.Access.Account;
using Nestwerk.Access.Settings;
using Nestwerk.Access.SignIn;
using Nestwerk.Access.Team;
using Nestwerk.Access.Trail;
using Nestwerk.Shared;

namespace Nestwerk.Access;

static class AccessServices
{
    public const string SignInLimit = "sign-in";

    /// <summary>For forms that anybody may send.</summary>
    public const string VisitorLimit = "visitor";
    const int HashRounds = 210_000;

    public static IServiceCollection AddAccess(this IServiceCollection services, NestwerkOptions options)
    {
        services.AddSingleton<ActorQuery>().AddScoped<ActorLoader>().AddScoped<Colleagues>().AddScoped<AuditTrail>().AddScoped<Sessions>();
        services
            .AddScoped<Credentials>()
            .AddScoped<ISealedColumn, AccountTokens>()
            .AddScoped<Passkeys>()
            .AddScoped<NarrowPasses>()
            .AddScoped<WayIn>()
            .AddScoped<Factors>();
        services
            .AddScoped<FamilyKeys>()
            .AddScoped<ISealedColumn>(provider => provider.GetRequiredService<FamilyKeys>())
            .AddScoped<FamilyScope>();
        services.AddTeam();
        services.AddSingleton<KnownDevices>().AddScoped<Throttle>().AddScoped<WhoLooked>().AddTrail();
        services.AddScoped(provider =>
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<Actor>() ?? Actor.Nobody
        );
        services.AddScoped(FrameOf);
        services.AddSingleton<ReadAudit>().AddHostedService(provider => provider.GetRequiredService<ReadAudit>());
        services.AddAccounts(options).AddSessions(options);
        services.AddAuthorization(Policies.Add);
        services.AddRateLimiter(limits => AddLimits(limits, options));
        return services;
    }

    /// <summary>Looking after people and the house.</summary>
    static void AddTeam(this IServiceCollection services)
    {
        services.AddScoped<TeamScope>().AddScoped<Invitations>().AddScoped<InvitationMail>().AddScoped<RestoreNotice>();
        services.AddScoped<SettingsDesk>().AddScoped<TestMail>();
        services.AddSingleton(
            new NavEntry(80, "/people", "nav.people", "i-people", actor => AccessPolicy.Reach(actor, DataClass.Staff, Act.Read).Length > 0)
            {
                IsDesk = true,
            }
        );
        services.AddSingleton(
            new NavEntry(90, "/settings", "nav.settings", "i-edit", actor => actor.Is(Role.PlatformAdmin)) { IsDesk = true }
        );
    }

    static Frame FrameOf(IServiceProvider provider)
    {
        var http = provider.GetRequiredService<IHttpContextAccessor>().HttpContext;
        return http?.GetEndpoint()?.Metadata.GetMetadata<SameForEverybodyAttribute>() is not null
            ? Frame.Public
            : Navigation.Around(provider.GetRequiredService<Actor>(), provider.GetServices<NavEntry>(), http?.Request.Path.Value ?? "");
    }

    static IServiceCollection AddAccounts(this IServiceCollection services, NestwerkOptions options)
    {
        services
            .AddIdentityCore<IdentityUser<Guid>>(identity =>
            {
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                identity.User.RequireUniqueEmail = true;
                identity.Password.RequiredLength = 12;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Password.RequiredUniqueChars = 5;
            })
            .AddUserStore<SealedUserStore>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddTokenProvider<OnceAuthenticator>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashRounds);
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.ServerDomain = options.PublicUrl.Host;
            (passkeys.UserVerificationRequirement, passkeys.ResidentKeyRequirement) = ("required", "required");
            passkeys.ValidateOrigin = answer => ValueTask.FromResult(IsOurs(answer, options.PublicUrl));
        });
        return services;
    }

    /// <summary>Compared with the address of this instance: our referrer policy makes browsers leave the origin out of the request itself.</summary>
    static bool IsOurs(PasskeyOriginValidationContext answer, Uri house) =>
        !answer.CrossOrigin && answer.Origin == house.GetLeftPart(UriPartial.Authority);

    static void AddSessions(this IServiceCollection services, NestwerkOptions options)
    {
        var https = options.PublicUrl.Scheme == Uri.UriSchemeHttps;
        var prefix = https ? "__Host-" : "";
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddNarrowPasses().AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = prefix + "nestwerk";
            cookie.ExpireTimeSpan = Visit.Longest;
            cookie.SlidingExpiration = false;
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "return";
            cookie.Events.OnValidatePrincipal = ActorLoader.ValidateAsync;
            cookie.Events.OnRedirectToLogin = KeptForms.AskToSignInAsync;
            cookie.Events.OnRedirectToAccessDenied = RefuseAsync;
        });
        services.ConfigureAll<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>(cookie =>
            Strict(cookie.Cookie, https)
        );
        services.AddAntiforgery(token =>
        {
            token.Cookie.Name = prefix + "nestwerk-form";
            Strict(token.Cookie, https);
        });
    }

    static void Strict(CookieBuilder cookie, bool https)
    {
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>Signed in but without a second factor: the way on is to set one up. Otherwise 403.</summary>
    static Task RefuseAsync(
        Microsoft.AspNetCore.Authentication.RedirectContext<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions> context
    )
    {
        var actor = context.HttpContext.Features.Get<Actor>() ?? Actor.Nobody;
        if (Idleness.Closes(context.HttpContext))
            return KeptForms.AskToSignInAsync(context);
        if (actor is { IsSignedIn: true, SecondFactor: false })
            context.Response.Redirect("/account");
        else
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>So many forms a minute from one address, counted for each kind of door by itself.</summary>
    static void AddLimits(RateLimiterOptions limits, NestwerkOptions options)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        foreach (var door in new[] { SignInLimit, VisitorLimit })
            limits.AddPolicy(
                door,
                context =>
                    HttpMethods.IsPost(context.Request.Method)
                        ? RateLimitPartition.GetFixedWindowLimiter(
                            context.Connection.RemoteIpAddress?.ToString() ?? "",
                            _ => new FixedWindowRateLimiterOptions
                            {
                                PermitLimit = options.SignInsPerMinute,
                                Window = TimeSpan.FromMinutes(1),
                            }
                        )
                        : RateLimitPartition.GetNoLimiter("reading")
            );
    }
}
