namespace Nestwerk.Access;

/// <summary>Something that asks for attention now: a count, a sentence, one action.</summary>
/// <param name="Text">What there are so many of, in the language of this request; it follows the count.</param>
/// <param name="Detail">A line below it; empty when the sentence says enough.</param>
/// <param name="Link">Where it can be done: the list, or the one thing when there is one.</param>
/// <param name="Verb">What the button says.</param>
public sealed record Attention(int Count, string Text, string Detail, string Link, string Verb)
{
    /// <summary>Whether it wants to be done today; otherwise it can be done this week.</summary>
    public bool IsToday { get; init; }

    /// <summary>Smaller stands first within its part of the page.</summary>
    public int Order { get; init; } = 50;
}

/// <summary>Says what asks for the attention of one person. Each domain brings its own; counts hold only what she may read.</summary>
public interface IAttention
{
    Task<IReadOnlyList<Attention>> ForAsync(Actor actor, CancellationToken cancel);
}
