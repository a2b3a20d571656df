using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Playbook.Exchange;
using Nestwerk.Playbook.Together;

namespace Nestwerk.Playbook.Files;

/// <summary>Removes what no text shows any more: files of the day before, and files of books that nobody brought in.</summary>
static class FilesPurge
{
    /// <summary>A draft from which a file was just taken may still be undone, or stand in somebody's other window.</summary>
    static readonly TimeSpan Rest = TimeSpan.FromDays(30);

    /// <summary>How a text begins its first file. In a sentence it cannot stand: quotes are escaped there.</summary>
    const string WithFiles = "%\"file\":\"%";

    public static async Task RunAsync(NestwerkDb db, AuditTrail audit, DateTime now, CancellationToken cancel)
    {
        var stale = now - ImportDraft.Keeps;
        await db.Set<ImportDraft>().Where(draft => draft.BroughtAt < stale).ExecuteDeleteAsync(cancel);
        var before = now - Rest;
        var old = await db.Set<AttachedFile>().Where(file => file.AddedAt < before).Select(file => file.Id).ToListAsync(cancel);
        if (old.Count == 0)
            return;
        var shown = await ShownAsync(db, Guid.Empty, cancel);
        foreach (var id in old.Where(id => !shown.Contains(id)))
        {
            await db.Set<AttachedFile>().Where(file => file.Id == id).ExecuteDeleteAsync(cancel);
            audit.Wrote("file.purged", id);
        }
    }

    /// <summary>Before a recipe goes for good: a file of it that another text shows stays, and with it the recipe.</summary>
    public static async Task<bool> IsShownElsewhereAsync(NestwerkDb db, Guid recipe, CancellationToken cancel)
    {
        var files = await db.Set<AttachedFile>().Where(file => file.RecipeId == recipe).Select(file => file.Id).ToListAsync(cancel);
        return files.Count > 0 && (await ShownAsync(db, recipe, cancel)).Overlaps(files);
    }

    /// <summary>Every file that a draft, a version or a proposal shows. Texts without files are not opened.</summary>
    static async Task<HashSet<Guid>> ShownAsync(NestwerkDb db, Guid except, CancellationToken cancel)
    {
        IQueryable<RecipeContent>[] texts =
        [
            db.Set<Recipe>()
                .FromSql($"SELECT * FROM \"Recipes\" WHERE \"Draft\" LIKE {WithFiles}")
                .Where(recipe => recipe.Id != except)
                .Select(recipe => recipe.Draft),
            db.Set<RecipeVersion>()
                .FromSql($"SELECT * FROM \"RecipeVersions\" WHERE \"Content\" LIKE {WithFiles}")
                .Where(version => version.RecipeId != except)
                .Select(version => version.Content),
            db.Set<ReviewRequest>()
                .FromSql($"SELECT * FROM \"ReviewRequests\" WHERE \"Content\" LIKE {WithFiles}")
                .Where(request => request.RecipeId != except)
                .Select(request => request.Content),
        ];
        var shown = new HashSet<Guid>();
        foreach (var contents in texts)
        await foreach (var content in contents.AsAsyncEnumerable().WithCancellation(cancel))
            shown.UnionWith(content.Attachments.Select(attachment => attachment.File));
        return shown;
    }
}
