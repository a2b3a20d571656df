namespace Nestwerk.Families.Sending;

/// <summary>The only things that are ever written to a parent. None says who writes, about what, or to whom.</summary>
public enum MessageTemplate
{
    /// <summary>The code she asked for to get in.</summary>
    SignInCode,

    /// <summary>Whether this number is hers.</summary>
    ConfirmNumber,
    DateComing,
    DateChanged,
    DateCancelled,
    CallUs,

    /// <summary>Somebody put a yes on her page.</summary>
    YesAdded,
}

/// <summary>What is to be written: a template and the little that may stand in it.</summary>
public sealed record Message
{
    static readonly TimeSpan CodeLasts = TimeSpan.FromMinutes(10);
    static readonly TimeSpan AskLasts = TimeSpan.FromDays(7);

    Message(MessageTemplate template) => Template = template;

    public MessageTemplate Template { get; }

    /// <summary>The moment it is about.</summary>
    public DateTime? At { get; private init; }

    /// <summary>Digits that she types back.</summary>
    public string? Code { get; private init; }

    /// <param name="code">Digits only; it works for ten minutes.</param>
    public static Message SignInCode(string code) =>
        code.Length is > 0 and <= 8 && code.All(char.IsAsciiDigit)
            ? new(MessageTemplate.SignInCode) { Code = code }
            : throw new ArgumentException("A code is at most eight digits.", nameof(code));

    public static Message ConfirmNumber() => new(MessageTemplate.ConfirmNumber);

    public static Message DateComing(DateTime at) => new(MessageTemplate.DateComing) { At = at };

    /// <param name="at">The new moment.</param>
    public static Message DateChanged(DateTime at) => new(MessageTemplate.DateChanged) { At = at };

    /// <param name="at">The moment that is off.</param>
    public static Message DateCancelled(DateTime at) => new(MessageTemplate.DateCancelled) { At = at };

    public static Message CallUs() => new(MessageTemplate.CallUs);

    public static Message YesAdded() => new(MessageTemplate.YesAdded);

    /// <summary>Until when it means something; after that it is not sent any more and its link is dead.</summary>
    public DateTime Until(DateTime now) => At ?? now + (Template == MessageTemplate.SignInCode ? CodeLasts : AskLasts);
}
