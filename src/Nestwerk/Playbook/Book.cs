using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook;

/// <summary>A recipe book of one or more organisations. Its editors are the library editors appointed at an owner.</summary>
public sealed class Book : IOnPublicPages
{
    public required Guid Id { get; init; }
    public required Words Title { get; set; }

    /// <summary>The person who answers questions about it.</summary>
    public Guid? ContactId { get; set; }

    /// <summary>Since when anybody may read it; null while it is for staff only.</summary>
    public DateTime? OpenedAt { get; set; }

    /// <summary>Since when a draft of this book is read by a second editor before it is published; null while everybody publishes alone.</summary>
    public DateTime? ReviewedSince { get; set; }
    public List<BookOwner> Owners { get; init; } = [];

    public Held Held => new(DataClass.Public, [.. Owners.Select(owner => owner.OrganisationId)], []);
}

public sealed class BookOwner
{
    public Guid BookId { get; init; }
    public required Guid OrganisationId { get; init; }
}

/// <summary>An entry of a list that editors can change: themes, goals, settings. Renaming it renames it everywhere.</summary>
public abstract class ListEntry : IOnPublicPages
{
    /// <summary>A short word that never changes, such as <c>our-developing-baby</c>.</summary>
    public required string Id { get; init; }
    public required Words Name { get; set; }
    public required int Position { get; set; }

    /// <summary>Hidden from new choices; what already uses it keeps it.</summary>
    public bool Retired { get; set; }
}

/// <summary>A theme of Preparation for Birth and Beyond.</summary>
public sealed class Theme : ListEntry;

/// <summary>One of the goals of the perinatal group offer.</summary>
public sealed class Goal : ListEntry;

/// <summary>Something a recipe needs of the place: a closed room, space on the floor, a projector, outdoors.</summary>
public sealed class Setting : ListEntry;
