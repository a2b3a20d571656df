using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Entering;

/// <summary>Makes, tries and opens the PINs of parents, in the running transaction. Where several share a phone, the PIN says who she is.</summary>
public sealed class Pins(
    NestwerkDb db,
    FamilyScope families,
    HouseSecrets secrets,
    IPasswordHasher<IdentityUser<Guid>> hasher,
    AuditTrail audit,
    HouseClock clock
)
{
    const string Secret = "my:pin";
    static readonly IdentityUser<Guid> Anybody = new();

    /// <summary>Tries what was typed against everybody who shares the phone. A wrong one counts for each of them, a right one for none.</summary>
    /// <returns>Whose it is; null when it is nobody's, or shut.</returns>
    public async Task<Found?> TryAsync(IReadOnlyList<Found> whose, string? typed, CancellationToken cancel)
    {
        var pins = Of(whose);
        await pins.Where(pin => pin.Tries <= ParentPin.MostTries)
            .ExecuteUpdateAsync(set => set.SetProperty(pin => pin.Tries, pin => pin.Tries + 1), cancel);
        var plain = await PepperedAsync(typed, cancel);
        var tried = await pins.AsNoTracking().ToListAsync(cancel);
        if (tried.FirstOrDefault(pin => pin.Tries <= ParentPin.MostTries && Fits(pin, plain)) is not { } right)
        {
            foreach (var shut in tried.Where(pin => pin.Tries == ParentPin.MostTries))
                audit.Wrote("my.pin-shut", shut.Id, shut.Id);
            return null;
        }
        await pins.Where(pin => pin.Tries > 0).ExecuteUpdateAsync(set => set.SetProperty(pin => pin.Tries, pin => pin.Tries - 1), cancel);
        await pins.Where(pin => pin.Id == right.Id).ExecuteUpdateAsync(set => set.SetProperty(pin => pin.Tries, 0), cancel);
        return whose.First(found => found.MemberId == right.Id);
    }

    /// <summary>
    /// She makes her first one, right after her first code: only where nobody shares her number, she has none yet,
    /// and a worker or an earlier code said that the number is hers.
    /// </summary>
    public async Task<Found?> WithoutAsync(IReadOnlyList<Found> whose, CancellationToken cancel)
    {
        if (whose is not [var her] || await Of(whose).AnyAsync(cancel))
            return null;
        var channel = await families
            .For<ContactChannel>(Job.SignIn)
            .SingleOrDefaultAsync(each => each.FamilyId == her.FamilyId && each.Id == her.OfId, cancel);
        return channel?.StateAt(clock.Utc) == ChannelState.Confirmed ? her : null;
    }

    public async Task MakeAsync(Guid family, Guid member, string? typed, Guid? with, CancellationToken cancel)
    {
        var hash = hasher.HashPassword(Anybody, await PepperedAsync(typed, cancel));
        if (await FindAsync(family, member, cancel) is { } pin)
            (pin.Hash, pin.Tries, pin.MadeAt, pin.MadeWith) = (hash, 0, clock.Utc, with);
        else
            db.Add(
                new ParentPin
                {
                    FamilyId = family,
                    Id = member,
                    Hash = hash,
                    MadeAt = clock.Utc,
                    MadeWith = with,
                }
            );
    }

    public async Task<ParentPin?> FindAsync(Guid family, Guid member, CancellationToken cancel) =>
        await db.Set<ParentPin>().FindAsync([family, member], cancel);

    IQueryable<ParentPin> Of(IReadOnlyList<Found> whose)
    {
        var (files, members) = (whose.Select(found => found.FamilyId).ToList(), whose.Select(found => found.MemberId).ToList());
        return db.Set<ParentPin>().Where(pin => files.Contains(pin.FamilyId) && members.Contains(pin.Id));
    }

    async Task<string> PepperedAsync(string? typed, CancellationToken cancel) =>
        Convert.ToBase64String(HMACSHA256.HashData(await secrets.TakeAsync(Secret, cancel), Encoding.UTF8.GetBytes(PinRules.Plain(typed))));

    bool Fits(ParentPin pin, string plain) => hasher.VerifyHashedPassword(Anybody, pin.Hash, plain) != PasswordVerificationResult.Failed;
}
