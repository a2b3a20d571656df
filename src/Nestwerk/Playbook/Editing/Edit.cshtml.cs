using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Editing;

[Authorize(Policy = Policies.Editors)]
[About(Subject.Book)]
public sealed class EditModel(BookScope books, Lists lists, Actor actor, HouseClock clock, AuditTrail audit, T t)
    : RecipeFormPage(books, lists)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The fields in which she takes the text of whoever saved first.</summary>
    [BindProperty]
    public List<string> Take { get; set; } = [];

    /// <summary>She comes from saving.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }
    public Recipe Recipe { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        (Input, Revision) = (RecipeForm.From(Recipe.Draft), Recipe.Revision);
        return await ShowAgainAsync();
    }

    public async Task<IActionResult> OnPostAsync(string? then, CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        RecipeFields.Take(Take, Input, RecipeForm.From(Recipe.Draft));
        Input.Tidy(await Lists.LoadAsync(cancel), Recipe.Draft);
        var content = Input.ToContent(Recipe.Draft);
        if (!IsSound(content, t))
            return await ShowAgainAsync();
        if (Recipe.Revision != Revision && !ContentJson.Same(Recipe.Draft, content))
            return await ShowBothAsync();
        if (Recipe.Rewrite(content, actor.PersonId, clock.Utc))
            audit.Wrote("recipe.drafted", Id);
        return Redirect(Links.AfterSaving(Id, then));
    }

    public override async Task<IActionResult> ShowBothAsync()
    {
        if (!await FindAsync(HttpContext.RequestAborted))
            return NotFound();
        await Lists.LoadAsync(HttpContext.RequestAborted);
        Both = RecipeFields.Between(Recipe.Draft, Input.ToContent(Recipe.Draft), Lists, t);
        Revision = Recipe.Revision;
        ModelState.AddModelError("", t["form.stale"]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await ShowAgainAsync();
    }

    protected override async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await Scope.ChangeAsync(Id, cancel) is not { DeletedAt: null } recipe)
            return false;
        Recipe = recipe;
        return true;
    }
}
