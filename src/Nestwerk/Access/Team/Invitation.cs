namespace Nestwerk.Access.Team;

/// <summary>
/// A way in for one person, open for three days: to a first account, to another organisation, or back into her own account
/// after a lost password or factor. The code itself is shown once and kept nowhere.
/// </summary>
public sealed class Invitation
{
    public static readonly TimeSpan Validity = TimeSpan.FromHours(72);

    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }

    /// <summary>Whose account is restored; null when somebody is invited.</summary>
    public Guid? PersonId { get; init; }
    public required string Name { get; init; }

    /// <summary>Her e-mail address, as it was typed.</summary>
    public required string Address { get; init; }
    public required string Language { get; init; }

    /// <summary>What she will be at the organisation; none when an account is restored.</summary>
    public required List<Role> Roles { get; init; }
    public required string CodeHash { get; init; }
    public required Guid MadeBy { get; init; }
    public required DateTime MadeAt { get; init; }
    public required DateTime ExpiresAt { get; init; }
    public DateTime? AcceptedAt { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }

    public bool Restores => PersonId is not null;

    public bool IsOpen(DateTime now) => AcceptedAt is null && WithdrawnAt is null && now < ExpiresAt;

    public void Accept(DateTime now) => AcceptedAt = now;

    public void Withdraw(DateTime now) => WithdrawnAt ??= now;
}
