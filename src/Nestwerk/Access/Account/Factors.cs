using Microsoft.AspNetCore.Identity;
using Nestwerk.Access.SignIn;
using Nestwerk.Data;
using System.Security.Claims;

namespace Nestwerk.Access.Account;

/// <summary>What a person can show besides her password.</summary>
public sealed record FactorList(bool App, int RecoveryCodes, IReadOnlyList<UserPasskeyInfo> Passkeys)
{
    public int Count => (App ? 1 : 0) + Passkeys.Count;
}

/// <summary>
/// Adds and removes second factors. Each change gives the account a new stamp, so that all other sessions end;
/// the one that made the change goes on.
/// </summary>
public sealed class Factors(
    UserManager<IdentityUser<Guid>> users,
    IUserStore<IdentityUser<Guid>> store,
    Passkeys passkeys,
    Sessions sessions,
    AuditTrail audit,
    Actor actor,
    NestwerkDb db,
    WriteGate gate
)
{
    const int RecoveryCodes = 10;

    public async Task<IdentityUser<Guid>> AccountAsync(ClaimsPrincipal session) =>
        await users.GetUserAsync(session) ?? throw new InvalidOperationException("A session without an account.");

    public async Task<FactorList> ListAsync(IdentityUser<Guid> account) =>
        new(
            account.TwoFactorEnabled,
            account.TwoFactorEnabled ? await users.CountRecoveryCodesAsync(account) : 0,
            [.. (await users.GetPasskeysAsync(account)).OrderBy(passkey => passkey.CreatedAt)]
        );

    /// <summary>Makes this secret the one of her app; an older one no longer works.</summary>
    /// <returns>New recovery codes, to be shown once.</returns>
    public async Task<IReadOnlyList<string>> SetAppAsync(IdentityUser<Guid> account, string key, long step, CancellationToken cancel)
    {
        IReadOnlyList<string> codes = [];
        await ChangeAsync(
            account,
            "account.factor-added",
            async () =>
            {
                await ((IUserAuthenticatorKeyStore<IdentityUser<Guid>>)store).SetAuthenticatorKeyAsync(account, key, cancel);
                await OnceAuthenticator.RememberAsync(users, account, step);
                await users.SetTwoFactorEnabledAsync(account, enabled: true);
                codes = await NewCodesAsync(account);
            },
            cancel
        );
        return codes;
    }

    public Task RemoveAppAsync(IdentityUser<Guid> account, CancellationToken cancel) =>
        ChangeAsync(
            account,
            "account.factor-removed",
            async () =>
            {
                await users.SetTwoFactorEnabledAsync(account, enabled: false);
                await users.ResetAuthenticatorKeyAsync(account);
                await users.GenerateNewTwoFactorRecoveryCodesAsync(account, 0);
            },
            cancel
        );

    public async Task<IReadOnlyList<string>> RenewCodesAsync(IdentityUser<Guid> account, CancellationToken cancel)
    {
        IReadOnlyList<string> codes = [];
        await ChangeAsync(account, "account.codes-renewed", async () => codes = await NewCodesAsync(account), cancel);
        return codes;
    }

    public async Task<bool> AddPasskeyAsync(IdentityUser<Guid> account, string? credential, string name, CancellationToken cancel)
    {
        var added = false;
        if (await passkeys.NewAsync(account, credential) is { } passkey)
        {
            passkey.Name = name;
            await ChangeAsync(account, "account.factor-added", async () => added = (await users.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded, cancel);
        }
        return added;
    }

    public Task RemovePasskeyAsync(IdentityUser<Guid> account, byte[] id, CancellationToken cancel) =>
        ChangeAsync(account, "account.factor-removed", () => users.RemovePasskeyAsync(account, id), cancel);

    async Task<IReadOnlyList<string>> NewCodesAsync(IdentityUser<Guid> account) =>
        [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes) ?? []];

    async Task ChangeAsync(IdentityUser<Guid> account, string what, Func<Task> change, CancellationToken cancel)
    {
        using (await gate.EnterAsync(cancel))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await change();
            audit.Wrote(what, actor.PersonId);
            await users.UpdateSecurityStampAsync(account);
            await transaction.CommitAsync(cancel);
        }
        await sessions.BeginAsync(account, SessionClaims.SecondFactor, cancel);
    }
}
