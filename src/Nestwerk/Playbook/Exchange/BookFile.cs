using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Exchange;

/// <summary>A book as it travels: everything that was published, and nothing about who works on it.</summary>
public sealed record BookFile(
    string Format,
    int Version,
    BookHead Book,
    IReadOnlyList<RecipeEntry> Recipes,
    IReadOnlyList<WordEntry> Themes,
    IReadOnlyList<WordEntry> Goals,
    IReadOnlyList<WordEntry> Settings,
    IReadOnlyList<FileEntry> Files
)
{
    public const string Name = "nestwerk.book";
    public const string MediaType = "application/vnd.nestwerk.book+json";
    public const int Newest = 1;
    public const int MostBytes = 60 * 1024 * 1024;

    /// <summary>
    /// Strict in reading: no unknown field, no field twice, no number in quotes, nothing null that must be there.
    /// In writing the same book always gives the same bytes.
    /// </summary>
    public static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = BookReader.Deepest,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };
}

public sealed record BookHead(Guid Id, Words Title);

/// <summary>A theme, a goal or a setting that the recipes use.</summary>
public sealed record WordEntry(string Id, Words Name);

public sealed record RecipeEntry(Guid Id, IReadOnlyList<VersionEntry> Versions, OriginEntry? Origin = null, DateTime? ArchivedAt = null);

/// <summary>The recipe it was adapted from, and the version of it.</summary>
public sealed record OriginEntry(Guid Recipe, int Number);

public sealed record VersionEntry(
    int Number,
    RecipeContent Content,
    string ChangeNote,
    DateTime PublishedAt,
    IReadOnlyList<ReadThroughEntry> ReadThroughs
);

public sealed record ReadThroughEntry(string By, DateOnly On, DateOnly AgainBefore);

public sealed record FileEntry(Guid Id, Guid Recipe, string Name, string Type, string Hash, byte[] Content);
