using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Together;

/// <summary>A house asked to own a book, as the house that is asked and the house that asks see it.</summary>
public sealed record AskedHouse(OwnerInvitation Invitation, Words Book, string House);

/// <summary>The houses of a book: who owns it, who is asked, and who may answer for a house.</summary>
public sealed class Owning(NestwerkDb db, Actor actor, HouseClock clock, AuditTrail audit)
{
    /// <summary>The houses for which she may say yes or no: where she edits, or looks after the people.</summary>
    public IReadOnlyCollection<Guid> MayAnswerFor =>
        [.. AccessPolicy.Reach(actor, DataClass.Public, Act.Write).Union(AccessPolicy.Reach(actor, DataClass.Staff, Act.Write))];

    public bool MayEdit => AccessPolicy.Reach(actor, DataClass.Public, Act.Write).Length > 0;

    /// <summary>The houses she edits for: only those may she take out of a book.</summary>
    public bool MayStepOut(Guid house) => AccessPolicy.Reach(actor, DataClass.Public, Act.Write).Contains(house);

    public Task<List<AskedHouse>> WaitingForMeAsync(CancellationToken cancel)
    {
        var mine = MayAnswerFor;
        return Named(Open().Where(invitation => mine.Contains(invitation.OrganisationId))).ToListAsync(cancel);
    }

    public Task<List<AskedHouse>> OpenOfAsync(Guid book, CancellationToken cancel) =>
        Named(Open().Where(invitation => invitation.BookId == book)).ToListAsync(cancel);

    public Task<List<Organisation>> OwnersAsync(Guid book, CancellationToken cancel) =>
        db.Set<Organisation>()
            .AsNoTracking()
            .Where(house => db.Set<BookOwner>().Any(owner => owner.BookId == book && owner.OrganisationId == house.Id))
            .OrderBy(house => house.Name)
            .ToListAsync(cancel);

    /// <summary>The houses of this instance that neither own the book nor are asked to.</summary>
    public Task<List<Organisation>> AskableAsync(Guid book, CancellationToken cancel) =>
        db.Set<Organisation>()
            .AsNoTracking()
            .Where(house => !db.Set<BookOwner>().Any(owner => owner.BookId == book && owner.OrganisationId == house.Id))
            .Where(house => !Open().Any(invitation => invitation.BookId == book && invitation.OrganisationId == house.Id))
            .OrderBy(house => house.Name)
            .ToListAsync(cancel);

    public void Invite(Guid book, Guid house)
    {
        var invitation = new OwnerInvitation
        {
            Id = Ids.New(),
            BookId = book,
            OrganisationId = house,
            InvitedBy = actor.PersonId,
            InvitedAt = clock.Utc,
        };
        db.Add(invitation);
        audit.Wrote("book.owner-invited", invitation.Id);
    }

    /// <returns>Whether there was such an invitation of this book, still without an answer.</returns>
    public async Task<bool> WithdrawAsync(Guid book, Guid id, CancellationToken cancel)
    {
        if (await ClaimAsync(id, cancel) is not { } invitation || invitation.BookId != book)
            return false;
        (invitation.WithdrawnAt, invitation.AnsweredBy) = (clock.Utc, actor.PersonId);
        audit.Wrote("book.owner-invitation-withdrawn", id);
        return true;
    }

    /// <summary>Yes makes her house an owner, at once.</summary>
    /// <returns>False when there is no such invitation for a house she may answer for.</returns>
    public async Task<bool> AnswerAsync(Guid id, bool yes, CancellationToken cancel)
    {
        if (await ClaimAsync(id, cancel) is not { } invitation || !MayAnswerFor.Contains(invitation.OrganisationId))
            return false;
        invitation.AnsweredBy = actor.PersonId;
        if (yes)
            await OwnAsync(invitation, cancel);
        else
            invitation.DeclinedAt = clock.Utc;
        audit.Wrote(yes ? "book.owner-joined" : "book.owner-declined", id);
        return true;
    }

    /// <returns>False for the last owner: a book without one would be nobody's.</returns>
    public async Task<bool> StepOutAsync(Guid book, Guid house, Colleagues colleagues, CancellationToken cancel)
    {
        // Two houses that step out at once must not both think the other stays: the first holds the row of the book.
        await db.Set<Book>()
            .Where(each => each.Id == book)
            .ExecuteUpdateAsync(row => row.SetProperty(each => each.ContactId, each => each.ContactId), cancel);
        var owners = await db.Set<BookOwner>().Where(owner => owner.BookId == book).ToListAsync(cancel);
        if (owners.Count < 2 || owners.Find(owner => owner.OrganisationId == house) is not { } mine)
            return false;
        db.Remove(mine);
        var stay = await colleagues.WorkingAtAsync([.. owners.Where(owner => owner != mine).Select(owner => owner.OrganisationId)], cancel);
        var kept = await db.Set<Book>().SingleAsync(each => each.Id == book, cancel);
        if (kept.ContactId is { } contact && stay.All(person => person.Id != contact))
            kept.ContactId = null;
        audit.Wrote("book.owner-left", book);
        return true;
    }

    async Task OwnAsync(OwnerInvitation invitation, CancellationToken cancel)
    {
        invitation.AcceptedAt = clock.Utc;
        var owns = await db.Set<BookOwner>()
            .AnyAsync(owner => owner.BookId == invitation.BookId && owner.OrganisationId == invitation.OrganisationId, cancel);
        if (!owns)
            db.Add(new BookOwner { BookId = invitation.BookId, OrganisationId = invitation.OrganisationId });
    }

    /// <summary>Holds the row while it is answered, so that a yes and a withdrawal at the same moment are not both done.</summary>
    async Task<OwnerInvitation?> ClaimAsync(Guid id, CancellationToken cancel)
    {
        var held = await Open()
            .Where(invitation => invitation.Id == id)
            .ExecuteUpdateAsync(row => row.SetProperty(each => each.AnsweredBy, each => each.AnsweredBy), cancel);
        return held == 0 ? null : await db.Set<OwnerInvitation>().SingleAsync(invitation => invitation.Id == id, cancel);
    }

    IQueryable<OwnerInvitation> Open() =>
        db.Set<OwnerInvitation>()
            .Where(invitation => invitation.AcceptedAt == null && invitation.DeclinedAt == null && invitation.WithdrawnAt == null);

    IQueryable<AskedHouse> Named(IQueryable<OwnerInvitation> invitations) =>
        from invitation in invitations
        join book in db.Set<Book>() on invitation.BookId equals book.Id
        join house in db.Set<Organisation>() on invitation.OrganisationId equals house.Id
        orderby invitation.InvitedAt, invitation.Id
        select new AskedHouse(invitation, book.Title, house.Name);
}
