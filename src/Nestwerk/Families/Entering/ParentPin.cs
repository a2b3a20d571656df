using System.Globalization;
using Nestwerk.Shared;

namespace Nestwerk.Families.Entering;

/// <summary>
/// What only she knows: six digits, or a word. Kept as a slow hash over a keyed one, so that the database alone gives nobody six digits.
/// </summary>
[Keeps("so that only she gets in on her own page", Terms.Family, About = "the parent")]
public sealed class ParentPin
{
    public const int MostTries = 5;

    public required Guid FamilyId { get; init; }

    /// <summary>Whose it is; one each.</summary>
    public required Guid Id { get; init; }
    public required string Hash { get; set; }

    /// <summary>Wrong ones since the last right one; one more than the most says that somebody went on. Only a worker opens it again.</summary>
    public int Tries { get; set; }
    public required DateTime MadeAt { get; set; }

    /// <summary>The worker beside her; null when she made it alone, right after her first code.</summary>
    public Guid? MadeWith { get; set; }

    public bool IsShut => Tries >= MostTries;
}

/// <summary>What may be a PIN. Pure.</summary>
public static class PinRules
{
    const int Digits = 6;
    const int MostLetters = 40;

    /// <returns>What is wrong, as the key of a parent's text; null when it will do.</returns>
    public static string? Problem(string? typed, string? again)
    {
        var pin = Plain(typed);
        if (pin.All(char.IsAsciiDigit) && pin.Length != Digits || pin.Length is < Digits or > MostLetters)
            return "my.pin.short";
        if (IsEasy(pin))
            return "my.pin.easy";
        return pin == Plain(again) ? null : "my.pin.different";
    }

    /// <summary>As it is compared: no spaces, no capitals, and digits of any script as 0–9.</summary>
    public static string Plain(string? typed) =>
        string.Concat(Typed.Digits(typed).Where(sign => !char.IsWhiteSpace(sign))).ToLowerInvariant();

    static bool IsEasy(string pin)
    {
        var steps = pin.Zip(pin.Skip(1), (one, next) => next - one).Distinct().ToList();
        return steps is [0 or 1 or -1];
    }
}

/// <summary>What people type on phones of every script.</summary>
public static class Typed
{
    static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy"];

    /// <summary>The same, with digits of any script as 0–9.</summary>
    public static string Digits(string? text) =>
        string.Concat((text ?? "").Trim().Select(sign => char.IsDigit(sign) ? (char)('0' + (int)char.GetNumericValue(sign)) : sign));

    /// <summary>A day from a date field, or as it is written by hand where a phone has no such field.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(Digits(text), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
