using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Shared;

namespace Nestwerk.Cli.Demo;

/// <summary>Who stands beside the invented families, to what they said yes, and whom they shut out.</summary>
static class DemoFamilyFacts
{
    public static IEnumerable<object> Of(DemoFamily family, FamilySeal seal, HouseClock clock) =>
        [
            .. Relations(family, clock),
            .. family.Yes.SelectMany(yes => Consents(family, yes, clock)),
            .. family.Story.Index().SelectMany(told => PartConsents(family, told.Index, told.Item, clock)),
            .. family.No.Select(no => Exclusion(family, no, clock)),
            .. Limits(family, seal, clock),
            .. Happened(family, seal, clock),
        ];

    /// <summary>Who this is: a team, a house or a person, by name.</summary>
    public static (Holder Holder, Guid Id) Holder(string name) =>
        DemoWorld.IsTeam(name) ? (Access.Holder.Team, DemoWorld.Team(name))
        : DemoWorld.IsHouse(name) ? (Access.Holder.Organisation, DemoWorld.House(name))
        : (Access.Holder.Person, DemoWorld.Person(name));

    static IEnumerable<Relation> Relations(DemoFamily family, HouseClock clock)
    {
        foreach (var who in family.Team)
            yield return Relation(family, new(who, Basis.CareTeam, DataClasses.Whole, family.Since), clock);
        if (family.Small)
            yield return Relation(family, new(family.House, Basis.Enrolment, DataClasses.Group, family.Since), clock);
        foreach (var beside in family.Beside)
            yield return Relation(family, beside, clock);
    }

    static Relation Relation(DemoFamily family, DemoBeside beside, HouseClock clock)
    {
        var id = DemoIds.For($"relation {family.Word} {beside.Who} {beside.Basis}");
        var (holder, holderId) = Holder(beside.Who);
        return new()
        {
            FamilyId = family.Id,
            Id = id,
            MemberId = beside.Basis == Basis.CareTeam ? null : family.MemberId(0),
            Holder = holder,
            HolderId = holderId,
            Basis = beside.Basis,
            BasisId = id,
            Classes = beside.Classes,
            From = clock.Day(beside.Since),
        };
    }

    static IEnumerable<Consent> Consents(DemoFamily family, DemoYes yes, HouseClock clock)
    {
        foreach (var data in yes.Classes)
        {
            var consent = Consent(family, yes, data, null, clock);
            if (yes.Withdrawn is { } day)
                consent.Withdraw(family.MemberId(0), clock.Day(day));
            yield return consent;
        }
    }

    static IEnumerable<Consent> PartConsents(DemoFamily family, int place, DemoText told, HouseClock clock)
    {
        var part = DemoFamilyTexts.IdOf<StoryParagraph>(family, place);
        var (how, language) = (told.By is null ? Evidence.OnHerPhone : Evidence.Spoken, family.Members[0].Language);
        return told
            .For.Where(reader => reader != told.By)
            .Select(reader => Consent(family, new(reader, [], told.Day, how, language), DataClass.Care, part, clock));
    }

    static Consent Consent(DemoFamily family, DemoYes yes, DataClass data, Guid? part, HouseClock clock)
    {
        var (recipient, recipientId) = Holder(yes.To);
        var (mother, from) = (family.MemberId(0), clock.Day(yes.Day));
        return new Consent
        {
            FamilyId = family.Id,
            Id = DemoIds.For($"consent {family.Word} {yes.To} {yes.Purpose} {data} {part}"),
            MemberId = mother,
            GivenBy = mother,
            Purpose = yes.Purpose,
            Class = data,
            Recipient = recipient,
            RecipientId = recipientId,
            PartId = part,
            Evidence = yes.How,
            Language = yes.Language,
            TextVersion = ConsentTexts.Version(ConsentTexts.Of(yes.Purpose)),
            AskedBy = yes.How == Evidence.OnHerPhone ? mother : DemoWorld.Person(family.By),
            From = from,
        }.Lasting(from.AddYears(1));
    }

    static Exclusion Exclusion(DemoFamily family, string no, HouseClock clock) =>
        new()
        {
            FamilyId = family.Id,
            Id = DemoIds.For($"exclusion {family.Word} {no}"),
            MemberId = no.Contains(':', StringComparison.Ordinal) ? null : family.MemberId(0),
            AskedBy = family.MemberId(0),
            ExcludedId = no.Split(':') is [var word, var place]
                ? DemoFamily.IdOf(word, int.Parse(place, System.Globalization.CultureInfo.InvariantCulture))
                : DemoWorld.Person(no),
            From = clock.Day(family.Split?.Day ?? family.Since),
        };

    static IEnumerable<object> Limits(DemoFamily family, FamilySeal seal, HouseClock clock)
    {
        if (family.Protection is { } safe)
        {
            var id = DemoIds.For($"protection {family.Word}");
            yield return new Protection
            {
                FamilyId = family.Id,
                Id = id,
                MemberId = family.MemberId(safe.Of),
                PlacedBy = DemoWorld.Person(safe.By),
                From = clock.Day(safe.Day),
                Alias = seal.Seal(safe.Alias, "Protection.Alias", id),
                CodeWord = seal.Seal(safe.Word, "Protection.CodeWord", id),
            };
        }
        if (family.Restriction is { } put)
            yield return new Restriction
            {
                FamilyId = family.Id,
                Id = DemoIds.For($"restriction {family.Word}"),
                PlacedBy = DemoWorld.Person(put.By),
                From = clock.Day(put.Day),
            };
    }

    static IEnumerable<object> Happened(DemoFamily family, FamilySeal seal, HouseClock clock)
    {
        if (family.Quiet is { } told)
        {
            var quiet = new Quiet
            {
                FamilyId = family.Id,
                Id = DemoIds.For($"quiet {family.Word}"),
                MemberId = family.MemberId(told.About),
                Since = clock.Day(told.Day),
                By = DemoWorld.Person(told.By),
            };
            quiet.Say(told.Loss, told.Words, seal);
            yield return quiet;
        }
        if (family.Split is { } split)
            yield return new FamilyMove
            {
                FamilyId = family.Id,
                Id = DemoIds.For($"split {family.Word}"),
                OtherFamilyId = DemoFamily.IdOf(split.From),
                Kind = MoveKind.Split,
                At = clock.Day(split.Day),
                By = DemoWorld.Person(split.By),
                Agreed = Evidence.Spoken,
            };
    }
}
