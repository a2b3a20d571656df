using Nestwerk.Shared;

namespace Nestwerk.Playbook.Trainings;

/// <summary>A training for facilitators (train the trainer), as the organisation that gives it describes it.</summary>
public sealed class Training
{
    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required Words Title { get; set; }

    /// <summary>After how many months it wants to be followed again; null when once is enough.</summary>
    public int? RenewAfterMonths { get; set; }

    /// <summary>Since when it is no longer given; who followed it keeps it.</summary>
    public DateTime? RetiredAt { get; set; }
}

/// <summary>Somebody followed a training on a day.</summary>
public sealed class TrainingFollowed
{
    public required Guid Id { get; init; }
    public required Guid TrainingId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateOnly On { get; init; }
    public required Guid RecordedBy { get; init; }
}

/// <summary>A book, or one recipe of it, asks whoever gives it to have followed a training.</summary>
public sealed class TrainingAsked
{
    public required Guid Id { get; init; }
    public required Guid TrainingId { get; init; }
    public Guid? BookId { get; init; }
    public Guid? RecipeId { get; init; }
}
