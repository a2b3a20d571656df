using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Together;

/// <summary>Which houses own a book, which are asked, and whether two read before it is published.</summary>
[Authorize(Policy = Policies.Editors)]
[About(Subject.Book)]
public sealed class OwnersModel(Owning owning, BookScope books, HouseClock clock, AuditTrail audit, T t) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The house that is asked.</summary>
    [BindProperty]
    public Guid? House { get; set; }

    public Book Book { get; private set; } = null!;
    public IReadOnlyList<Organisation> Owners { get; private set; } = [];
    public IReadOnlyList<AskedHouse> Asked { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Askable { get; private set; } = [];

    public bool MayStepOut(Guid house) => Owners.Count > 1 && owning.MayStepOut(house);

    public Task<IActionResult> OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        ModelState.Clear();
        if (House is not { } house || Askable.All(each => each.Value != house.ToString()))
        {
            ModelState.AddModelError(nameof(House), t["owners.choose"]);
            return Page();
        }
        owning.Invite(Id, house);
        return Redirect(TogetherLinks.Owners(Id));
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid invitation, CancellationToken cancel) =>
        await FindAsync(cancel) && await owning.WithdrawAsync(Id, invitation, cancel) ? Redirect(TogetherLinks.Owners(Id)) : NotFound();

    public async Task<IActionResult> OnPostReviewAsync(bool on, CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        if (on != (Book.ReviewedSince is not null))
        {
            Book.ReviewedSince = on ? clock.Utc : null;
            audit.Wrote(on ? "book.review-asked" : "book.review-dropped", Id);
        }
        return Redirect(TogetherLinks.Owners(Id));
    }

    public override async Task<IActionResult> ShowAgainAsync() => await FindAsync(HttpContext.RequestAborted) ? Page() : NotFound();

    async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await books.EditableBooks().SingleOrDefaultAsync(book => book.Id == Id, cancel) is not { } found)
            return false;
        Book = found;
        Owners = await owning.OwnersAsync(Id, cancel);
        Asked = await owning.OpenOfAsync(Id, cancel);
        var askable = await owning.AskableAsync(Id, cancel);
        Askable = [new(t["owners.none"], ""), .. askable.Select(house => new SelectListItem(house.Name, house.Id.ToString()))];
        return true;
    }
}
