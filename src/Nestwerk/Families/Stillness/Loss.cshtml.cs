using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nestwerk.Access;
using Nestwerk.Families.Knowing;
using Nestwerk.Shared;

namespace Nestwerk.Families.Stillness;

/// <summary>A pregnancy ended, a baby died, or a child lives elsewhere: one act, and nothing comes by itself any more.</summary>
[Authorize(Policy = Policies.Families)]
[About(Subject.Family)]
public sealed class LossModel(Circles circles, AuditTrail audit, Losses losses, T t) : CirclePage(circles, audit)
{
    const int MostLetters = 2000;

    [BindProperty]
    public Loss? What { get; set; }

    [BindProperty]
    public Guid? Child { get; set; }

    /// <summary>Who is told, and in which words.</summary>
    [BindProperty]
    public string? Words { get; set; }

    public IReadOnlyList<SelectListItem> Children =>
        [
            .. Circle
                .Members.Where(member => member is { IsParent: false, LeftAt: null })
                .Select(child => new SelectListItem(child.NameIn(Circle.Seal), $"{child.Id}")),
        ];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        if (What is not { } what)
            ModelState.AddModelError(nameof(What), t["quiet.problem.what"]);
        else if (Words?.Length > MostLetters)
            ModelState.AddModelError(nameof(Words), t["form.tooLong", MostLetters, Words.Length]);
        else
        {
            losses.Keep(Circle, what, Circle.Find(Child), Words?.Trim());
            return Redirect(Links.Who(Family, "quiet"));
        }
        return Page();
    }
}
