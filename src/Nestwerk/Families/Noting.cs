using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>Writes down what was told or seen; every text says who told it.</summary>
public sealed class Noting(FamilyReading reading, Consents consents, Actor actor, AuditTrail audit, HouseClock clock)
{
    /// <summary>The version of the words with which named readers are asked.</summary>
    const string TextVersion = "sensitive-1";

    /// <param name="toldBy">The parent who told it; null for what was seen, or heard elsewhere.</param>
    /// <param name="share">Whether the one it is about may read it from now on.</param>
    public async Task<CareNote?> NoteAsync(OpenFamily family, Guid about, Guid? toldBy, string text, bool share, CancellationToken cancel)
    {
        var note = new CareNote
        {
            FamilyId = family.Id,
            Id = Ids.New(),
            SubjectId = about,
            ToldBy = toldBy,
            WrittenBy = actor.PersonId,
            At = clock.Utc,
        };
        note.Say(text, family.Seal);
        if (share)
            note.Show(clock.Utc);
        if (!await reading.AddAsync(family, note, cancel))
            return null;
        audit.WroteOf(family.Id, "note.written", note.Id, DataClasses.Care);
        return note;
    }

    /// <summary>For its writer and these readers only, each by a yes of the one who speaks for whom it is about.</summary>
    public async Task<SensitiveNote?> EntrustAsync(
        OpenFamily family,
        FamilyMember about,
        Guid? toldBy,
        string text,
        (IReadOnlyCollection<Guid> To, Evidence How) readers,
        CancellationToken cancel
    )
    {
        var note = new SensitiveNote
        {
            FamilyId = family.Id,
            Id = Ids.New(),
            SubjectId = about.Id,
            ToldBy = toldBy,
            WrittenBy = actor.PersonId,
            At = clock.Utc,
        };
        note.Say(text, family.Seal);
        if (!await reading.AddAsync(family, note, cancel))
            return null;
        var said = new Saying(family.SpeakerOf(about).Id, readers.How, Languages.Current, TextVersion);
        foreach (var reader in readers.To)
            consents.GivePart(note, DataClass.Confidential, Holder.Person, reader, said);
        audit.WroteOf(family.Id, "sensitive-note.written", note.Id, DataClasses.Confidential);
        return note;
    }

    /// <summary>From now on she reads it on her own page.</summary>
    public void Share(FamilyText note)
    {
        note.Show(clock.Utc);
        audit.WroteOf(note.FamilyId, "note.shared", note.Id, DataClasses.Care);
    }

    public async Task<PracticalNeed?> NeedAsync(OpenFamily family, FamilyMember of, string text, CancellationToken cancel)
    {
        var need = new PracticalNeed
        {
            FamilyId = family.Id,
            Id = Ids.New(),
            SubjectId = of.Id,
            ToldBy = of.IsParent ? of.Id : null,
            WrittenBy = actor.PersonId,
            At = clock.Utc,
        };
        need.Say(text, family.Seal);
        if (!await reading.AddAsync(family, need, cancel))
            return null;
        audit.WroteOf(family.Id, "need.noted", need.Id, DataClasses.Needs);
        return need;
    }

    public void EndNeed(PracticalNeed need)
    {
        need.End(clock.Utc);
        audit.WroteOf(need.FamilyId, "need.ended", need.Id, DataClasses.Needs);
    }

    /// <summary>What was kept for later: asked now, or she would rather not and it is never asked again.</summary>
    public void Answer(IEnumerable<ToAsk> later, IReadOnlyCollection<Guid> asked, IReadOnlyCollection<Guid> declined)
    {
        foreach (var each in later.Where(each => asked.Contains(each.Id) || declined.Contains(each.Id)).ToList())
        {
            if (declined.Contains(each.Id))
                each.Decline(clock.Utc);
            else
                each.Ask(clock.Utc);
            audit.WroteOf(each.FamilyId, "later.answered", each.Id, DataClasses.Needs);
        }
    }
}
