namespace Nestwerk.Playbook.Files;

/// <summary>
/// A file that belongs to a recipe: a picture, a PDF, a sound. Which drafts and versions show it stands in their content
/// (<see cref="RecipeContent.Attachments"/>); the file itself never changes.
/// </summary>
public sealed class AttachedFile
{
    public required Guid Id { get; init; }
    public required Guid RecipeId { get; init; }

    /// <summary>The name under which it is downloaded.</summary>
    public required string Name { get; init; }

    /// <summary>The media type, as its content showed.</summary>
    public required string Type { get; init; }
    public required byte[] Content { get; init; }

    /// <summary>Bytes.</summary>
    public required int Length { get; init; }

    /// <summary>SHA-256 of the content, in lower-case hexadecimal.</summary>
    public required string Hash { get; init; }
    public required Guid AddedBy { get; init; }
    public required DateTime AddedAt { get; init; }

    public static AttachedFile Of(Guid id, Guid recipe, string name, Cleaned clean, Guid by, DateTime at) =>
        new()
        {
            Id = id,
            RecipeId = recipe,
            Name = name,
            Type = clean.Type,
            Content = clean.Content,
            Length = clean.Content.Length,
            Hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(clean.Content)),
            AddedBy = by,
            AddedAt = at,
        };
}
