using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>Begins families and adds to them, in the running transaction. Who may is asked elsewhere.</summary>
public sealed class FamilyDesk(NestwerkDb db, FamilyKeys keys, Lookups lookups, HouseClock clock)
{
    /// <summary>A file with one person: small, unless a care team forms around it at once. The relation of whoever takes her in is opened by the caller.</summary>
    public (FamilyMember Person, FamilySeal Seal) Begin(Guid controller, Kin kin, string name, Guid? writtenBy, bool whole = false)
    {
        var file = FamilyFile.Begin(writtenBy, clock.Utc);
        if (whole)
            file.BecomeWhole(clock.Utc);
        var seal = keys.Make(file.FamilyId, controller);
        var person = FamilyMember.New(file.FamilyId, kin, name, seal, null, writtenBy, clock.Utc);
        db.Add(file);
        db.Add(person);
        return (person, seal);
    }

    /// <summary>A way to reach a member, with the look-up that finds her by it.</summary>
    public async Task<ContactChannel> AddChannelAsync(
        FamilyMember of,
        ChannelKind kind,
        string value,
        FamilySeal seal,
        Guid? writtenBy,
        CancellationToken cancel
    )
    {
        var channel = ContactChannel.New(of, kind, of.Id, writtenBy, clock.Utc);
        channel.Reach(value, null, null, seal);
        db.Add(channel);
        var (lookup, plain) =
            kind == ChannelKind.Mail ? (LookupKind.Mail, Lookups.Address(value)) : (LookupKind.Phone, Lookups.Number(value));
        if (plain is not null)
            await lookups.AddAsync(of, channel.Id, lookup, plain, cancel);
        return channel;
    }
}
