using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

public enum MendingKind
{
    /// <summary>Something she could read was corrected.</summary>
    Corrected,

    /// <summary>Something she could read was erased here.</summary>
    Erased,
}

/// <summary>
/// Somebody to whom something was shared is asked to look at her own papers too: it was corrected, or it was erased. It names the
/// family by its id only, and says nothing of what it was, so it may outlive the family by as long as the task is open.
/// </summary>
public sealed class Mending
{
    public required Guid Id { get; init; }

    /// <summary>The family it is about, as an id: it may be erased.</summary>
    public required Guid OfFamily { get; init; }
    public required MendingKind Kind { get; init; }
    public required Holder For { get; init; }
    public required Guid ForId { get; init; }
    public required DataClass Class { get; init; }

    /// <summary>When it was first shared, so that she can find it among her papers.</summary>
    public required DateTime SharedAt { get; init; }
    public required DateTime At { get; init; }
    public DateTime? DoneAt { get; private set; }
    public Guid? DoneBy { get; private set; }

    public void Finish(Guid by, DateTime now)
    {
        if (DoneAt is null)
            (DoneBy, DoneAt) = (by, now);
    }
}
