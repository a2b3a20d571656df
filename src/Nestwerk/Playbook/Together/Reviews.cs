using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Together;

/// <summary>A draft that waits, or came back, in a list.</summary>
public sealed record ReviewLine(Guid Recipe, Words Title, ReviewRequest Request, bool MayApprove);

/// <summary>Drafts on their way to being published, in the books of this editor.</summary>
public sealed class Reviews(NestwerkDb db, BookScope books, Actor actor, HouseClock clock, AuditTrail audit)
{
    /// <summary>Who edits a book today and can sign in.</summary>
    public async Task<IReadOnlyList<BookEditor>> EditorsAsync(Guid book, CancellationToken cancel)
    {
        var today = clock.Today;
        var posts = await (
            from post in db.Set<Appointment>()
            join owner in db.Set<BookOwner>() on post.OrganisationId equals owner.OrganisationId
            join person in db.Set<Person>() on post.PersonId equals person.Id
            where owner.BookId == book && post.Role == Role.LibraryEditor && person.AccountId != null
            where post.From <= today && (post.Until == null || today <= post.Until)
            select new { post.PersonId, post.OrganisationId }
        ).ToListAsync(cancel);
        return
        [
            .. posts
                .GroupBy(post => post.PersonId, post => post.OrganisationId)
                .Select(group => new BookEditor(group.Key, [.. group.Distinct()])),
        ];
    }

    public Task<ReviewNeed> NeedAsync(Recipe recipe, CancellationToken cancel) => NeedAsync(recipe.BookId, cancel);

    public async Task<ReviewNeed> NeedAsync(Guid id, CancellationToken cancel)
    {
        var book = await db.Set<Book>().AsNoTracking().SingleAsync(each => each.Id == id, cancel);
        return book.ReviewedSince is null ? ReviewNeed.None : ReviewRules.Need(book, actor.PersonId, await EditorsAsync(id, cancel));
    }

    /// <summary>The newest proposal of a recipe, answered or not.</summary>
    public Task<ReviewRequest?> NewestAsync(Guid recipe, CancellationToken cancel) =>
        db.Set<ReviewRequest>()
            .Where(request => request.RecipeId == recipe)
            .OrderByDescending(request => request.ProposedAt)
            .ThenByDescending(request => request.Id)
            .FirstOrDefaultAsync(cancel);

    public async Task<bool> MayApproveAsync(ReviewRequest request, Recipe recipe, CancellationToken cancel) =>
        ReviewRules.Readers(request.ProposedBy, await EditorsAsync(recipe.BookId, cancel)).Contains(actor.PersonId);

    /// <summary>Proposes the draft as it is; what was proposed before is no longer asked.</summary>
    public async Task ProposeAsync(Recipe recipe, string note, CancellationToken cancel)
    {
        await CloseAsync(recipe.Id, cancel);
        var request = new ReviewRequest
        {
            Id = Ids.New(),
            RecipeId = recipe.Id,
            Revision = recipe.Revision,
            Content = recipe.Draft,
            ChangeNote = note,
            ProposedBy = actor.PersonId,
            ProposedAt = clock.Utc,
        };
        db.Add(request);
        audit.Wrote("review.proposed", request.Id);
    }

    /// <summary>Publishes what was read. The proposer stands at the version, both stand in the trail.</summary>
    public void Approve(ReviewRequest request, Recipe recipe)
    {
        recipe.Publish(request.ChangeNote, request.ProposedBy, clock.Utc);
        Answer(request, ReviewAnswer.Approved, "review.approved");
        audit.Wrote("recipe.published", recipe.Id);
    }

    public void Return(ReviewRequest request, string remarks)
    {
        request.Remarks = remarks;
        Answer(request, ReviewAnswer.Returned, "review.returned");
    }

    public void Withdraw(ReviewRequest request) => Answer(request, ReviewAnswer.Withdrawn, "review.withdrawn");

    /// <summary>Somebody publishes by another way: nothing of this recipe waits any longer.</summary>
    public async Task CloseAsync(Guid recipe, CancellationToken cancel)
    {
        foreach (var open in await Open().Where(request => request.RecipeId == recipe).ToListAsync(cancel))
            Withdraw(open);
    }

    /// <summary>Holds the row while it is answered, so that two answers at the same moment are not both given.</summary>
    /// <returns>Null when it has an answer, or does not exist.</returns>
    public async Task<ReviewRequest?> ClaimAsync(Guid id, Guid recipe, CancellationToken cancel)
    {
        var held = await Open()
            .Where(request => request.Id == id && request.RecipeId == recipe)
            .ExecuteUpdateAsync(row => row.SetProperty(each => each.Remarks, each => each.Remarks), cancel);
        return held == 0 ? null : await db.Set<ReviewRequest>().SingleAsync(request => request.Id == id, cancel);
    }

    /// <summary>What waits in her books, oldest first.</summary>
    public async Task<IReadOnlyList<ReviewLine>> WaitingAsync(CancellationToken cancel)
    {
        var rows = await Rows(Open()).ToListAsync(cancel);
        var editors = new Dictionary<Guid, IReadOnlyList<BookEditor>>();
        foreach (var book in rows.Select(row => row.Recipe.BookId).Distinct())
            editors[book] = await EditorsAsync(book, cancel);
        return
        [
            .. rows.Select(row => new ReviewLine(
                row.Recipe.Id,
                row.Recipe.Draft.Title,
                row.Request,
                ReviewRules.Readers(row.Request.ProposedBy, editors[row.Recipe.BookId]).Contains(actor.PersonId)
            )),
        ];
    }

    /// <summary>What she proposed and got back, and did not take up since.</summary>
    public async Task<IReadOnlyList<ReviewLine>> ReturnedAsync(CancellationToken cancel)
    {
        var me = actor.PersonId;
        var newer = db.Set<ReviewRequest>();
        var mine = db.Set<ReviewRequest>()
            .Where(request => request.ProposedBy == me && request.Answer == ReviewAnswer.Returned)
            .Where(request => !newer.Any(other => other.RecipeId == request.RecipeId && other.ProposedAt > request.ProposedAt))
            .Where(request =>
                !db.Set<RecipeVersion>().Any(version => version.RecipeId == request.RecipeId && version.PublishedAt > request.AnsweredAt)
            );
        var rows = await Rows(mine).ToListAsync(cancel);
        return [.. rows.Select(row => new ReviewLine(row.Recipe.Id, row.Recipe.Draft.Title, row.Request, false))];
    }

    void Answer(ReviewRequest request, ReviewAnswer answer, string what)
    {
        (request.Answer, request.AnsweredBy, request.AnsweredAt) = (answer, actor.PersonId, clock.Utc);
        audit.Wrote(what, request.Id);
    }

    sealed record Row(Recipe Recipe, ReviewRequest Request);

    IQueryable<Row> Rows(IQueryable<ReviewRequest> requests) =>
        from request in requests.AsNoTracking()
        join recipe in books.Editable().AsNoTracking() on request.RecipeId equals recipe.Id
        where recipe.DeletedAt == null
        orderby request.ProposedAt, request.Id
        select new Row(recipe, request);

    IQueryable<ReviewRequest> Open() => db.Set<ReviewRequest>().Where(request => request.Answer == null);
}
