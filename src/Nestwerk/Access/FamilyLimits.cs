using Nestwerk.Shared;

namespace Nestwerk.Access;

/// <summary>Somebody who may not know: a worker, an organisation, or a person of the same family. It wins from everything.</summary>
[Keeps("keeps somebody out", Terms.Fact, About = "who asked, and who is kept out")]
public sealed class Exclusion : ILasting
{
    public required Guid FamilyId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>About whom; null for everything of the family.</summary>
    public Guid? MemberId { get; init; }

    /// <summary>Who asked for it.</summary>
    public required Guid AskedBy { get; init; }
    public required Guid ExcludedId { get; init; }
    public required DateTime From { get; init; }
    public DateTime? Until { get; private set; }

    public void End(DateTime now) => Until ??= now;
}

/// <summary>A person about whom the wrong one must learn nothing. Contact changes only through a worker and with the code word.</summary>
[Keeps("keeps the wrong one from learning anything", Terms.Fact, About = "the protected person")]
public sealed class Protection : ILasting
{
    public required Guid FamilyId { get; init; }
    public required Guid Id { get; init; }
    public required Guid MemberId { get; init; }
    public required Guid PlacedBy { get; init; }
    public required DateTime From { get; init; }
    public DateTime? Until { get; private set; }

    /// <summary>The name groups and lists show instead of hers; sealed.</summary>
    public required Sealed Alias { get; init; }

    /// <summary>The word she chose with the worker; sealed.</summary>
    public required Sealed CodeWord { get; init; }

    public void End(DateTime now) => Until ??= now;
}

/// <summary>She asked to stop using her data while something is settled. Only a protection officer sees it.</summary>
[Keeps("stops use while something is settled", Terms.Fact)]
public sealed class Restriction : ILasting
{
    public required Guid FamilyId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>About whom; null for the whole family.</summary>
    public Guid? MemberId { get; init; }
    public required Guid PlacedBy { get; init; }
    public required DateTime From { get; init; }
    public DateTime? Until { get; private set; }

    public void End(DateTime now) => Until ??= now;
}

/// <summary>A care worker looked without a relation, for a reason, for an hour. She said why; another person reviews it.</summary>
[Keeps("shows who looked without a relation, and why", Terms.Fact, About = "the family, and the worker")]
public sealed class BreakGlass : ILasting
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(60);
    public static readonly TimeSpan ReviewWithin = TimeSpan.FromHours(72);

    public required Guid FamilyId { get; init; }
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required GlassReason Reason { get; init; }

    /// <summary>In her own words; sealed.</summary>
    public required Sealed Why { get; init; }
    public required DateTime From { get; init; }
    public required DateTime? Until { get; init; }
    public DateTime? ReviewedAt { get; private set; }
    public Guid? ReviewedBy { get; private set; }

    public void Review(Guid by, DateTime now)
    {
        if (by != PersonId)
            (ReviewedBy, ReviewedAt) = (by, now);
    }
}

public enum GlassReason
{
    DangerNow,
    CannotReachHerWorker,
    SheAsksHereAndNow,
}

/// <summary>Somebody was erased. It holds ids only, and is applied again to whatever copy comes back.</summary>
[Keeps("erases again after a restore", Terms.Forever, About = "nobody any more")]
public sealed class Tombstone
{
    public required Guid FamilyId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>The member who was erased; null for the whole family.</summary>
    public Guid? MemberId { get; init; }
    public required DateTime At { get; init; }
}
