using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

/// <summary>What a person can ask of whoever keeps something about her.</summary>
public enum Right
{
    /// <summary>See and take along what is kept.</summary>
    Access,

    /// <summary>Something is wrong.</summary>
    Correction,

    /// <summary>Stop using it while something is settled.</summary>
    Restriction,

    /// <summary>Take it away: herself, or the whole family.</summary>
    Erasure,

    /// <summary>Do not use it for this.</summary>
    Objection,
}

/// <summary>
/// A parent asked for something that is her right, on her own page or by telling a worker. It waits three days, so that a mistake, or
/// somebody else with her phone, can still be stopped; a worker who spoke with her need not wait.
/// </summary>
[Holds(DataClass.Contact)]
[Keeps("to do what she asked as is her right", Terms.Family, About = "who asked")]
public sealed class SubjectRequest : IFamilyRow
{
    public static readonly TimeSpan Wait = TimeSpan.FromHours(72);

    /// <summary>How long what she asked to take along lies ready.</summary>
    public static readonly TimeSpan Ready = TimeSpan.FromDays(7);
    const string WordsColumn = "SubjectRequest.Words";

    public required Guid FamilyId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>Who asks.</summary>
    public required Guid? SubjectId { get; init; }
    public required Guid? ToldBy { get; init; }

    /// <summary>The worker to whom she said it; null when she did it herself.</summary>
    public required Guid? WrittenBy { get; init; }
    public DateTime? ShownAt { get; init; }
    public required Right Right { get; init; }

    /// <summary>Whom it is about: herself, or a child she speaks for; null for the whole family.</summary>
    public required Guid? MemberId { get; init; }
    public required DateTime At { get; init; }
    public required DateTime DueAt { get; init; }

    /// <summary>What is wrong, or what she does not want, in her words; sealed.</summary>
    public Sealed? Words { get; private set; }

    /// <summary>The first of two people who agree, for a protected person.</summary>
    public Guid? AgreedBy { get; private set; }
    public DateTime? AgreedAt { get; private set; }
    public DateTime? CancelledAt { get; private set; }
    public Guid? CancelledBy { get; private set; }
    public DateTime? DoneAt { get; private set; }

    /// <summary>Who did it; null when it was the clock.</summary>
    public Guid? DoneBy { get; private set; }

    public bool IsOpen => DoneAt is null && CancelledAt is null;

    public bool IsDue(DateTime now) => IsOpen && DueAt <= now;

    /// <summary>Whether what she asked to see lies ready now.</summary>
    public bool LiesReady(DateTime now) => Right == Right.Access && DoneAt <= now && now < DoneAt + Ready;

    /// <summary>What can be done without anybody deciding something.</summary>
    public bool CanClockDoIt => Right is Right.Access or Right.Restriction or Right.Erasure;

    public string? WordsIn(FamilySeal seal) => seal.OpenOrNull(Words, WordsColumn, Id);

    public static SubjectRequest Ask(FamilyMember who, Right right, Guid? about, Guid? worker, DateTime now) =>
        new()
        {
            FamilyId = who.FamilyId,
            Id = Ids.New(),
            SubjectId = who.Id,
            ToldBy = who.Id,
            WrittenBy = worker,
            Right = right,
            MemberId = about,
            At = now,
            DueAt = now + Wait,
        };

    public void Say(string? words, FamilySeal seal) =>
        Words = string.IsNullOrWhiteSpace(words) ? null : seal.Seal(words.Trim(), WordsColumn, Id);

    public void Cancel(Guid by, DateTime now)
    {
        if (IsOpen)
            (CancelledBy, CancelledAt) = (by, now);
    }

    /// <summary>The first of two says yes.</summary>
    public void Agree(Guid by, DateTime now)
    {
        if (IsOpen && AgreedAt is null)
            (AgreedBy, AgreedAt) = (by, now);
    }

    /// <param name="by">Who did it; null for the clock.</param>
    /// <param name="now">When.</param>
    public void Finish(Guid? by, DateTime now)
    {
        if (IsOpen)
            (DoneBy, DoneAt) = (by, now);
    }
}
