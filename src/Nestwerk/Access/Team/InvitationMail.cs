using System.Globalization;
using Nestwerk.Shared;
using Nestwerk.Shared.Mail;

namespace Nestwerk.Access.Team;

/// <summary>What is mailed about codes, in the language of the one who gets it.</summary>
public sealed class InvitationMail(Outbox outbox, NestwerkOptions options, HouseClock clock, Actor actor)
{
    /// <returns>Whether this instance sends mail.</returns>
    public bool Send(Invitation invitation, string code) =>
        outbox.Add("invitation", Letter(invitation, "team.mailInvite", actor.Name, options.Name, Address, code, Until(invitation)))
            is not null;

    /// <summary>Tells the owner of an account that a way into it was made: if that surprises her, she can ask.</summary>
    public void TellOwner(Invitation invitation) =>
        outbox.Add("account-restore", Letter(invitation, "team.mailRestore", actor.Name, options.Name));

    string Address => new Uri(options.PublicUrl, "/invitation").AbsoluteUri;

    string Until(Invitation invitation) =>
        clock.Local(invitation.ExpiresAt).ToString("dddd d MMMM, H:mm", Languages.Culture(invitation.Language));

    Letter Letter(Invitation invitation, string text, params object[] values) =>
        new(
            invitation.Address,
            string.Format(CultureInfo.InvariantCulture, Texts.Everything[text + "Subject"].In(invitation.Language), options.Name),
            string.Format(CultureInfo.InvariantCulture, Texts.Everything[text].In(invitation.Language), [invitation.Name, .. values])
        );
}
