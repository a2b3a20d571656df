using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Together;

/// <summary>A note with the name of who wrote it.</summary>
public sealed record NoteLine(MarginNote Note, string By, bool IsMine);

/// <summary>The notes of colleagues beside a recipe: read and written within one house, never further.</summary>
public sealed class Margin(NestwerkDb db, Actor actor, HouseClock clock, AuditTrail audit)
{
    public const int NoteLength = 1000;

    /// <summary>The rubrics a note can stand beside, in the order of the book.</summary>
    public static readonly IReadOnlyList<string> Rubrics = ["objectives", "theme", "description", "duration", "material"];

    /// <summary>Her own houses: a network does not read along in the margin.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Houses
    {
        get
        {
            var reach = AccessPolicy.Reach(actor, DataClass.Working, Act.Write);
            return [.. actor.Organisations.Where(house => reach.Contains(house.Id))];
        }
    }

    public async Task<IReadOnlyList<NoteLine>> OfAsync(Guid recipe, CancellationToken cancel)
    {
        var me = actor.PersonId;
        var rows = await (
            from note in Mine().AsNoTracking()
            where note.RecipeId == recipe
            join person in db.Set<Person>() on note.WrittenBy equals person.Id into people
            from person in people.DefaultIfEmpty()
            orderby note.WrittenAt, note.Id
            select new { Note = note, person!.Name }
        ).ToListAsync(cancel);
        return [.. rows.Select(row => new NoteLine(row.Note, row.Name ?? "", row.Note.WrittenBy == me))];
    }

    public void Write(Guid recipe, Guid house, string rubric, string text)
    {
        var note = new MarginNote
        {
            Id = Ids.New(),
            RecipeId = recipe,
            OrganisationId = house,
            WrittenBy = actor.PersonId,
            WrittenAt = clock.Utc,
            Rubric = rubric,
            Text = text,
        };
        db.Add(note);
        audit.Wrote("margin-note.written", note.Id);
    }

    /// <returns>Null unless she wrote it, in a house where she still works.</returns>
    public Task<MarginNote?> OwnAsync(Guid recipe, Guid id, CancellationToken cancel)
    {
        var me = actor.PersonId;
        return Mine().SingleOrDefaultAsync(note => note.Id == id && note.RecipeId == recipe && note.WrittenBy == me, cancel);
    }

    public void Change(MarginNote note, string text)
    {
        if (note.Text == text)
            return;
        note.Text = text;
        audit.Wrote("margin-note.changed", note.Id);
    }

    public void Remove(MarginNote note)
    {
        db.Remove(note);
        audit.Wrote("margin-note.removed", note.Id);
    }

    IQueryable<MarginNote> Mine()
    {
        var houses = AccessPolicy.Reach(actor, DataClass.Working, Act.Write);
        return db.Set<MarginNote>().Where(note => houses.Contains(note.OrganisationId));
    }
}
