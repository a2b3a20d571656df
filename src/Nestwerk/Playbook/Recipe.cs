using Nestwerk.Shared;

namespace Nestwerk.Playbook;

/// <summary>
/// A worked-out session of the book (on screen: <i>sessie</i>). The draft is what editors write;
/// a version is what meetings use, and never changes.
/// </summary>
public sealed class Recipe : IOnPublicPages
{
    public required Guid Id { get; init; }
    public required Guid BookId { get; init; }

    /// <summary>The recipe it was adapted from, if any, and the version of that recipe it follows.</summary>
    public Guid? OriginId { get; init; }
    public int? OriginNumber { get; set; }
    public RecipeContent Draft { get; private set; } = new();
    public Guid DraftedBy { get; private set; }
    public DateTime DraftedAt { get; private set; }

    /// <summary>Counts the changes of the draft; a form that carries an older number is stale.</summary>
    public long Revision { get; private set; }

    /// <summary>The number of the newest version; 0 while nothing was published.</summary>
    public int Published { get; private set; }
    public DateTime? ArchivedAt { get; private set; }
    public DateTime? DeletedAt { get; private set; }
    public List<RecipeVersion> Versions { get; } = [];

    public bool HasUnpublishedChanges(RecipeContent? newest) => newest is null || !ContentJson.Same(Draft, newest);

    /// <returns>Whether anything changed.</returns>
    public bool Rewrite(RecipeContent draft, Guid by, DateTime now)
    {
        if (Revision > 0 && ContentJson.Same(Draft, draft))
            return false;
        (Draft, DraftedBy, DraftedAt) = (draft, by, now);
        Revision++;
        return true;
    }

    /// <summary>Makes the draft the newest version. The problems must have been asked first: <see cref="RecipeRules.Publish"/>.</summary>
    public RecipeVersion Publish(string changeNote, Guid by, DateTime now)
    {
        foreach (var older in Versions)
            older.IsNewest = false;
        var version = new RecipeVersion(Id, ++Published, Draft)
        {
            ChangeNote = changeNote,
            PublishedBy = by,
            PublishedAt = now,
            IsNewest = true,
        };
        Versions.Add(version);
        Revision++;
        return version;
    }

    /// <summary>Adds a version that was published elsewhere. A draft that says something else stays as it is.</summary>
    public RecipeVersion BringIn(RecipeContent content, string changeNote, DateTime publishedAt, Guid by, DateTime now)
    {
        var newest = Versions.Find(version => version.IsNewest);
        if (Revision == 0 || !HasUnpublishedChanges(newest?.Content))
            (Draft, DraftedBy, DraftedAt) = (content, by, now);
        foreach (var older in Versions)
            older.IsNewest = false;
        var version = new RecipeVersion(Id, ++Published, content)
        {
            ChangeNote = changeNote,
            PublishedBy = by,
            PublishedAt = publishedAt,
            IsNewest = true,
        };
        Versions.Add(version);
        Revision++;
        return version;
    }

    public void Archive(DateTime now) => (ArchivedAt, Revision) = (ArchivedAt ?? now, Revision + 1);

    public void Unarchive() => (ArchivedAt, Revision) = (null, Revision + 1);

    public void Delete(DateTime now) => (DeletedAt, Revision) = (DeletedAt ?? now, Revision + 1);

    public void Restore() => (DeletedAt, Revision) = (null, Revision + 1);
}
