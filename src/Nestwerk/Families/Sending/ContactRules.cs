namespace Nestwerk.Families.Sending;

public enum Verdict
{
    Send,

    /// <summary>Not at this hour.</summary>
    Wait,

    /// <summary>Not by message: somebody calls her.</summary>
    Call,

    /// <summary>Not at all.</summary>
    Nothing,
}

/// <param name="Why">Why somebody calls; null otherwise.</param>
/// <param name="For">How long it waits; zero otherwise.</param>
public readonly record struct Ruling(Verdict Verdict, CallReason? Why = null, TimeSpan For = default);

/// <summary>What must be known of a channel, and of the person and family behind it, to say what may be sent.</summary>
public sealed record ContactView
{
    public required ChannelKind Kind { get; init; }
    public required ChannelState State { get; init; }
    public bool TakesNoMessages { get; init; }
    public bool IsProtected { get; init; }

    /// <summary>After a loss.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>She asked to stop using her data while something is settled.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>An earlier try of this message may have arrived.</summary>
    public bool IsUnsure { get; init; }

    /// <summary>Whether anybody, anywhere in this instance, was asked on this number today whether it is hers.</summary>
    public bool WasAskedToday { get; init; }

    /// <summary>Other messages to this channel in the last day.</summary>
    public int SentLately { get; init; }

    /// <summary>The time on the clock of the House.</summary>
    public required TimeOnly Time { get; init; }

    /// <summary>How long the message still means something.</summary>
    public required TimeSpan Left { get; init; }
}

/// <summary>What may be sent to whom, and when. In doubt somebody calls; about a loss, or against her wish, nothing happens at all.</summary>
public static class ContactRules
{
    public static readonly TimeOnly From = new(8, 0);
    public static readonly TimeOnly To = new(21, 0);
    public const int MostInADay = 3;
    public const int MostCodesInADay = 6;

    public static Ruling Decide(MessageTemplate template, ContactView her) =>
        template switch
        {
            MessageTemplate.SignInCode => Code(her),
            _ when her.IsQuiet || her.IsRestricted => new(Verdict.Nothing),
            MessageTemplate.ConfirmNumber => Ask(her),
            _ => Tell(template, her),
        };

    /// <summary>She asked for it this very minute: it is sent now or not at all, and nobody is told.</summary>
    static Ruling Code(ContactView her) =>
        IsClosed(her) is null
        && her.State is not (ChannelState.Stopped or ChannelState.Wrong)
        && her.SentLately < MostCodesInADay
        && her.Left > TimeSpan.Zero
            ? new(Verdict.Send)
            : new(Verdict.Nothing);

    /// <summary>Once a day at most, whoever asks, and only where it is not known.</summary>
    static Ruling Ask(ContactView her) =>
        her.State is not (ChannelState.New or ChannelState.Stale) || her.WasAskedToday || her.Left <= TimeSpan.Zero ? new(Verdict.Nothing)
        : IsClosed(her) is { } why ? new(Verdict.Call, why)
        : InTime(her);

    static Ruling Tell(MessageTemplate template, ContactView her)
    {
        CallReason? why = her.State switch
        {
            ChannelState.Wrong => CallReason.Wrong,
            ChannelState.Stopped => CallReason.Stopped,
            _ when IsClosed(her) is { } closed => closed,
            ChannelState.New or ChannelState.Stale => CallReason.AskFirst,
            _ when her.Left <= TimeSpan.Zero => CallReason.TooLate,
            _ when her.SentLately >= MostInADay => CallReason.TooMany,
            _ => null,
        };
        // That a yes was added stands on her page anyway: nobody is set to call for it, unless she cannot be written to for her safety.
        if (why is { } reason)
            return template == MessageTemplate.YesAdded && reason != CallReason.Protected
                ? new(Verdict.Nothing)
                : new(Verdict.Call, reason);
        return InTime(her);
    }

    static CallReason? IsClosed(ContactView her) =>
        her.IsProtected
            ? her.IsUnsure
                ? CallReason.Unsure
                : CallReason.Protected
            : her.TakesNoMessages
                ? CallReason.NoMessages
                : her.Kind is ChannelKind.Phone or ChannelKind.Via
                    ? CallReason.NotByMessage
                    : null;

    /// <summary>No telephone makes a sound at night.</summary>
    static Ruling InTime(ContactView her)
    {
        if (her.Kind == ChannelKind.Mail || her.Time.IsBetween(From, To))
            return new(Verdict.Send);
        var wait = From - her.Time; // Counts on past midnight.
        return wait < her.Left ? new(Verdict.Wait, For: wait) : new(Verdict.Call, CallReason.TooLate);
    }
}
