using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Nestwerk.Shared.Sending;

/// <summary>
/// Something on its way: a letter to a colleague, a message to a parent. It is kept in the transaction of the change it tells about
/// and sent afterwards, never from inside a request. Whoever sends it leases it first, so that two instances share the work
/// and what a killed one had in hand is taken up by another.
/// </summary>
public abstract class Outgoing
{
    /// <summary>How long we try before we give up: about four hours.</summary>
    public const int MostTries = 8;

    public required Guid Id { get; init; }
    public required DateTime MadeAt { get; init; }
    public required DateTime NextTryAt { get; set; }
    public int Tries { get; private set; }

    /// <summary>The round of a sender that has it in hand.</summary>
    public Guid? LeasedBy { get; private set; }

    /// <summary>From then on another may take it.</summary>
    public DateTime? LeasedUntil { get; private set; }

    /// <summary>Since when it may have left without our knowing: set before each try, cleared by a certain answer.</summary>
    public DateTime? UnsureSince { get; private set; }
    public DateTime? SentAt { get; private set; }
    public DateTime? GivenUpAt { get; private set; }

    /// <summary>What went wrong the last time, in a word or a number; no addresses in it.</summary>
    public string? Trouble { get; private set; }

    /// <summary>It is about to be handed over: from here on only an answer tells whether it left.</summary>
    public void Begin(DateTime now, TimeSpan lease) => (UnsureSince, LeasedUntil) = (UnsureSince ?? now, now + lease);

    public void Sent(DateTime now)
    {
        (SentAt, UnsureSince, Trouble) = (now, null, null);
        LetGo();
        Forget();
    }

    /// <summary>Tries again after 2, 4, 8 … minutes, until it is given up.</summary>
    /// <param name="trouble">In a word or a number.</param>
    /// <param name="isUnsure">Whether it may have left all the same.</param>
    /// <param name="now">The moment.</param>
    public void Failed(string trouble, bool isUnsure, DateTime now)
    {
        Tries++;
        if (!isUnsure)
            UnsureSince = null;
        if (Tries >= MostTries)
        {
            GiveUp(trouble, now);
            return;
        }
        Trouble = trouble;
        NextTryAt = now.AddMinutes(Math.Pow(2, Tries));
        LetGo();
    }

    public void GiveUp(string trouble, DateTime now)
    {
        if (SentAt is not null || GivenUpAt is not null)
            return;
        (GivenUpAt, Trouble) = (now, trouble);
        LetGo();
        Forget();
    }

    /// <summary>Not now; it does not count as a try.</summary>
    public void Wait(DateTime until)
    {
        NextTryAt = until;
        LetGo();
    }

    /// <summary>Wipes what it says and to whom: it has left, or never will.</summary>
    protected abstract void Forget();

    void LetGo() => (LeasedBy, LeasedUntil) = (null, null);
}

static class OutgoingColumns
{
    /// <summary>The columns every kind of outgoing row has. Two senders never keep an outcome of the same lease.</summary>
    public static void IsOutgoing<TRow>(this EntityTypeBuilder<TRow> builder)
        where TRow : Outgoing
    {
        builder.Property(row => row.Trouble).HasMaxLength(200);
        builder.Property(row => row.LeasedBy).IsConcurrencyToken();
        builder.HasIndex(row => row.NextTryAt);
        builder.HasIndex(row => row.LeasedBy);
    }
}
