using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access.SignIn;
using Nestwerk.Data;

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
        await ChangeAsync(account, SetAsync, cancel);
        return codes;

        async Task SetAsync()
        {
            await ((IUserAuthenticatorKeyStore<IdentityUser<Guid>>)store).SetAuthenticatorKeyAsync(account, key, cancel);
            await OnceAuthenticator.RememberAsync(users, account, step);
            await users.SetTwoFactorEnabledAsync(account, enabled: true);
            codes = await NewCodesAsync(account);
            audit.Wrote("account.factor-added", actor.PersonId);
        }
    }

    public Task RemoveAppAsync(IdentityUser<Guid> account, CancellationToken cancel)
    {
        return ChangeAsync(account, RemoveAsync, cancel);

        async Task RemoveAsync()
        {
            await users.SetTwoFactorEnabledAsync(account, enabled: false);
            await users.ResetAuthenticatorKeyAsync(account);
            await users.GenerateNewTwoFactorRecoveryCodesAsync(account, 0);
            audit.Wrote("account.factor-removed", actor.PersonId);
        }
    }

    public async Task<IReadOnlyList<string>> RenewCodesAsync(IdentityUser<Guid> account, CancellationToken cancel)
    {
        IReadOnlyList<string> codes = [];
        await ChangeAsync(account, RenewAsync, cancel);
        return codes;

        async Task RenewAsync()
        {
            codes = await NewCodesAsync(account);
            audit.Wrote("account.codes-renewed", actor.PersonId);
        }
    }

    /// <param name="account">Hers.</param>
    /// <param name="password">The new one; the rules were asked before.</param>
    /// <param name="method">How this session was proved: a new password makes it no stronger.</param>
    /// <param name="cancel">When to stop.</param>
    public Task SetPasswordAsync(IdentityUser<Guid> account, string password, string method, CancellationToken cancel)
    {
        return ChangeAsync(account, SetAsync, cancel, method);

        async Task SetAsync()
        {
            account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
            await users.UpdateAsync(account);
            audit.Wrote("account.password-changed", actor.PersonId);
        }
    }

    /// <summary>Ends every session but this one.</summary>
    public Task EndOtherSessionsAsync(IdentityUser<Guid> account, string method, CancellationToken cancel)
    {
        return ChangeAsync(account, SayAsync, cancel, method);

        Task SayAsync()
        {
            audit.Wrote("account.sessions-ended", actor.PersonId);
            return Task.CompletedTask;
        }
    }

    /// <returns>Whether the browser's answer was sound and the passkey is hers now.</returns>
    public async Task<bool> AddPasskeyAsync(IdentityUser<Guid> account, string? credential, string name, CancellationToken cancel)
    {
        if (await passkeys.NewAsync(account, credential) is not { } passkey)
            return false;
        passkey.Name = name;
        await ChangeAsync(account, AddAsync, cancel);
        return true;

        async Task AddAsync()
        {
            await users.AddOrUpdatePasskeyAsync(account, passkey);
            audit.Wrote("account.factor-added", actor.PersonId);
        }
    }

    public Task RemovePasskeyAsync(IdentityUser<Guid> account, byte[] id, CancellationToken cancel)
    {
        return ChangeAsync(account, RemoveAsync, cancel);

        async Task RemoveAsync()
        {
            await users.RemovePasskeyAsync(account, id);
            audit.Wrote("account.factor-removed", actor.PersonId);
        }
    }

    async Task<IReadOnlyList<string>> NewCodesAsync(IdentityUser<Guid> account) =>
        [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes) ?? []];

    async Task ChangeAsync(
        IdentityUser<Guid> account,
        Func<Task> change,
        CancellationToken cancel,
        string method = SessionClaims.SecondFactor
    )
    {
        using (await gate.EnterAsync(cancel))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await change();
            if (!(await users.UpdateSecurityStampAsync(account)).Succeeded)
                throw new DbUpdateConcurrencyException("The account was changed at the same moment.");
            await transaction.CommitAsync(cancel);
        }
        await sessions.GoOnAsync(account, method, cancel);
    }
}
