using System.Buffers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Playbook.Files;

namespace Nestwerk.Playbook.Exchange;

/// <summary>Writes a book as one file, recipe by recipe, so that a large book needs no more memory than a small one.</summary>
public sealed class BookWriter(NestwerkDb db)
{
    static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = BookFile.Json.Encoder,
    };

    /// <summary>One writing: where to, what waits to leave, and what was used on the way.</summary>
    sealed class Used
    {
        public required Stream To { get; init; }
        public ArrayBufferWriter<byte> Waiting { get; } = new();
        public HashSet<string> Themes { get; } = new(StringComparer.Ordinal);
        public HashSet<string> Goals { get; } = new(StringComparer.Ordinal);
        public HashSet<string> Settings { get; } = new(StringComparer.Ordinal);

        /// <summary>Each file with the first recipe that shows it.</summary>
        public SortedDictionary<string, Guid> Files { get; } = new(StringComparer.Ordinal);
    }

    public async Task WriteAsync(Book book, Stream to, CancellationToken cancel)
    {
        var used = new Used { To = to };
        await using var writer = new Utf8JsonWriter(used.Waiting, Layout);
        writer.WriteStartObject();
        writer.WriteString("format", BookFile.Name);
        writer.WriteNumber("version", BookFile.Newest);
        writer.WritePropertyName("book");
        Write(writer, new BookHead(book.Id, book.Title));
        var recipes = await RecipesAsync(book, writer, used, cancel);
        await ListAsync<Theme>("themes", used.Themes, writer, cancel);
        await ListAsync<Goal>("goals", used.Goals, writer, cancel);
        await ListAsync<Setting>("settings", used.Settings, writer, cancel);
        await FilesAsync(recipes, writer, used, cancel);
        writer.WriteEndObject();
        await SendAsync(writer, used, cancel);
        await to.WriteAsync("\n"u8.ToArray(), cancel);
    }

    async Task<HashSet<Guid>> RecipesAsync(Book book, Utf8JsonWriter writer, Used used, CancellationToken cancel)
    {
        var recipes = await db.Set<Recipe>()
            .AsNoTracking()
            .Where(recipe => recipe.BookId == book.Id && recipe.DeletedAt == null && recipe.Published > 0)
            .Select(recipe => new
            {
                recipe.Id,
                recipe.OriginId,
                recipe.OriginNumber,
                recipe.ArchivedAt,
            })
            .ToListAsync(cancel);
        writer.WriteStartArray("recipes");
        foreach (var recipe in recipes.OrderBy(recipe => recipe.Id.ToString(), StringComparer.Ordinal))
        {
            var origin = recipe is { OriginId: { } from, OriginNumber: { } number } ? new OriginEntry(from, number) : null;
            var versions = await VersionsAsync(recipe.Id, used, cancel);
            Write(writer, new RecipeEntry(recipe.Id, versions, origin, recipe.ArchivedAt is { } at ? Second(at) : null));
            await SendAsync(writer, used, cancel);
        }
        writer.WriteEndArray();
        return [.. recipes.Select(recipe => recipe.Id)];
    }

    async Task<IReadOnlyList<VersionEntry>> VersionsAsync(Guid recipe, Used used, CancellationToken cancel)
    {
        var versions = await db.Set<RecipeVersion>()
            .AsNoTracking()
            .Include(version => version.ReadThroughs)
            .Where(version => version.RecipeId == recipe)
            .OrderBy(version => version.Number)
            .ToListAsync(cancel);
        foreach (var content in versions.Select(version => version.Content))
        {
            used.Themes.UnionWith(content.Themes);
            used.Goals.UnionWith(content.Goals);
            used.Settings.UnionWith(content.Settings);
            foreach (var attachment in content.Attachments)
                used.Files.TryAdd(attachment.File.ToString(), recipe);
        }
        return [.. versions.Select(Entry)];
    }

    static VersionEntry Entry(RecipeVersion version) =>
        new(
            version.Number,
            version.Content,
            version.ChangeNote,
            Second(version.PublishedAt),
            [
                .. version
                    .ReadThroughs.Select(read => new ReadThroughEntry(read.By, read.On, read.AgainBefore))
                    .OrderBy(read => read.On)
                    .ThenBy(read => read.By, StringComparer.Ordinal)
                    .ThenBy(read => read.AgainBefore),
            ]
        );

    async Task ListAsync<TEntry>(string name, HashSet<string> used, Utf8JsonWriter writer, CancellationToken cancel)
        where TEntry : ListEntry
    {
        var entries = await db.Set<TEntry>().AsNoTracking().ToListAsync(cancel);
        writer.WriteStartArray(name);
        foreach (var entry in entries.Where(entry => used.Contains(entry.Id)).OrderBy(entry => entry.Id, StringComparer.Ordinal))
            Write(writer, new WordEntry(entry.Id, entry.Name));
        writer.WriteEndArray();
    }

    async Task FilesAsync(HashSet<Guid> recipes, Utf8JsonWriter writer, Used used, CancellationToken cancel)
    {
        writer.WriteStartArray("files");
        foreach (var (id, user) in used.Files)
        {
            var wanted = Guid.Parse(id);
            if (await db.Set<AttachedFile>().AsNoTracking().SingleOrDefaultAsync(file => file.Id == wanted, cancel) is not { } file)
                continue;
            var recipe = recipes.Contains(file.RecipeId) ? file.RecipeId : user;
            Write(writer, new FileEntry(file.Id, recipe, file.Name, file.Type, file.Hash, file.Content));
            await SendAsync(writer, used, cancel);
        }
        writer.WriteEndArray();
    }

    /// <summary>A server sends only without waiting; the writer would wait, so it writes in memory, one recipe or file at a time.</summary>
    static async Task SendAsync(Utf8JsonWriter writer, Used used, CancellationToken cancel)
    {
        await writer.FlushAsync(cancel);
        await used.To.WriteAsync(used.Waiting.WrittenMemory, cancel);
        used.Waiting.ResetWrittenCount();
    }

    static void Write<TPart>(Utf8JsonWriter writer, TPart part) => JsonSerializer.Serialize(writer, part, BookFile.Json);

    /// <summary>Databases keep parts of a second differently; a file must not.</summary>
    static DateTime Second(DateTime utc) => new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
}
