using System.Security.Cryptography;
using System.Text;
using Nestwerk.Access;
using Nestwerk.Playbook;

namespace Nestwerk.Tests.World;

/// <summary>An organisation of the test world, with a recipe book of its own.</summary>
public sealed record Place(string Name)
{
    /// <summary>A House of the Child.</summary>
    public static readonly Place Ninove = new("Huis van het Kind Ninove");

    /// <summary>Another, in the same network.</summary>
    public static readonly Place Lede = new("Huis van het Kind Lede");

    /// <summary>An organisation in another network.</summary>
    public static readonly Place Liege = new("Maison des parents Liège");

    public Guid Id { get; } = IdOf("organisation", Name);
    public Guid BookId { get; } = IdOf("book", Name);

    public Organisation Organisation() => new() { Id = Id, Name = Name };

    public Book Book() =>
        new()
        {
            Id = BookId,
            Title = new(Name, Name, Name),
            Owners = { new BookOwner { OrganisationId = Id } },
        };

    /// <summary>The same identifier in every run for the same thing.</summary>
    public static Guid IdOf(string kind, string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}: {name}")).AsSpan(0, 16));
}
