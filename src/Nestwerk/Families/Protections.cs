using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>
/// Safety mode for one person: another name in groups and lists, no messages unless she wants them, a code word for every change of how
/// she is reached, and nobody breaks the glass.
/// </summary>
public sealed class Protections(NestwerkDb db, FamilyScope scope, Actor actor, AuditTrail audit, HouseClock clock)
{
    const string AliasColumn = "Protection.Alias";
    const string WordColumn = "Protection.CodeWord";

    public static Protection? Of(FamilyFacts facts, Guid member, DateTime now) =>
        facts.Protections.FirstOrDefault(each => each.MemberId == member && Circle.Holds(each, now));

    /// <summary>What she said last counts: an earlier name and word make place.</summary>
    public async Task<Protection> PlaceAsync(Circle circle, FamilyMember member, string alias, string word, CancellationToken cancel)
    {
        Of(circle.Facts, member.Id, clock.Utc)?.End(clock.Utc);
        var id = Ids.New();
        var row = new Protection
        {
            FamilyId = circle.FamilyId,
            Id = id,
            MemberId = member.Id,
            PlacedBy = actor.PersonId,
            From = clock.Utc,
            Alias = circle.Seal.Seal(alias, AliasColumn, id),
            CodeWord = circle.Seal.Seal(word, WordColumn, id),
        };
        db.Add(row);
        foreach (var channel in await ChannelsAsync(member, cancel))
            channel.LeaveNoMessages(clock.Utc);
        audit.WroteOf(circle.FamilyId, "protection.placed", row.Id);
        return row;
    }

    public void Lift(Protection protection)
    {
        if (!Circle.Holds(protection, clock.Utc))
            return;
        protection.End(clock.Utc);
        audit.WroteOf(protection.FamilyId, "protection.lifted", protection.Id);
    }

    public static string AliasIn(Protection protection, FamilySeal seal) => seal.Open(protection.Alias, AliasColumn, protection.Id);

    /// <summary>Whether this is the word she chose. Capitals, accents and spaces do not matter: it is said aloud.</summary>
    public static bool Fits(Protection protection, string? word, FamilySeal seal) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(Spoken(seal.Open(protection.CodeWord, WordColumn, protection.Id)))),
            SHA256.HashData(Encoding.UTF8.GetBytes(Spoken(word ?? "")))
        );

    static string Spoken(string word) => string.Concat(Folding.Fold(word).Where(char.IsLetterOrDigit));

    Task<List<ContactChannel>> ChannelsAsync(FamilyMember member, CancellationToken cancel) =>
        scope
            .Of<ContactChannel>(actor, Act.Write, Purpose.CoordinateTrajectory)
            .Where(channel => channel.FamilyId == member.FamilyId && channel.SubjectId == member.Id)
            .ToListAsync(cancel);
}

/// <summary>Puts data aside while something is settled: only a protection officer opens it then.</summary>
public sealed class Restrictions(NestwerkDb db, Actor actor, AuditTrail audit, HouseClock clock)
{
    /// <param name="member">About whom; null for the whole family.</param>
    public Restriction Place(FamilyFacts facts, Guid? member)
    {
        if (facts.Restrictions.FirstOrDefault(each => each.MemberId == member && Circle.Holds(each, clock.Utc)) is { } standing)
            return standing;
        var row = new Restriction
        {
            FamilyId = facts.FamilyId,
            Id = Ids.New(),
            MemberId = member,
            PlacedBy = actor.PersonId,
            From = clock.Utc,
        };
        db.Add(row);
        audit.WroteOf(facts.FamilyId, "restriction.placed", row.Id);
        return row;
    }

    public void Lift(Restriction restriction)
    {
        if (!Circle.Holds(restriction, clock.Utc))
            return;
        restriction.End(clock.Utc);
        audit.WroteOf(restriction.FamilyId, "restriction.lifted", restriction.Id);
    }
}
