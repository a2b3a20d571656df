namespace Nestwerk.Playbook.Together;

/// <summary>A note in the margin of a recipe, for the colleagues of one house.</summary>
public sealed class MarginNote
{
    public required Guid Id { get; init; }
    public required Guid RecipeId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required Guid WrittenBy { get; init; }
    public required DateTime WrittenAt { get; init; }

    /// <summary>The rubric it stands beside.</summary>
    public required string Rubric { get; init; }
    public required string Text { get; set; }
}
