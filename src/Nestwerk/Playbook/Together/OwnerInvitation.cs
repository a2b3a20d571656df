namespace Nestwerk.Playbook.Together;

/// <summary>An organisation asked to own a book together. It owns it from the moment one of its own people says yes.</summary>
public sealed class OwnerInvitation
{
    public required Guid Id { get; init; }
    public required Guid BookId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required Guid InvitedBy { get; init; }
    public required DateTime InvitedAt { get; init; }
    public DateTime? AcceptedAt { get; set; }
    public DateTime? DeclinedAt { get; set; }
    public DateTime? WithdrawnAt { get; set; }
    public Guid? AnsweredBy { get; set; }
}
