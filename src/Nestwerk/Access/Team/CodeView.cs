using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Nestwerk.Access.Team;

/// <summary>A code that was just made; this is the only time it can be seen.</summary>
public sealed record CodeView(Invitation Invitation, string Code, bool IsMailed)
{
    public static ViewResult Show(PageModel page, CodeView code) =>
        new()
        {
            ViewName = "/Access/Team/Code.cshtml",
            ViewData = new ViewDataDictionary(page.MetadataProvider, page.ModelState) { Model = code },
            TempData = page.TempData,
        };
}

public sealed record RoleChoices(string Name, IReadOnlyList<Role> Offered, IReadOnlyCollection<Role> Chosen);
