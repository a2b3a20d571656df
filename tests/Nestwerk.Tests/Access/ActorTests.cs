using Nestwerk.Access;

namespace Nestwerk.Tests.Access;

public sealed class ActorTests
{
    static readonly Guid Ninove = Guid.Parse("00000000-0000-0000-0000-00000000000a");
    static readonly Guid Lede = Guid.Parse("00000000-0000-0000-0000-00000000000b");

    [Theory]
    [InlineData("An", "A")]
    [InlineData("An De Smet", "AD")]
    [InlineData("  Élise   van der Linden ", "Év")]
    [InlineData("", "")]
    public void Initials_are_the_first_two(string name, string initials) => Assert.Equal(initials, Actor.InitialsOf(name));

    [Fact]
    public void Nobody_is_not_signed_in_and_has_no_role()
    {
        Assert.False(Actor.Nobody.IsSignedIn);
        Assert.All(Enum.GetValues<Role>(), role => Assert.False(Actor.Nobody.Is(role)));
    }

    [Fact]
    public void An_organisation_stands_once_among_hers_however_many_roles_she_has_there()
    {
        var actor = new Actor(
            Ninove,
            "An",
            true,
            [
                new(Lede, "Lede", Role.Facilitator, []),
                new(Ninove, "Ninove", Role.Facilitator, []),
                new(Lede, "Lede", Role.OrganisationAdmin, []),
            ]
        );

        Assert.Equal([(Lede, "Lede"), (Ninove, "Ninove")], actor.Organisations);
        Assert.True(actor.Is(Role.OrganisationAdmin));
        Assert.False(actor.Is(Role.LibraryEditor));
    }
}
