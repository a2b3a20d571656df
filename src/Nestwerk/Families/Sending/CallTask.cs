using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Sending;

/// <summary>Why somebody has to call instead of a message being sent.</summary>
public enum CallReason
{
    /// <summary>Nobody said lately that the number is hers.</summary>
    AskFirst,

    /// <summary>No message may be left on it.</summary>
    NoMessages,

    /// <summary>It takes no messages: a telephone at home, somebody in between.</summary>
    NotByMessage,
    Stopped,
    Wrong,
    Protected,

    /// <summary>Something was tried, and nobody knows whether it arrived.</summary>
    Unsure,
    TooMany,
    TooLate,

    /// <summary>It was tried and did not leave.</summary>
    Failed,
}

/// <summary>"Call her": what could not or may not be said by message. Seen by whoever stands beside her.</summary>
[Holds(DataClass.Contact)]
public sealed class CallTask : IFamilyRow
{
    public required Guid FamilyId { get; init; }
    public required Guid Id { get; init; }
    public required Guid? SubjectId { get; init; }
    public Guid? ToldBy { get; init; }
    public Guid? WrittenBy { get; init; }
    public DateTime? ShownAt { get; init; }
    public required Guid ChannelId { get; init; }
    public required CallReason Reason { get; init; }

    /// <summary>What was to be said.</summary>
    public required MessageTemplate Template { get; init; }

    /// <summary>The moment that is about.</summary>
    public DateTime? At { get; init; }
    public required DateTime MadeAt { get; init; }
    public DateTime? DoneAt { get; private set; }
    public Guid? DoneBy { get; private set; }

    public void Done(Guid by, DateTime now)
    {
        if (DoneAt is null)
            (DoneAt, DoneBy) = (now, by);
    }

    public static CallTask New(ContactChannel channel, CallReason why, MessageTemplate template, DateTime? at, DateTime now) =>
        new()
        {
            FamilyId = channel.FamilyId,
            Id = Ids.New(),
            SubjectId = channel.SubjectId,
            ChannelId = channel.Id,
            Reason = why,
            Template = template,
            At = at,
            MadeAt = now,
        };
}

sealed class CallTaskModel : IEntityTypeConfiguration<CallTask>
{
    public void Configure(EntityTypeBuilder<CallTask> builder)
    {
        builder.ToTable("CallTasks");
        builder.HasKey(row => new { row.FamilyId, row.Id });
        builder.Property(row => row.Reason).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.Template).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(row => row.DoneAt);
    }
}
