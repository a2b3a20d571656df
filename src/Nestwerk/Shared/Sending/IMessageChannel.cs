namespace Nestwerk.Shared.Sending;

public enum MessageWay
{
    Sms,
    Mail,
}

/// <summary>What is handed to a channel.</summary>
/// <param name="Reference">Ours; the same at every try, so that a channel that looks at it delivers once.</param>
/// <param name="To">A number with its country in front, or an address.</param>
/// <param name="Subject">Of a mail; empty for what has none.</param>
public sealed record Parcel(Guid Reference, MessageWay Way, string To, string Subject, string Text)
{
    /// <summary>The address a mail comes from.</summary>
    public string From { get; init; } = "";

    /// <summary>The name beside that address; empty where nothing may say who writes.</summary>
    public string FromName { get; init; } = "";

    /// <summary>The host in the name of the message.</summary>
    public string Host { get; init; } = "localhost";
}

public enum Answer
{
    /// <summary>It is theirs to deliver now.</summary>
    Taken,

    /// <summary>It surely did not leave; another time it may.</summary>
    NotNow,

    /// <summary>It surely did not leave and never will.</summary>
    Never,

    /// <summary>Nobody said whether it left.</summary>
    Unknown,
}

/// <param name="Trouble">In a word or a number: never the other side's own words, which may name an address.</param>
public sealed record Delivery(Answer Answer, string Trouble = "");

/// <summary>A way out of the house: a mail server, a provider of text messages, a folder.</summary>
public interface IMessageChannel
{
    /// <summary>Whether it is set up to carry such a thing.</summary>
    bool Carries(MessageWay way);

    /// <summary>Hands it over. It answers instead of throwing, whatever the other side does.</summary>
    Task<Delivery> SendAsync(Parcel parcel, CancellationToken cancel);

    /// <summary>Whether a parcel of which nobody said so was taken after all; null when this channel cannot tell.</summary>
    Task<bool?> WasTakenAsync(Parcel parcel, CancellationToken cancel);
}
