using Nestwerk.Shared;

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

    public static Question Ask(Guid id, Guid book, Guid? recipe, Asked asked, SealedBox box, DateTime now) =>
        new()
        {
            Id = id,
            BookId = book,
            RecipeId = recipe,
            Sealed = box.Seal(ContentJson.Write(asked), BoundTo(id)),
            AskedAt = now,
        };

    public Asked Open(SealedBox box) => ContentJson.Read<Asked>(box.Open(Sealed, BoundTo(Id)));

    public void Answered(Guid by, DateTime now) => (AnsweredBy, AnsweredAt) = (by, now);

    internal static string BoundTo(Guid id) => $"question:{id:N}";
}

/// <param name="Reply">Where the answer goes: an e-mail address or a phone number.</param>
public sealed record Asked(string Name, string Reply, string Text)
{
    public const int TextLength = 2000;
    public const int ReplyLength = 200;
    const int FewestDigits = 8;

    public bool IsMail => Reply.Contains('@', StringComparison.Ordinal);

    /// <summary>What keeps it from being sent. The fields are those of the record.</summary>
    public IEnumerable<Problem> Problems()
    {
        if (Name.Length > Access.Limits.Name)
            yield return new(nameof(Name), "form.tooLong", Access.Limits.Name, Name.Length);
        if (Reply.Length > ReplyLength)
            yield return new(nameof(Reply), "form.tooLong", ReplyLength, Reply.Length);
        else if (!IsMail && Reply.Count(char.IsDigit) < FewestDigits)
            yield return new(nameof(Reply), "ask.problem.reply");
        if (Text.Length == 0)
            yield return new(nameof(Text), "ask.problem.text");
        else if (Text.Length > TextLength)
            yield return new(nameof(Text), "form.tooLong", TextLength, Text.Length);
    }
}
