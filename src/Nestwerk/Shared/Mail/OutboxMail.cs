using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Nestwerk.Shared.Mail;

/// <summary>
/// A message on its way. It is kept in the transaction of the change it tells about and sent afterwards, never from inside a request.
/// Whom it is for and what it says are sealed, and wiped when it has left or was given up.
/// </summary>
public sealed class OutboxMail
{
    /// <summary>How long we try before we give up: about four hours.</summary>
    public const int MostTries = 8;

    public required Guid Id { get; init; }

    /// <summary>What kind of message it is, for the one who looks after mail; never what it says.</summary>
    public required string Kind { get; init; }

    /// <summary>Sealed JSON of a <see cref="Letter"/>; empty once it has left.</summary>
    public required string Content { get; set; }
    public required DateTime MadeAt { get; init; }
    public required DateTime NextTryAt { get; set; }
    public int Tries { get; private set; }
    public DateTime? SentAt { get; private set; }
    public DateTime? GivenUpAt { get; private set; }

    /// <summary>The answer of the mail server to the last try that failed; no addresses in it.</summary>
    public string? Trouble { get; private set; }

    public void Sent(DateTime now) => (SentAt, Content, Trouble) = (now, "", null);

    /// <summary>Tries again after 2, 4, 8 … minutes, until it is given up.</summary>
    public void Failed(string trouble, DateTime now)
    {
        Tries++;
        Trouble = trouble;
        if (Tries < MostTries)
            NextTryAt = now.AddMinutes(Math.Pow(2, Tries));
        else
            (GivenUpAt, Content) = (now, "");
    }
}

public sealed record Letter(string To, string Subject, string Body);

sealed class OutboxModel : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.ToTable("Outbox");
        builder.Property(mail => mail.Kind).HasMaxLength(40);
        builder.Property(mail => mail.Trouble).HasMaxLength(200);
        builder.HasIndex(mail => mail.NextTryAt);
    }
}
