using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>What can be asked at another moment.</summary>
public enum Question
{
    Reach,
    SafeTimes,
    Tongue,
    Interpreter,
    Others,
    Expecting,
    Needs,
}

/// <summary>She said "later". It comes back at the next contact, and never as something that must be filled in; "rather not" ends it for good.</summary>
[Holds(DataClass.Needs)]
[Keeps("to come back to what she answered later", Terms.Family, About = "the person asked")]
public sealed class ToAsk : IFamilyRow
{
    public required Guid FamilyId { get; init; }
    public required Guid Id { get; init; }
    public required Guid? SubjectId { get; init; }
    public required Guid? ToldBy { get; init; }
    public required Guid? WrittenBy { get; init; }
    public DateTime? ShownAt { get; init; }
    public required DateTime At { get; init; }
    public required Question Question { get; init; }
    public DateTime? AskedAt { get; private set; }
    public DateTime? DeclinedAt { get; private set; }

    public bool IsOpen => AskedAt is null && DeclinedAt is null;

    public void Ask(DateTime now) => AskedAt ??= now;

    public void Decline(DateTime now) => DeclinedAt ??= now;

    public static ToAsk Later(Question question, FamilyMember of, Guid? writtenBy, DateTime now) =>
        new()
        {
            FamilyId = of.FamilyId,
            Id = Shared.Ids.New(),
            SubjectId = of.Id,
            ToldBy = of.IsParent ? of.Id : null,
            WrittenBy = writtenBy,
            At = now,
            Question = question,
        };
}
