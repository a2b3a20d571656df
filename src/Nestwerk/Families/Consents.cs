using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>How a yes was said.</summary>
/// <param name="By">The parent who said it.</param>
/// <param name="Language">The language it was asked in.</param>
/// <param name="Text">The version of the text that was read out or shown.</param>
public sealed record Saying(Guid By, Evidence How, string Language, string Text);

/// <summary>What a yes is about: whose data, for what, to whom; one row of it only when a part is named.</summary>
public sealed record Agreement(
    Guid MemberId,
    Purpose Purpose,
    Holder Recipient,
    Guid RecipientId,
    DateTime? Until = null,
    Guid? PartId = null
);

/// <summary>Writes down what a family agrees to, and what it takes back: works from the next request on.</summary>
public sealed class Consents(NestwerkDb db, Actor actor, AuditTrail audit, HouseClock clock)
{
    /// <summary>One yes for each class. What held for longer or shorter makes place for it.</summary>
    /// <returns>Those that were not there yet.</returns>
    public IReadOnlyList<Consent> Give(Circle circle, Agreement what, Saying said, IEnumerable<DataClass> classes)
    {
        List<Consent> given = [];
        foreach (var data in classes.Distinct())
        {
            var old = Standing(circle, what, data);
            if (old is not null && old.Until == what.Until)
                continue;
            old?.Withdraw(actor.PersonId, clock.Utc);
            given.Add(Add(circle.FamilyId, what, said, data));
        }
        return given;
    }

    /// <summary>A yes to one row only.</summary>
    public void GivePart(FamilyText part, DataClass data, Holder recipient, Guid reader, Saying said)
    {
        var what = new Agreement(part.SubjectId!.Value, Purpose.CoordinateTrajectory, recipient, reader, PartId: part.Id);
        Add(part.FamilyId, what, said, data);
    }

    /// <summary>No reason is asked.</summary>
    public void Withdraw(Consent consent)
    {
        if (!Circle.Holds(consent, clock.Utc))
            return;
        consent.Withdraw(actor.PersonId, clock.Utc);
        audit.WroteOf(consent.FamilyId, "consent.withdrawn", consent.Id, consent.Class.Flag());
    }

    /// <summary>Less long than it was: the yes ends, and another begins that ends sooner.</summary>
    /// <param name="consent">The yes that holds.</param>
    /// <param name="day">It ends when this day begins in the house.</param>
    /// <returns>The shorter one; null when nothing became shorter.</returns>
    public Consent? Narrow(Consent consent, DateOnly day)
    {
        var until = clock.ToUtc(day.ToDateTime(TimeOnly.MinValue));
        if (!Circle.Holds(consent, clock.Utc) || until <= clock.Utc || (consent.Until is { } end && end <= until))
            return null;
        consent.Withdraw(actor.PersonId, clock.Utc);
        var said = new Saying(consent.GivenBy, consent.Evidence, consent.Language, consent.TextVersion);
        var what = new Agreement(consent.MemberId, consent.Purpose, consent.Recipient, consent.RecipientId, until, consent.PartId);
        var shorter = New(consent.FamilyId, what, said, consent.Class).Lasting(until);
        db.Add(shorter);
        audit.WroteOf(consent.FamilyId, "consent.narrowed", shorter.Id, consent.Class.Flag());
        return shorter;
    }

    /// <summary>Everything this one was given, for one purpose or for all.</summary>
    /// <returns>What was taken back.</returns>
    public IReadOnlyList<Consent> WithdrawFrom(Circle circle, Guid recipient, Purpose? purpose = null)
    {
        List<Consent> taken =
        [
            .. circle.Facts.Consents.Where(each =>
                each.RecipientId == recipient && (purpose is null || each.Purpose == purpose) && Circle.Holds(each, clock.Utc)
            ),
        ];
        taken.ForEach(Withdraw);
        return taken;
    }

    Consent? Standing(Circle circle, Agreement what, DataClass data) =>
        circle.Facts.Consents.FirstOrDefault(each =>
            Circle.Holds(each, clock.Utc)
            && (each.MemberId, each.Purpose, each.Class) == (what.MemberId, what.Purpose, data)
            && (each.RecipientId, each.PartId) == (what.RecipientId, what.PartId)
        );

    Consent Add(Guid family, Agreement what, Saying said, DataClass data)
    {
        var yes = New(family, what, said, data).Lasting(what.Until);
        db.Add(yes);
        audit.WroteOf(family, "consent.given", yes.Id, data.Flag());
        return yes;
    }

    Consent New(Guid family, Agreement what, Saying said, DataClass data) =>
        new()
        {
            FamilyId = family,
            Id = Ids.New(),
            MemberId = what.MemberId,
            GivenBy = said.By,
            Purpose = what.Purpose,
            Class = data,
            Recipient = what.Recipient,
            RecipientId = what.RecipientId,
            PartId = what.PartId,
            Evidence = said.How,
            Language = said.Language,
            TextVersion = said.Text,
            AskedBy = actor.PersonId,
            From = clock.Utc,
        };
}
