using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Playbook.Exchange;

namespace Nestwerk.Playbook.Files;

/// <summary>Removes what no text shows any more: files of the day before, and files of books that nobody brought in.</summary>
static class FilesPurge
{
    /// <summary>A draft from which a file was just taken may still be undone, or stand in somebody's other window.</summary>
    static readonly TimeSpan Rest = TimeSpan.FromDays(30);

    public static async Task RunAsync(NestwerkDb db, AuditTrail audit, DateTime now, CancellationToken cancel)
    {
        var stale = now - ImportDraft.Keeps;
        await db.Set<ImportDraft>().Where(draft => draft.BroughtAt < stale).ExecuteDeleteAsync(cancel);
        var before = now - Rest;
        foreach (var id in await db.Set<AttachedFile>().Where(file => file.AddedAt < before).Select(file => file.Id).ToListAsync(cancel))
        {
            if (await IsShownAsync(db, id, cancel))
                continue;
            await db.Set<AttachedFile>().Where(file => file.Id == id).ExecuteDeleteAsync(cancel);
            audit.Wrote("file.purged", id);
        }
    }

    /// <summary>Before a recipe goes for good: a file of it that another text shows stays, and with it the recipe.</summary>
    public static async Task<bool> IsShownElsewhereAsync(NestwerkDb db, Guid recipe, CancellationToken cancel)
    {
        foreach (var id in await db.Set<AttachedFile>().Where(file => file.RecipeId == recipe).Select(file => file.Id).ToListAsync(cancel))
            if (await IsShownAsync(db, id, cancel, recipe))
                return true;
        return false;
    }

    static async Task<bool> IsShownAsync(NestwerkDb db, Guid file, CancellationToken cancel, Guid except = default)
    {
        var mention = $"%{file}%";
        var uses = await db
            .Database.SqlQuery<int>(
                $"""
                SELECT (SELECT COUNT(*) FROM "Recipes" WHERE "Id" <> {except} AND "Draft" LIKE {mention})
                     + (SELECT COUNT(*) FROM "RecipeVersions" WHERE "RecipeId" <> {except} AND "Content" LIKE {mention})
                     + (SELECT COUNT(*) FROM "ReviewRequests" WHERE "RecipeId" <> {except} AND "Content" LIKE {mention}) AS "Value"
                """
            )
            .SingleAsync(cancel);
        return uses > 0;
    }
}
