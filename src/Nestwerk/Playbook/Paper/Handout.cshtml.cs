using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Paper;

/// <summary>What parents take home: the plain sentences of each recipe, in a language of choice.</summary>
[Authorize(Policy = Policies.Meetings)]
[About(Subject.Work)]
public sealed class HandoutModel(PlanScope plans) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "lang")]
    public string? Chosen { get; set; }

    public PlanView View { get; private set; } = null!;
    public string Language => Chosen is null ? Languages.Current : Languages.Known(Chosen);

    public IEnumerable<RecipeContent> Recipes =>
        View.Blocks.Select(block => block.View.Recipe).OfType<RecipeContent>().Where(recipe => !recipe.Handout.IsEmpty());

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await plans.ReadAsync(id, cancel) is not { } plan)
            return NotFound();
        View = await plans.ViewAsync(plan, cancel);
        return Page();
    }
}
