using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Nestwerk.Shared;

namespace Nestwerk.Access.SignIn;

/// <summary>Identity's authenticator, except that each code opens once: a step that was accepted, or an older one, is refused.</summary>
public sealed class OnceAuthenticator(HouseClock clock) : IUserTwoFactorTokenProvider<IdentityUser<Guid>>
{
    const string Provider = "Nestwerk";
    const string LastStep = "LastAuthenticatorStep";

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<IdentityUser<Guid>> manager, IdentityUser<Guid> user) =>
        await manager.GetAuthenticatorKeyAsync(user) is not null;

    public Task<string> GenerateAsync(string purpose, UserManager<IdentityUser<Guid>> manager, IdentityUser<Guid> user) =>
        Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<IdentityUser<Guid>> manager, IdentityUser<Guid> user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { } key || Totp.StepOf(token, key, clock.Utc) is not { } step)
            return false;
        var last = await manager.GetAuthenticationTokenAsync(user, Provider, LastStep);
        if (last is not null && step <= long.Parse(last, CultureInfo.InvariantCulture))
            return false;
        return (await RememberAsync(manager, user, step)).Succeeded;
    }

    public static Task<IdentityResult> RememberAsync(UserManager<IdentityUser<Guid>> manager, IdentityUser<Guid> user, long step) =>
        manager.SetAuthenticationTokenAsync(user, Provider, LastStep, step.ToString(CultureInfo.InvariantCulture));
}
