using Nestwerk.Shared;

namespace Nestwerk.Families.Entering;

/// <summary>She is in, on one phone. The row can be ended from anywhere; the phone holds a token of which this is the hash.</summary>
[Keeps("she is in on one phone; it can be ended from anywhere", "until it ended, and a while after", About = "the parent")]
public sealed class ParentSession
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    public required Guid FamilyId { get; init; }
    public required Guid Id { get; init; }
    public required Guid MemberId { get; init; }
    public required byte[] TokenHash { get; init; }
    public required DateTime From { get; init; }
    public required DateTime Until { get; init; }
    public DateTime? EndedAt { get; private set; }

    public void End(DateTime now) => EndedAt ??= now;
}
