using Microsoft.AspNetCore.Identity;
using Nestwerk.Data;

namespace Nestwerk.Access.SignIn;

/// <summary>
/// Passkeys, with Identity doing the cryptography. A passkey is both factors at once: the device itself, and the finger, face or
/// code that unlocks it. It cannot be guessed, so wrong passwords by somebody else do not shut it out.
/// </summary>
public sealed class Passkeys(SignInManager<IdentityUser<Guid>> signIn, UserManager<IdentityUser<Guid>> users, WriteGate gate)
{
    /// <param name="account">Whose passkeys may answer; null for anybody's.</param>
    /// <returns>What the browser needs to ask for a passkey, as JSON. The challenge is remembered in a short-lived cookie.</returns>
    public Task<string> AskAsync(IdentityUser<Guid>? account) => signIn.MakePasskeyRequestOptionsAsync(account!);

    /// <returns>Whose passkey answered the challenge; null when it is not known here, or the answer is wrong or late.</returns>
    public async Task<IdentityUser<Guid>?> AnswerAsync(string? credential, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(credential))
            return null;
        using var turn = await gate.EnterAsync(cancel);
        try
        {
            var answer = await signIn.PerformPasskeyAssertionAsync(credential);
            return answer.Succeeded && await KeepAsync(answer.User, answer.Passkey) ? answer.User : null;
        }
        catch (InvalidOperationException)
        {
            return null; // No challenge is waiting for an answer: the cookie is gone.
        }
    }

    public Task<string> OfferAsync(IdentityUser<Guid> account, string name) =>
        signIn.MakePasskeyCreationOptionsAsync(new() { Id = account.Id.ToString(), Name = account.Email!, DisplayName = name });

    /// <returns>Whether the new passkey was made for this account and is kept.</returns>
    public async Task<bool> AddAsync(IdentityUser<Guid> account, string? credential, string name, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(credential))
            return false;
        using var turn = await gate.EnterAsync(cancel);
        try
        {
            var answer = await signIn.PerformPasskeyAttestationAsync(credential);
            if (!answer.Succeeded || answer.UserEntity.Id != account.Id.ToString())
                return false;
            answer.Passkey.Name = name;
            return await KeepAsync(account, answer.Passkey);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    async Task<bool> KeepAsync(IdentityUser<Guid> account, UserPasskeyInfo passkey) =>
        (await users.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded;
}
