using System.Security.Cryptography;
using System.Text;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>The other name of a protected person, and the word she chose: opened with the key of her family.</summary>
public static class SafeWords
{
    public static Protection? Of(FamilyFacts facts, Guid? member, DateTime now) =>
        facts.Protections.FirstOrDefault(each => each.MemberId == member && each.From <= now && (each.Until is null || now < each.Until));

    public static string AliasIn(Protection protection, FamilySeal seal) => seal.Open(protection.Alias, "Protection.Alias", protection.Id);

    /// <summary>Whether this is the word. Capitals, accents and spaces do not matter: it is said aloud.</summary>
    public static bool Fits(Protection protection, string? word, FamilySeal seal) =>
        CryptographicOperations.FixedTimeEquals(
            Heard(seal.Open(protection.CodeWord, "Protection.CodeWord", protection.Id)),
            Heard(word ?? "")
        );

    static byte[] Heard(string word) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(Folding.Fold(word).Replace(" ", "", StringComparison.Ordinal)));
}
