using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Families;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.World;

/// <summary>Makes families of Ninove, with one mother, unless a test says otherwise.</summary>
public sealed class AFamily
{
    AFamily(FamilyMember mother, FamilySeal seal, Place at) => (Mother, Seal, At) = (mother, seal, at);

    public Guid Id => Mother.FamilyId;
    public FamilyMember Mother { get; }
    public FamilySeal Seal { get; }
    public Place At { get; }

    public static async Task<AFamily> LivingAsync(NestwerkApp app, string mother = "Mara", Place? at = null)
    {
        using var scope = app.Services.CreateScope();
        var home = at ?? Place.Ninove;
        var (person, seal) = scope.ServiceProvider.GetRequiredService<FamilyDesk>().Begin(home.Id, Kin.Mother, mother, null);
        await scope.ServiceProvider.GetRequiredService<NestwerkDb>().SaveChangesAsync();
        return new(person, seal, home);
    }

    /// <summary>Somebody stands beside the whole family, or beside one of it.</summary>
    public Relation Beside(Inhabitant who, Basis basis, DataClasses classes = DataClasses.Whole, FamilyMember? only = null) =>
        Beside(Holder.Person, who.Id, basis, classes, only);

    public Relation Beside(Holder holder, Guid id, Basis basis, DataClasses classes = DataClasses.Whole, FamilyMember? only = null)
    {
        var own = Ids.New();
        return new()
        {
            FamilyId = Id,
            Id = own,
            MemberId = only?.Id,
            Holder = holder,
            HolderId = id,
            Basis = basis,
            BasisId = own,
            Classes = classes,
            From = ManualTime.Start.UtcDateTime.AddDays(-1),
        };
    }

    /// <summary>The mother says yes.</summary>
    public Consent Yes(Inhabitant to, DataClass data, Purpose purpose = Purpose.CoordinateTrajectory, Guid? part = null) =>
        new()
        {
            FamilyId = Id,
            Id = Ids.New(),
            MemberId = Mother.Id,
            GivenBy = Mother.Id,
            Purpose = purpose,
            Class = data,
            Recipient = Holder.Person,
            RecipientId = to.Id,
            PartId = part,
            Evidence = Evidence.Spoken,
            Language = "nl",
            TextVersion = "1",
            AskedBy = to.Id,
            From = ManualTime.Start.UtcDateTime.AddDays(-1),
        };

    public Exclusion No(Guid to) =>
        new()
        {
            FamilyId = Id,
            Id = Ids.New(),
            MemberId = Mother.Id,
            AskedBy = Mother.Id,
            ExcludedId = to,
            From = ManualTime.Start.UtcDateTime.AddDays(-1),
        };

    public CareNote Note(string text, Inhabitant by)
    {
        var note = new CareNote
        {
            FamilyId = Id,
            Id = Ids.New(),
            SubjectId = Mother.Id,
            ToldBy = Mother.Id,
            WrittenBy = by.Id,
            At = ManualTime.Start.UtcDateTime,
        };
        note.Say(text, Seal);
        return note;
    }

    /// <summary>The mother is kept safe, under another name and with a word of her own.</summary>
    public Protection Protected(string alias, string word)
    {
        var id = Ids.New();
        return new()
        {
            FamilyId = Id,
            Id = id,
            MemberId = Mother.Id,
            PlacedBy = Everybody.Midwife.Id,
            From = ManualTime.Start.UtcDateTime.AddDays(-1),
            Alias = Seal.Seal(alias, "Protection.Alias", id),
            CodeWord = Seal.Seal(word, "Protection.CodeWord", id),
        };
    }

    /// <summary>It is quiet around the family since a pregnancy ended.</summary>
    public Quiet Loss(FamilyMember of)
    {
        var quiet = new Quiet
        {
            FamilyId = Id,
            Id = Ids.New(),
            MemberId = of.Id,
            Since = ManualTime.Start.UtcDateTime,
            By = Everybody.Midwife.Id,
        };
        quiet.Say(Nestwerk.Families.Loss.PregnancyEnded, null, Seal);
        return quiet;
    }
}
