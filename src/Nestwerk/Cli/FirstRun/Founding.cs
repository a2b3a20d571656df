using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Playbook;
using Nestwerk.Shared;
using Nestwerk.Shared.Settings;

namespace Nestwerk.Cli.FirstRun;

/// <summary>Puts down the first things of an instance: the House, its network, its first person with every role there is, and perhaps a book.</summary>
public sealed class Founding(NestwerkDb db, UserManager<IdentityUser<Guid>> users, AuditTrail audit, HouseClock clock)
{
    /// <returns>The account of the first person.</returns>
    /// <exception cref="InvalidOperationException">Somebody else was first.</exception>
    public async Task<IdentityUser<Guid>> LayAsync(FirstRunInput input, IReadOnlyList<HousePicture> pictures, CancellationToken cancel)
    {
        if (await db.Set<Organisation>().AnyAsync(cancel))
            throw new InvalidOperationException("This instance has its first person already.");
        var house = new Organisation { Id = Ids.New(), Name = input.House!.Trim() };
        var network = new Network { Id = Ids.New(), Name = string.IsNullOrWhiteSpace(input.Network) ? house.Name : input.Network.Trim() };
        network.Organisations.Add(house);
        var account = new IdentityUser<Guid>(input.Address!.Trim()) { Id = Ids.New(), Email = input.Address.Trim() };
        if (!(await users.CreateAsync(account, input.Password!)).Succeeded)
            throw new InvalidOperationException("The first account could not be made.");
        var person = new Person
        {
            Id = Ids.New(),
            Name = input.Name!.Trim(),
            Profession = input.Profession?.Trim() ?? "",
            Language = Languages.Known(input.Language),
            AccountId = account.Id,
        };
        db.AddRange(network, person, Choices(input));
        db.AddRange(pictures);
        db.AddRange(Enum.GetValues<Role>().Select(role => Appointment.Beginning(person.Id, house.Id, role, clock.Today)));
        if (input.TakeBook)
            db.AddRange(SampleBook.Make(Ids.New(), [house.Id], house.Name, person.Id, clock.Utc, _ => Ids.New()));
        audit.Wrote("house.founded", house.Id, person.Id);
        await db.SaveChangesAsync(cancel);
        return account;
    }

    static HouseSettings Choices(FirstRunInput input) =>
        new()
        {
            Choices = new()
            {
                Name = input.House!.Trim(),
                Language = Languages.Known(input.Language),
                TimeZone = input.TimeZone,
            },
        };
}
