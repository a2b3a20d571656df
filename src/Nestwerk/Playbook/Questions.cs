using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook;

/// <summary>A question as its reader sees it.</summary>
/// <param name="About">The title of the session; null when it is about the book, or about a session that is gone.</param>
public sealed record QuestionView(Question Question, Asked Asked, Words Book, Words? About);

/// <summary>The way to questions: only the contact of a book and its editors reach those about it.</summary>
public sealed class Questions(NestwerkDb db, SealedBox box, BookScope books, Actor actor, HouseClock clock, AuditTrail audit)
{
    /// <summary>As many as one page shows; the rest comes up as these are answered.</summary>
    const int Most = 100;

    public Task<int> WaitingAsync(CancellationToken cancel) => Mine().CountAsync(question => question.AnsweredAt == null, cancel);

    /// <summary>Newest first: those that wait, or those that were answered.</summary>
    public async Task<IReadOnlyList<QuestionView>> ListAsync(bool answered, CancellationToken cancel)
    {
        var found = await Mine()
            .AsNoTracking()
            .Where(question => (question.AnsweredAt != null) == answered)
            .OrderByDescending(question => question.AskedAt)
            .Take(Most)
            .ToListAsync(cancel);
        var titles = await BooksAsync([.. found.Select(question => question.BookId)], cancel);
        var sessions = await SessionsAsync([.. found.Select(question => question.RecipeId).OfType<Guid>()], cancel);
        return
        [
            .. found.Select(question => new QuestionView(
                question,
                question.Open(box),
                titles[question.BookId],
                question.RecipeId is { } recipe ? sessions.GetValueOrDefault(recipe) : null
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

    Task<Dictionary<Guid, Words>> BooksAsync(List<Guid> ids, CancellationToken cancel) =>
        db.Set<Book>()
            .Where(book => ids.Contains(book.Id))
            .Select(book => new { book.Id, Title = new Words(book.Title.Nl, book.Title.Fr, book.Title.En) })
            .ToDictionaryAsync(book => book.Id, book => book.Title, cancel);

    Task<Dictionary<Guid, Words>> SessionsAsync(List<Guid> ids, CancellationToken cancel) =>
        db.Set<RecipeVersion>()
            .Where(version => version.IsNewest && ids.Contains(version.RecipeId))
            .Select(version => new { version.RecipeId, Title = new Words(version.Title.Nl, version.Title.Fr, version.Title.En) })
            .ToDictionaryAsync(version => version.RecipeId, version => version.Title, cancel);

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
