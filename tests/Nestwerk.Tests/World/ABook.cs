using Nestwerk.Playbook;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.World;

/// <summary>Makes books of Ninove beside the one it has.</summary>
public static class ABook
{
    /// <summary>A book that anybody may read.</summary>
    public static Book Open(Inhabitant? contact = null, string title = "Open boek")
    {
        var book = Closed(contact, title);
        book.OpenedAt = ManualTime.Start.UtcDateTime;
        return book;
    }

    public static Book Closed(Inhabitant? contact = null, string title = "Dicht boek") =>
        new()
        {
            Id = Ids.New(),
            Title = new(title, title + " (fr)", title + " (en)"),
            ContactId = contact?.Id,
            Owners = { new BookOwner { OrganisationId = Place.Ninove.Id } },
        };
}
