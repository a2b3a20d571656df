using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Access.Team;
using Nestwerk.Data;
using Nestwerk.Shared;
using Nestwerk.Shared.Settings;

namespace Nestwerk.Cli;

/// <summary>For the last admin who is locked out: whoever can read the data folder can make a code, and nobody else.</summary>
static class AdminCommand
{
    public static async Task<int> InviteAsync(string[] settings, string address, CancellationToken cancel)
    {
        await using var app = Program.Build(settings);
        ServeCommand.RefuseDemo(app.Services.GetRequiredService<NestwerkOptions>());
        await app.Services.GetRequiredService<SettingsStore>().ApplyAsync(cancel);
        var (name, code) = await MakeAsync(app.Services, address, cancel);
        var where = new Uri(app.Services.GetRequiredService<NestwerkOptions>().PublicUrl, "/invitation");
        Console.WriteLine($"{name} can open {where} and type {code} there, once, within three days.");
        return 0;
    }

    /// <returns>Whom the code is for, and the code.</returns>
    /// <exception cref="RefusedException">The address is none, or the instance has no organisation yet.</exception>
    public static async Task<(string Name, string Code)> MakeAsync(IServiceProvider services, string address, CancellationToken cancel)
    {
        if (!InviteInput.IsAddress(address))
            throw new RefusedException($"{address} is not an e-mail address.");
        using var scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        var known = address.ToUpperInvariant();
        var house = await FirstHouseAsync(db, known, cancel);
        var person = await (
            from each in db.Set<Person>()
            join account in db.Users on each.AccountId equals account.Id
            where account.NormalizedEmail == known
            select each
        ).SingleOrDefaultAsync(cancel);
        var invitations = scope.ServiceProvider.GetRequiredService<Invitations>();
        var (invitation, code) = person is null
            ? await invitations.InviteAsync(house, new() { Name = address, Address = address }, [Role.OrganisationAdmin], cancel)
            : await invitations.RestoreAsync(house, person, address, cancel);
        using var turn = await scope.ServiceProvider.GetRequiredService<WriteGate>().EnterAsync(cancel);
        await db.SaveChangesAsync(cancel);
        return (invitation.Name, code);
    }

    /// <summary>Where she is or was admin; for somebody new, the organisation that was first here.</summary>
    static async Task<Guid> FirstHouseAsync(NestwerkDb db, string known, CancellationToken cancel)
    {
        var hers =
            from post in db.Set<Appointment>()
            join person in db.Set<Person>() on post.PersonId equals person.Id
            join account in db.Users on person.AccountId equals account.Id
            where account.NormalizedEmail == known && post.Role == Role.OrganisationAdmin
            select (Guid?)post.OrganisationId;
        return await hers.FirstOrDefaultAsync(cancel)
            ?? await db.Set<Organisation>().OrderBy(house => house.Id).Select(house => (Guid?)house.Id).FirstOrDefaultAsync(cancel)
            ?? throw new RefusedException("This instance is still empty: start it with serve and open the page it names.");
    }
}
