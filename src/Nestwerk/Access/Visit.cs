using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nestwerk.Data;

namespace Nestwerk.Access;

/// <summary>
/// One session of an account on one device, so that its owner can see where she is signed in and end what is not hers.
/// The cookie carries its id; a visit that ended opens nothing from the next request on.
/// </summary>
public sealed class Visit
{
    /// <summary>No session is longer, however busy.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(10);

    /// <summary>How long a past one stays in her list, so that she can still see that it was not hers.</summary>
    public static readonly TimeSpan Keeps = TimeSpan.FromDays(30);

    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>What she was signed in with, roughly: <c>Firefox, Windows</c>. No version, no address on the network.</summary>
    public required string Device { get; init; }
    public required DateTime From { get; init; }

    /// <summary>The last day on which it was used.</summary>
    public required DateOnly LastSeen { get; set; }

    /// <summary>On a device that others use too.</summary>
    public required bool Shared { get; init; }

    /// <summary>The stamp of the account it goes with: whatever changes that ended it.</summary>
    public required string Stamp { get; set; }
    public DateTime? EndedAt { get; private set; }

    public bool IsOpen(DateTime now) => EndedAt is null && now < From + Longest;

    public void End(DateTime now) => EndedAt ??= now;

    /// <summary>Forgets those that began long ago.</summary>
    public static Task SweepAsync(NestwerkDb db, DateTime now, CancellationToken cancel) =>
        db.Set<Visit>().Where(visit => visit.From < now - Keeps).ExecuteDeleteAsync(cancel);
}

sealed class VisitModel : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        builder.ToTable("Visits");
        builder.Property(visit => visit.Device).HasMaxLength(60);
        builder.Property(visit => visit.Stamp).HasMaxLength(64);
        builder.HasIndex(visit => visit.AccountId);
    }
}
