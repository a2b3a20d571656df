using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.World;

/// <summary>Somebody of the test world. Each has an account; what she may do is in her posts.</summary>
public sealed record Inhabitant(string Name, params Duty[] Duties)
{
    public Guid Id { get; } = Place.IdOf("person", Name);
    public Guid AccountId { get; } = Place.IdOf("account", Name);
    public string Email { get; } = $"{Name.Split(' ')[0].ToLowerInvariant()}@nestwerk.example";

    /// <summary>She as a request of hers would find her, with a second factor.</summary>
    public async Task<Actor> ActorAsync(NestwerkApp app)
    {
        using var scope = app.Services.CreateScope();
        var loader = scope.ServiceProvider.GetRequiredService<ActorLoader>();
        Claim[] claims =
        [
            new(ClaimTypes.NameIdentifier, $"{AccountId}"),
            new(SessionClaims.Stamp, $"{Place.IdOf("stamp", Name):N}"),
            new(SessionClaims.Method, SessionClaims.SecondFactor),
        ];
        return (await loader.LoadAsync(new(new ClaimsIdentity(claims, NarrowPassHandler.Name)), CancellationToken.None))!;
    }

    public IEnumerable<object> Rows()
    {
        yield return new IdentityUser<Guid>
        {
            Id = AccountId,
            UserName = Email,
            NormalizedUserName = Email.ToUpperInvariant(),
            Email = Email,
            NormalizedEmail = Email.ToUpperInvariant(),
            EmailConfirmed = true,
            PasswordHash = Everybody.PasswordHash,
            SecurityStamp = $"{Place.IdOf("stamp", Name):N}",
            ConcurrencyStamp = $"{Place.IdOf("concurrency", Name):N}",
            LockoutEnabled = true,
        };
        yield return new Person
        {
            Id = Id,
            Name = Name,
            AccountId = AccountId,
        };
        foreach (var (duty, number) in Duties.Select((duty, number) => (duty, number)))
        {
            var post = new Appointment
            {
                Id = Place.IdOf($"post {number}", Name),
                PersonId = Id,
                OrganisationId = duty.At.Id,
                Role = duty.Role,
                From = new(2024, 9, 1),
            };
            if (duty.Until is { } until)
                post.EndOn(until);
            yield return post;
        }
    }
}

/// <summary>A role at a place, perhaps until a day.</summary>
public sealed record Duty(Role Role, Place At, DateOnly? Until = null);
