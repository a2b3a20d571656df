using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nestwerk.Shared.Sending;

namespace Nestwerk.Shared.Mail;

/// <summary>A letter to a colleague on its way. Whom it is for and what it says are sealed, and wiped when it has left or was given up.</summary>
public sealed class OutboxMail : Outgoing
{
    /// <summary>What kind of message it is, for the one who looks after mail; never what it says.</summary>
    public required string Kind { get; init; }

    /// <summary>Sealed JSON of a <see cref="Letter"/>; empty once it has left.</summary>
    public required string Content { get; set; }

    protected override void Forget() => Content = "";
}

public sealed record Letter(string To, string Subject, string Body);

sealed class OutboxModel : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.ToTable("Outbox");
        builder.Property(mail => mail.Kind).HasMaxLength(40);
        builder.IsOutgoing();
    }
}
