using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;

namespace Nestwerk.Cli.Demo;

/// <summary>An invented person whom a visitor of the demo may be.</summary>
public sealed record DemoPerson(Guid Id, string Name, string Profession, string Organisation, IReadOnlyList<Role> Roles);

static class DemoPeople
{
    public static async Task<IReadOnlyList<DemoPerson>> ListAsync(NestwerkDb db, CancellationToken cancel)
    {
        var rows = await (
            from person in db.Set<Person>()
            join appointment in db.Set<Appointment>() on person.Id equals appointment.PersonId
            join organisation in db.Set<Organisation>() on appointment.OrganisationId equals organisation.Id
            where person.AccountId != null && appointment.Until == null
            orderby organisation.Name, person.Name
            select new DemoPerson(person.Id, person.Name, person.Profession, organisation.Name, new[] { appointment.Role })
        ).ToListAsync(cancel);
        return
        [
            .. rows.GroupBy(row => row.Id)
                .Select(group => new DemoPerson(
                    group.Key,
                    group.First().Name,
                    group.First().Profession,
                    string.Join(", ", group.Select(row => row.Organisation).Distinct()),
                    [.. group.SelectMany(row => row.Roles).Distinct().Order()]
                )),
        ];
    }
}
