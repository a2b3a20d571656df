using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook;

/// <summary>A question as its reader sees it.</summary>
/// <param name="About">The title of the session; null when it is about the book, or about a session that is gone.</param>
public sealed record QuestionView(Question Question, Asked Asked, Words Book, Guid? Recipe, Words? About);

/// <summary>The way to questions: only the contact of a book and its editors reach those about it.</summary>
public sealed class Questions(NestwerkDb db, SealedBox box, BookScope books, Actor actor, HouseClock clock, AuditTrail audit)
{
    /// <summary>As many as one page shows; the rest comes up as these are answered.</summary>
    const int Most = 100;

    public Task<int> WaitingAsync(CancellationToken cancel) => Mine().CountAsync(question => question.AnsweredAt == null, cancel);

    /// <summary>Newest first: those that wait, or those that were answered.</summary>
    public async Task<IReadOnlyList<QuestionView>> ListAsync(bool answered, CancellationToken cancel)
    {
        var rows = await (
            from question in Mine().AsNoTracking()
            where (question.AnsweredAt != null) == answered
            join book in db.Set<Book>() on question.BookId equals book.Id
            join version in db.Set<RecipeVersion>().Where(version => version.IsNewest)
                on question.RecipeId equals (Guid?)version.RecipeId
                into found
            from version in found.DefaultIfEmpty()
            orderby question.AskedAt descending
            select new
            {
                question,
                Book = new Words(book.Title.Nl, book.Title.Fr, book.Title.En),
                Recipe = (Guid?)version.RecipeId,
                version.Title.Nl,
                version.Title.Fr,
                version.Title.En,
            }
        )
            .Take(Most)
            .ToListAsync(cancel);
        return
        [
            .. rows.Select(row => new QuestionView(
                row.question,
                row.question.Open(box),
                row.Book,
                row.Recipe,
                row.Recipe is null ? null : new(row.Nl, row.Fr, row.En)
            )),
        ];
    }

    /// <returns>Whether there is such a question for her. Who answered first stays who answered.</returns>
    public async Task<bool> AnswerAsync(Guid id, CancellationToken cancel)
    {
        if (await Mine().SingleOrDefaultAsync(question => question.Id == id, cancel) is not { } found)
            return false;
        if (found.AnsweredAt is null)
        {
            found.Answered(actor.PersonId, clock.Utc);
            audit.Wrote("question.answered", id);
        }
        return true;
    }

    IQueryable<Question> Mine()
    {
        var (me, houses) = (actor.PersonId, actor.Posts.Select(post => post.OrganisationId).ToList());
        var editable = books.EditableBooks();
        var mine = db.Set<Book>()
            .Where(book => book.ContactId == me && book.Owners.Any(owner => houses.Contains(owner.OrganisationId)))
            .Select(book => book.Id);
        return db.Set<Question>().Where(question => mine.Contains(question.BookId) || editable.Any(book => book.Id == question.BookId));
    }
}
