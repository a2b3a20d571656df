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
            return answer.Succeeded && (await users.AddOrUpdatePasskeyAsync(answer.User, answer.Passkey)).Succeeded ? answer.User : null;
        }
        catch (InvalidOperationException)
        {
            return null; // No challenge is waiting for an answer: the cookie is gone.
        }
    }

    public Task<string> OfferAsync(IdentityUser<Guid> account, string name) =>
        signIn.MakePasskeyCreationOptionsAsync(
            new()
            {
                Id = account.Id.ToString(),
                Name = account.Email!,
                DisplayName = name,
            }
        );

    /// <returns>The passkey her browser just made; null when it is not hers, or the answer is wrong or late. It is not kept yet.</returns>
    public async Task<UserPasskeyInfo?> NewAsync(IdentityUser<Guid> account, string? credential)
    {
        if (string.IsNullOrEmpty(credential))
            return null;
        try
        {
            var answer = await signIn.PerformPasskeyAttestationAsync(credential);
            return answer.Succeeded && answer.UserEntity.Id == account.Id.ToString() ? answer.Passkey : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
