using Nestwerk.Shared;

namespace Nestwerk.Playbook;

public enum BlockKind
{
    Recipe,
    Own,
    Welcome,
    Break,
    Closing,
}

/// <summary>One block of a meeting. A recipe block keeps the version it was made with.</summary>
public sealed class PlanBlock
{
    public Guid PlanId { get; init; }
    public required Guid Id { get; init; }
    public required BlockKind Kind { get; init; }
    public Guid? RecipeId { get; init; }
    public int? RecipeNumber { get; set; }
    public int Position { get; set; }
    public required int Minutes { get; set; }
    public TimeOnly? LockedStart { get; set; }
    public BlockText Text { get; set; } = new();

    public static PlanBlock Of(RecipeVersion version) =>
        new()
        {
            Id = Ids.New(),
            Kind = BlockKind.Recipe,
            RecipeId = version.RecipeId,
            RecipeNumber = version.Number,
            Minutes = version.Minutes,
        };

    /// <summary>The same block for another meeting.</summary>
    public PlanBlock Copy() =>
        new()
        {
            Id = Ids.New(),
            Kind = Kind,
            RecipeId = RecipeId,
            RecipeNumber = RecipeNumber,
            Position = Position,
            Minutes = Minutes,
            LockedStart = LockedStart,
            Text = Text,
        };

    /// <summary>A new block that is no recipe, with the length such a block usually has.</summary>
    public static PlanBlock Of(BlockKind kind, string title) =>
        new()
        {
            Id = Ids.New(),
            Kind = kind,
            Minutes = kind == BlockKind.Own ? 15 : 10,
            Text = new() { Title = title },
        };
}

/// <summary>What the facilitator writes about a block herself.</summary>
public sealed record BlockText
{
    public string Title { get; init; } = "";
    public string Note { get; init; } = "";

    /// <summary>For an own block: what it is for; none means its time counts and its balance does not.</summary>
    public Pillar? Pillar { get; init; }

    /// <summary>For an own block: who talks.</summary>
    public Talks Talks { get; init; }

    public IEnumerable<Problem> Problems(BlockKind kind)
    {
        if (kind != BlockKind.Recipe && Title.Length == 0)
            yield return new(nameof(Title), "form.required");
        if (Title.Length > 120)
            yield return new(nameof(Title), "form.tooLong", 120, Title.Length);
        if (Note.Length > 2000)
            yield return new(nameof(Note), "form.tooLong", 2000, Note.Length);
    }
}
