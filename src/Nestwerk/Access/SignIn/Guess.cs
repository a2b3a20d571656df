namespace Nestwerk.Access.SignIn;

/// <param name="Place">A device that its owner used before, or else an address on the network.</param>
public sealed record GuessSource(string Place, bool IsKnown);

/// <summary>
/// How many guesses are let through. Of a code of six digits three fit at a time, so a guess hits with 3 in a million: all strangers
/// together have 30 a day, which is less than 1 in 10,000. A password has twelve signs or more and is none of the common ones.
/// </summary>
public static class Guess
{
    public const string Password = "password";
    public const string Code = "code";

    /// <summary>From one place at one account, in a quarter of an hour.</summary>
    public const int FromOnePlace = 5;

    /// <summary>At one account in a day: from all strangers together, and from each device of hers.</summary>
    public const int ADay = 30;

    /// <param name="what"><see cref="Password"/> or <see cref="Code"/>.</param>
    /// <param name="account">Its id; the address as typed, where there is none.</param>
    public static IReadOnlyList<Try> At(string what, string account, GuessSource source) =>
        [
            new(new($"{what}-place", FromOnePlace, TimeSpan.FromMinutes(15)), $"{account}|{source.Place}"),
            new(new($"{what}-day", ADay, TimeSpan.FromDays(1)), source.IsKnown ? $"{account}|{source.Place}" : account),
        ];
}
