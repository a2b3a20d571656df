using Nestwerk.Shared;

namespace Nestwerk.Access.Team;

/// <summary>What a new password must be: long, and not the obvious. No rules about kinds of signs, as NIST SP 800-63B advises.</summary>
public static class PasswordRules
{
    public const int Fewest = 12;
    public const int Most = 256;
    const int FewestDifferent = 5;

    /// <param name="field">Where the sentence will stand.</param>
    /// <param name="password">What was typed.</param>
    /// <param name="known">What everybody can guess: her name, her address, the name of the House.</param>
    public static IEnumerable<Problem> Problems(string field, string? password, params IEnumerable<string> known)
    {
        password ??= "";
        if (password.Length < Fewest)
            yield return new(field, "password.tooShort", Fewest);
        else if (password.Length > Most)
            yield return new(field, "form.tooLong", Most, password.Length);
        else if (password.Distinct().Count() < FewestDifferent)
            yield return new(field, "password.tooSimple", FewestDifferent);
        else if (known.Any(word => word.Length > 0 && Folding.Fold(password) == Folding.Fold(word)))
            yield return new(field, "password.known");
    }
}
