namespace Nestwerk.Playbook.Together;

/// <summary>A draft that somebody would publish, waiting for another editor to read it.</summary>
public sealed class ReviewRequest
{
    public required Guid Id { get; init; }
    public required Guid RecipeId { get; init; }

    /// <summary>The revision of the draft that was proposed; when the draft moved on, what was read is no longer what would be published.</summary>
    public required long Revision { get; init; }

    /// <summary>What was proposed, as it was.</summary>
    public required RecipeContent Content { get; init; }
    public required string ChangeNote { get; init; }
    public required Guid ProposedBy { get; init; }
    public required DateTime ProposedAt { get; init; }
    public ReviewAnswer? Answer { get; set; }
    public Guid? AnsweredBy { get; set; }
    public DateTime? AnsweredAt { get; set; }
    public string Remarks { get; set; } = "";
}

public enum ReviewAnswer
{
    Approved,
    Returned,
    Withdrawn,
}
