namespace Nestwerk.Playbook;

/// <summary>Somebody who makes a plan together with its author.</summary>
public sealed class CoFacilitator
{
    public Guid PlanId { get; init; }
    public required Guid PersonId { get; init; }
}
