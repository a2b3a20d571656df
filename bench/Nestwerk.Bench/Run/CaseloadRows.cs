using Microsoft.AspNetCore.Identity;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Shared;

namespace Nestwerk.Bench.Run;

/// <summary>Who works here, and who stands beside whom.</summary>
static class CaseloadRows
{
    public static (Guid PersonId, IReadOnlyList<object> Rows) Worker(string name, Guid house)
    {
        var (id, mail) = (Ids.New(), $"{name}@bench.example");
        return (
            id,
            [
                new IdentityUser<Guid>(mail)
                {
                    Id = id,
                    NormalizedUserName = mail.ToUpperInvariant(),
                    Email = mail,
                    NormalizedEmail = mail.ToUpperInvariant(),
                    SecurityStamp = $"{id:N}",
                },
                new Person
                {
                    Id = id,
                    Name = name,
                    Profession = "vroedvrouw",
                    Language = "nl",
                    AccountId = id,
                },
                new Appointment
                {
                    Id = Ids.New(),
                    PersonId = id,
                    OrganisationId = house,
                    Role = Role.CareWorker,
                    From = new(2026, 1, 1),
                },
            ]
        );
    }

    /// <param name="length">Of the name.</param>
    public static FamilyMember Beside(FamilyMember mother, Kin kin, FamilySeal seal, int length) =>
        FamilyMember.New(
            mother.FamilyId,
            kin,
            (kin == Kin.Child ? "Noor" : "Bilal").PadRight(length, 'o'),
            seal,
            mother.Id,
            mother.WrittenBy,
            mother.MadeAt
        );

    public static Relation Relation(Guid family, Guid worker)
    {
        var id = Ids.New();
        return new()
        {
            FamilyId = family,
            Id = id,
            Holder = Holder.Person,
            HolderId = worker,
            Basis = Basis.CareTeam,
            BasisId = id,
            Classes = DataClasses.Whole,
            From = DateTime.UnixEpoch,
        };
    }
}
