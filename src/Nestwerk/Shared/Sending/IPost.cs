namespace Nestwerk.Shared.Sending;

/// <summary>What is to be done with a row now.</summary>
public abstract record Step
{
    /// <summary>Hand it over.</summary>
    public sealed record Go(IMessageChannel Channel, Parcel Parcel) : Step;

    /// <summary>Not yet.</summary>
    public sealed record Later(DateTime Until) : Step;

    /// <summary>Never: give it up, for this reason.</summary>
    public sealed record Drop(string Why) : Step;
}

/// <summary>Knows what one kind of outgoing row says, to whom, and whether it may leave. Each domain brings its own.</summary>
public interface IPost<TRow>
    where TRow : Outgoing
{
    /// <summary>Whether anything of this kind can leave the house at all.</summary>
    bool IsOpen { get; }

    /// <summary>Looks at the row as things stand now. It reads and changes nothing.</summary>
    Task<Step> PrepareAsync(TRow row, CancellationToken cancel);

    /// <summary>Called in the transaction in which a row is given up.</summary>
    Task GaveUpAsync(TRow row, CancellationToken cancel);
}
