using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families;

public enum ChannelKind
{
    Mobile,
    Phone,
    Mail,

    /// <summary>Through somebody else, who is named with it.</summary>
    Via,
}

/// <summary>How we know that a channel is hers.</summary>
public enum Confirmation
{
    /// <summary>She said so to a worker.</summary>
    Spoken,

    /// <summary>She typed the code that was sent to it.</summary>
    Code,
}

/// <summary>What may be done with a channel now.</summary>
public enum ChannelState
{
    /// <summary>Nobody said yet that it is hers: nothing is sent.</summary>
    New,
    Confirmed,

    /// <summary>Confirmed so long ago that it is asked again first.</summary>
    Stale,

    /// <summary>She, or whoever has the number now, said stop.</summary>
    Stopped,
    Wrong,
}

/// <summary>
/// A way to reach somebody, when that is safe, and whether a message may be left. Changed, borrowed and "via" numbers are ordinary:
/// the old one ends and another begins.
/// </summary>
[Holds(DataClass.Contact)]
[Keeps("to reach her safely", Terms.Family, About = "the person reached, and who passes on")]
public sealed class ContactChannel : IFamilyRow
{
    /// <summary>After so many months a confirmation is asked again.</summary>
    public const int MonthsConfirmed = 6;
    const string ValueColumn = "ContactChannel.Value";
    const string ViaColumn = "ContactChannel.Via";
    const string TimesColumn = "ContactChannel.SafeTimes";

    public required Guid FamilyId { get; init; }
    public required Guid Id { get; init; }
    public required Guid? SubjectId { get; init; }
    public required Guid? ToldBy { get; init; }
    public required Guid? WrittenBy { get; init; }
    public DateTime? ShownAt { get; init; }
    public required DateTime MadeAt { get; init; }
    public required ChannelKind Kind { get; init; }

    /// <summary>The number or the address; sealed.</summary>
    public Sealed Value { get; private set; } = null!;

    /// <summary>Through whom; sealed.</summary>
    public Sealed? Via { get; private set; }

    /// <summary>When it is safe to call, in her own words; sealed.</summary>
    public Sealed? SafeTimes { get; private set; }

    /// <summary>Since when no message may be left on it.</summary>
    public DateTime? NoMessagesSince { get; private set; }
    public DateTime? ConfirmedAt { get; private set; }
    public Confirmation? ConfirmedHow { get; private set; }

    /// <summary>The worker to whom she said it; null when she typed a code.</summary>
    public Guid? ConfirmedBy { get; private set; }
    public DateTime? StoppedAt { get; private set; }
    public DateTime? WrongAt { get; private set; }

    /// <summary>Replaced by another, or not hers any more.</summary>
    public DateTime? EndedAt { get; private set; }

    public ChannelState StateAt(DateTime now) =>
        WrongAt is not null ? ChannelState.Wrong
        : StoppedAt is not null || EndedAt is not null ? ChannelState.Stopped
        : ConfirmedAt is not { } at ? ChannelState.New
        : now < at.AddMonths(MonthsConfirmed) ? ChannelState.Confirmed
        : ChannelState.Stale;

    public string ValueIn(FamilySeal seal) => seal.Open(Value, ValueColumn, Id);

    public string? ViaIn(FamilySeal seal) => seal.OpenOrNull(Via, ViaColumn, Id);

    public string? SafeTimesIn(FamilySeal seal) => seal.OpenOrNull(SafeTimes, TimesColumn, Id);

    public void Reach(string value, string? via, string? safeTimes, FamilySeal seal)
    {
        Value = seal.Seal(value, ValueColumn, Id);
        Via = string.IsNullOrWhiteSpace(via) ? null : seal.Seal(via, ViaColumn, Id);
        SafeTimes = string.IsNullOrWhiteSpace(safeTimes) ? null : seal.Seal(safeTimes, TimesColumn, Id);
    }

    public void LeaveNoMessages(DateTime now) => NoMessagesSince ??= now;

    public void LeaveMessages() => NoMessagesSince = null;

    public void Confirm(Confirmation how, Guid? by, DateTime now)
    {
        if (StoppedAt is null && WrongAt is null && EndedAt is null)
            (ConfirmedHow, ConfirmedBy, ConfirmedAt) = (how, by, now);
    }

    public void Stop(DateTime now) => StoppedAt ??= now;

    public void TurnsOutWrong(DateTime now) => WrongAt ??= now;

    public void End(DateTime now) => EndedAt ??= now;

    public static ContactChannel New(FamilyMember of, ChannelKind kind, Guid? toldBy, Guid? writtenBy, DateTime now) =>
        new()
        {
            FamilyId = of.FamilyId,
            Id = Ids.New(),
            SubjectId = of.Id,
            ToldBy = toldBy,
            WrittenBy = writtenBy,
            MadeAt = now,
            Kind = kind,
        };
}
