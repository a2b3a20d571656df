namespace Nestwerk.Playbook;

/// <summary>
/// What somebody who reads a book wants to know from the person who answers for it. Anyone may ask; who asked and what is sealed,
/// and removed a year after the answer.
/// </summary>
public sealed class Question
{
    public required Guid Id { get; init; }
    public required Guid BookId { get; init; }

    /// <summary>The recipe it is about; null for the book as a whole.</summary>
    public Guid? RecipeId { get; init; }

    /// <summary>Sealed JSON of an <see cref="Asked"/>, bound to this row.</summary>
    public required string Sealed { get; init; }
    public required DateTime AskedAt { get; init; }
    public DateTime? AnsweredAt { get; private set; }
    public Guid? AnsweredBy { get; private set; }

    public void Answered(Guid by, DateTime now) => (AnsweredBy, AnsweredAt) = (by, now);
}

/// <param name="Reply">Where the answer goes: an e-mail address or a phone number.</param>
public sealed record Asked(string Name, string Reply, string Text);
