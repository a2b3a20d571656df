using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Families;
using Nestwerk.Playbook;
using Nestwerk.Shared;

namespace Nestwerk.Cli.Demo;

/// <summary>Sixty invented families at different points, sealed as real ones are. No number or address among them can be anybody's.</summary>
static class DemoFamilies
{
    /// <summary>The last confirmation of a channel of which nothing else is said.</summary>
    const int Lately = -35;

    public static async Task FillAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<NestwerkDb>();
        var clock = services.GetRequiredService<HouseClock>();
        var keys = services.GetRequiredService<FamilyKeys>();
        foreach (var family in All())
        {
            var seal = keys.Make(family.Id, DemoWorld.House(family.House));
            db.Add(File(family, clock));
            await AddMembersAsync(services, family, seal, cancel);
            db.AddRange(DemoFamilyFacts.Of(family, seal, clock));
            db.AddRange(DemoFamilyTexts.Of(family, seal, clock));
            db.AddRange(DemoRequests.Of(family, seal, clock));
            db.AddRange(DemoMessages.Of(family, db.Set<ContactChannel>().Local, seal, clock));
        }
        await db.SaveChangesAsync(cancel);
    }

    static async Task AddMembersAsync(IServiceProvider services, DemoFamily family, FamilySeal seal, CancellationToken cancel)
    {
        var (db, lookups) = (services.GetRequiredService<NestwerkDb>(), services.GetRequiredService<Lookups>());
        var clock = services.GetRequiredService<HouseClock>();
        foreach (var (place, told) in family.Members.Index())
        {
            var member = Member(family, place, told, seal, clock);
            db.Add(member);
            foreach (var (number, reach) in told.Reach.Index())
            {
                var channel = Channel(family, member, number, reach, seal, clock);
                db.Add(channel);
                if (Lookup(reach) is var (kind, plain))
                    await lookups.AddAsync(member, channel.Id, kind, plain, cancel);
            }
        }
    }

    public static IEnumerable<DemoFamily> All() =>
        new[] { "DemoFamiliesDender", "DemoFamiliesBrussels" }.SelectMany(file =>
            ContentJson.ReadResource<List<DemoFamily>>($"data/{file}.data")
        );

    static FamilyFile File(DemoFamily family, HouseClock clock)
    {
        var begun = clock.Day(family.Since);
        var file = new FamilyFile
        {
            FamilyId = family.Id,
            Id = family.Id,
            MadeAt = begun,
            WrittenBy = DemoWorld.Person(family.By),
        };
        if (!family.Small)
            file.BecomeWhole(begun);
        return file;
    }

    static FamilyMember Member(DemoFamily family, int place, DemoMember told, FamilySeal seal, HouseClock clock)
    {
        var (id, speaker) = (family.MemberId(place), family.MemberId(0));
        var isChild = told.Kin is Kin.Child or Kin.Unborn;
        var member = new FamilyMember
        {
            FamilyId = family.Id,
            Id = id,
            SubjectId = id,
            ToldBy = isChild ? speaker : id,
            WrittenBy = DemoWorld.Person(family.By),
            MadeAt = clock.Day(family.Since).AddSeconds(place),
            Kin = told.Kin,
            Language = told.Language,
            KeeperId = isChild ? speaker : null,
            LeftAt = told.Left is { } left ? clock.Day(left) : null,
        };
        member.Call(told.Name, seal);
        if (told.Month is { } months && clock.Today.AddMonths(months) is var month)
            member.Month = new(month.Year, month.Month, 1);
        if (told.Day is { } day)
            member.NeedsDay(clock.Today.AddDays(day), seal);
        return member;
    }

    static ContactChannel Channel(DemoFamily family, FamilyMember of, int number, DemoReach reach, FamilySeal seal, HouseClock clock)
    {
        var (by, begun) = (DemoWorld.Person(family.By), of.MadeAt.AddSeconds(number));
        var channel = new ContactChannel
        {
            FamilyId = family.Id,
            Id = DemoIds.For($"channel {of.Id} {number}"),
            SubjectId = of.Id,
            ToldBy = of.Id,
            WrittenBy = by,
            MadeAt = begun,
            Kind = reach.Kind,
        };
        channel.Reach(reach.At, reach.Via, reach.Times, seal);
        if (reach.Silent)
            channel.LeaveNoMessages(begun);
        if (!reach.New)
            channel.Confirm(Confirmation.Spoken, by, clock.Day(reach.Confirmed ?? Math.Max(family.Since, Lately)));
        End(channel, reach, clock.Day(family.Since / 2));
        return channel;
    }

    static void End(ContactChannel channel, DemoReach reach, DateTime at)
    {
        if (reach.Ended == "wrong")
            channel.TurnsOutWrong(at);
        else if (reach.Ended == "stopped")
            channel.Stop(at);
        else if (reach.Ended == "replaced")
            channel.End(at);
    }

    static (LookupKind Kind, string Plain)? Lookup(DemoReach reach) =>
        reach.Kind == ChannelKind.Mail
            ? Lookups.Address(reach.At) is { } address
                ? (LookupKind.Mail, address)
                : null
            : Lookups.Number(reach.At) is { } number
                ? (LookupKind.Phone, number)
                : null;
}
