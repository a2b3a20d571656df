using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Access.SignIn;
using Nestwerk.Cli.Demo;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.BrowserTests.Host;

/// <summary>Somebody with a password of her own, a facilitator in Ninove; the people of the demo have none.</summary>
sealed record Accounts(IServiceProvider Services, Guid Id, string Address)
{
    public const string Password = "zeven koppen thee op tafel";

    public static async Task<Accounts> NewAsync(IServiceProvider services, string name)
    {
        var id = Ids.New();
        var address = $"{id:N}@nestwerk.example";
        await ChangeAsync(
            services,
            async scope =>
            {
                var made = await scope
                    .GetRequiredService<UserManager<IdentityUser<Guid>>>()
                    .CreateAsync(new(address) { Id = id, Email = address }, Password);
                Assert.True(made.Succeeded, string.Join(", ", made.Errors.Select(error => error.Description)));
                var db = scope.GetRequiredService<NestwerkDb>();
                db.AddRange(
                    new Person
                    {
                        Id = id,
                        Name = name,
                        AccountId = id,
                    },
                    new Appointment
                    {
                        Id = Ids.New(),
                        PersonId = id,
                        OrganisationId = DemoWorld.House(DemoWorld.Ninove),
                        Role = Role.Facilitator,
                        From = scope.GetRequiredService<HouseClock>().Today,
                    }
                );
                await db.SaveChangesAsync();
            }
        );
        return new(services, id, address);
    }

    /// <summary>As when her account was given another secret elsewhere: the session she has no longer counts.</summary>
    public Task EndSessionsAsync() =>
        ChangeAsync(
            Services,
            async scope =>
            {
                var users = scope.GetRequiredService<UserManager<IdentityUser<Guid>>>();
                await users.UpdateSecurityStampAsync((await users.FindByIdAsync(Id.ToString()))!);
            }
        );

    /// <summary>What the app on her phone shows.</summary>
    /// <param name="key">As the page shows it, in fours.</param>
    /// <param name="later">How many times thirty seconds later; a code is taken once.</param>
    public string CodeOf(string key, int later = 0) =>
        Totp.CodeAt(key.Replace(" ", "", StringComparison.Ordinal), Services.GetRequiredService<HouseClock>().Utc.AddSeconds(30 * later));

    static async Task ChangeAsync(IServiceProvider services, Func<IServiceProvider, Task> change)
    {
        using var scope = services.CreateScope();
        using var turn = await services.GetRequiredService<WriteGate>().EnterAsync(CancellationToken.None);
        await change(scope.ServiceProvider);
    }
}
