using Microsoft.AspNetCore.Identity;
using Nestwerk.Data;

namespace Nestwerk.Access.SignIn;

/// <summary>
/// Checks what somebody shows to get in, and counts wrong guesses. Every answer is yes or no, and costs about the same work:
/// nobody learns whether an address is known here.
/// </summary>
public sealed class Credentials(UserManager<IdentityUser<Guid>> users, NestwerkDb db, WriteGate gate)
{
    const int LongestPassword = 256;
    static readonly Lock Once = new();
    static string? nobodysHash;

    /// <returns>The account; null when the address is unknown, the password is wrong, or there were too many wrong guesses.</returns>
    public async Task<IdentityUser<Guid>?> ByPasswordAsync(string address, string password, CancellationToken cancel)
    {
        if (password.Length > LongestPassword)
            return null;
        var account = await users.FindByEmailAsync(address);
        var right = HashMatches(account, password);
        return account is not null && await CountAsync(account, () => Task.FromResult(right), cancel) ? account : null;
    }

    /// <summary>A code from the authenticator app, or one of the recovery codes; each works once.</summary>
    public Task<bool> TakesCodeAsync(IdentityUser<Guid> account, string code, CancellationToken cancel)
    {
        var plain = code.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return CountAsync(
            account,
            () => plain.All(char.IsAsciiDigit) ? IsFromAppAsync(account, plain) : IsRecoveryAsync(account, plain),
            cancel
        );
    }

    Task<bool> IsFromAppAsync(IdentityUser<Guid> account, string code) =>
        users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code);

    async Task<bool> IsRecoveryAsync(IdentityUser<Guid> account, string code) =>
        (await users.RedeemTwoFactorRecoveryCodeAsync(account, code)).Succeeded;

    /// <summary>One guess at a time: the account is read anew inside the gate, so that guesses made together are counted one by one.</summary>
    async Task<bool> CountAsync(IdentityUser<Guid> account, Func<Task<bool>> check, CancellationToken cancel)
    {
        using var turn = await gate.EnterAsync(cancel);
        await db.Entry(account).ReloadAsync(cancel);
        if (await users.IsLockedOutAsync(account))
            return false;
        if (!await check())
        {
            await users.AccessFailedAsync(account);
            return false;
        }
        return account.AccessFailedCount == 0 || (await users.ResetAccessFailedCountAsync(account)).Succeeded;
    }

    /// <summary>Outside the gate, because it takes a tenth of a second on purpose.</summary>
    bool HashMatches(IdentityUser<Guid>? account, string password)
    {
        var hash = account?.PasswordHash ?? NobodysHash();
        var match = users.PasswordHasher.VerifyHashedPassword(account!, hash, password) != PasswordVerificationResult.Failed;
        return match && account?.PasswordHash is not null;
    }

    string NobodysHash()
    {
        lock (Once)
            return nobodysHash ??= users.PasswordHasher.HashPassword(null!, Guid.CreateVersion7().ToString());
    }
}
