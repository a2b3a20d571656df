using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Files;

/// <summary>What a page says of a file without opening it.</summary>
public sealed record FileFacts(Guid Id, string Name, string Type, int Length);

/// <summary>What to show of the files of a recipe, and where each is found.</summary>
public sealed record FilesShown(IReadOnlyList<Attachment> Attachments, Func<Guid, string> Link)
{
    /// <summary>Paper has nothing to press.</summary>
    public bool OnPaper { get; init; }
}

/// <summary>The way to files. A file is read by whoever may read a text it goes with.</summary>
public sealed class FileShelf(NestwerkDb db, BookScope books, Actor actor, HouseClock clock)
{
    /// <summary>How many files of a recipe are kept at most, whether a text shows them or not.</summary>
    const int MostKept = 3 * RecipeRules.MostAttachments;

    public async Task<IReadOnlyDictionary<Guid, FileFacts>> FactsAsync(IReadOnlyList<Attachment> attachments, CancellationToken cancel)
    {
        var ids = attachments.Select(attachment => attachment.File).ToList();
        return ids.Count == 0
            ? new Dictionary<Guid, FileFacts>()
            : await db.Set<AttachedFile>()
                .Where(file => ids.Contains(file.Id))
                .Select(file => new FileFacts(file.Id, file.Name, file.Type, file.Length))
                .ToDictionaryAsync(file => file.Id, cancel);
    }

    /// <returns>Null for a file she may not read as for one that never was.</returns>
    public async Task<AttachedFile?> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Set<AttachedFile>().AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, cancel) is not { } file)
            return null;
        var isRead =
            await books.Editable().AnyAsync(recipe => recipe.Id == file.RecipeId, cancel)
            || await ShowsAsync(Published(id), id, cancel)
            || await ShowsAsync(Drafted(id), id, cancel);
        return isRead ? file : null;
    }

    /// <summary>The published texts she may read in which this number stands, be it as a word.</summary>
    IQueryable<RecipeContent> Published(Guid id)
    {
        var mention = $"%{id}%";
        return db.Set<RecipeVersion>()
            .FromSql($"SELECT * FROM \"RecipeVersions\" WHERE \"Content\" LIKE {mention}")
            .Where(version => books.Readable().Any(recipe => recipe.Id == version.RecipeId))
            .Select(version => version.Content);
    }

    /// <summary>The same of the drafts that are hers to write.</summary>
    IQueryable<RecipeContent> Drafted(Guid id)
    {
        var mention = $"%{id}%";
        return db.Set<Recipe>()
            .FromSql($"SELECT * FROM \"Recipes\" WHERE \"Draft\" LIKE {mention}")
            .Where(recipe => books.EditableBooks().Any(book => book.Id == recipe.BookId))
            .Select(recipe => recipe.Draft);
    }

    /// <summary>A number that stands in a sentence shows nothing: only what goes with the text counts.</summary>
    static async Task<bool> ShowsAsync(IQueryable<RecipeContent> contents, Guid id, CancellationToken cancel)
    {
        await foreach (var content in contents.AsAsyncEnumerable().WithCancellation(cancel))
            if (content.Attachments.Any(attachment => attachment.File == id))
                return true;
        return false;
    }

    /// <summary>A file of what is published last of a session of an open book.</summary>
    public async Task<AttachedFile?> FindPublicAsync(Guid book, Guid recipe, Guid id, CancellationToken cancel)
    {
        if (!await db.Set<Book>().AnyAsync(each => each.Id == book && each.OpenedAt != null, cancel))
            return null;
        var version = await books.InUse(book).AsNoTracking().SingleOrDefaultAsync(each => each.RecipeId == recipe, cancel);
        return version?.Content.Attachments.Any(attachment => attachment.File == id) == true
            ? await db.Set<AttachedFile>().AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, cancel)
            : null;
    }

    /// <summary>Whether so many files lie with a recipe, those that were taken away included, that there is no room for another.</summary>
    public async Task<bool> IsCrowdedAsync(Guid recipe, CancellationToken cancel) =>
        await db.Set<AttachedFile>().CountAsync(file => file.RecipeId == recipe, cancel) >= MostKept;

    /// <summary>Lays down a file that was cleaned; the draft must still be told of it.</summary>
    public AttachedFile Add(Guid recipe, string? name, Cleaned clean)
    {
        var file = AttachedFile.Of(Ids.New(), recipe, FileKinds.SafeName(name, clean.Type), clean, actor.PersonId, clock.Utc);
        db.Add(file);
        return file;
    }
}
