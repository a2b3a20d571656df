using Microsoft.AspNetCore.Identity;
using Nestwerk.Data;

namespace Nestwerk.Access.SignIn;

/// <summary>
/// Checks what somebody shows to get in, and counts guesses. Every answer is yes or no, and costs about the same work:
/// nobody learns whether an address is known here, nor whether there were too many guesses.
/// Wrong guesses are counted by account and place, and by account over all places where its owner never came in; a device on which
/// she did has a count of its own, and a passkey is not guessed. So whoever hammers at her door shuts himself out, not her.
/// </summary>
public sealed class Credentials(
    UserManager<IdentityUser<Guid>> users,
    NestwerkDb db,
    WriteGate gate,
    Throttle throttle,
    KnownDevices devices,
    IHttpContextAccessor http
)
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
        var guesses = Guess.At(Guess.Password, account?.Id.ToString() ?? address.Trim().ToUpperInvariant(), Source(account?.Id));
        var counts = await throttle.TakeAsync(guesses, cancel);
        if (!HashMatches(account, password) || !counts || account is null)
            return null;
        await throttle.GiveBackAsync(guesses, cancel);
        return account;
    }

    /// <summary>A code from the authenticator app, or one of the recovery codes; each works once.</summary>
    public async Task<bool> TakesCodeAsync(IdentityUser<Guid> account, string code, CancellationToken cancel)
    {
        var plain = code.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        var guesses = Guess.At(Guess.Code, account.Id.ToString(), Source(account.Id));
        if (!await throttle.TakeAsync(guesses, cancel) || !await IsRightAsync(account, plain, cancel))
            return false;
        await throttle.GiveBackAsync(guesses, cancel);
        return true;
    }

    GuessSource Source(Guid? account) =>
        http.HttpContext is not { } context ? new("", IsKnown: false)
        : account is { } id && devices.Of(context.Request, id) is { } device ? new($"{device:N}", IsKnown: true)
        : new(SharedLimits.SourceOf(context), IsKnown: false);

    /// <summary>One at a time: the account is read anew inside the gate, so that a code shown twice at once opens once.</summary>
    async Task<bool> IsRightAsync(IdentityUser<Guid> account, string code, CancellationToken cancel)
    {
        using var turn = await gate.EnterAsync(cancel);
        await db.Entry(account).ReloadAsync(cancel);
        return code.All(char.IsAsciiDigit)
            ? await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code)
            : (await users.RedeemTwoFactorRecoveryCodeAsync(account, code)).Succeeded;
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
