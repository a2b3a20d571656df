using Microsoft.AspNetCore.Identity;
using Nestwerk.Access;

namespace Nestwerk.Tests.World;

/// <summary>Somebody of the test world. Each has an account; what she may do is in her posts.</summary>
public sealed record Inhabitant(string Name, params Duty[] Duties)
{
    public Guid Id { get; } = Place.IdOf("person", Name);
    public Guid AccountId { get; } = Place.IdOf("account", Name);
    public string Email { get; } = $"{Name.Split(' ')[0].ToLowerInvariant()}@nestwerk.example";

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
