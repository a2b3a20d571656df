using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;
using Nestwerk.Data;

namespace Nestwerk.Cli.Demo;

/// <summary>The invented people, one of whom a visitor of the demo may be. A person with several roles stands under each.</summary>
[AllowAnonymous]
public sealed class PeopleModel(NestwerkDb db, DemoMode mode) : PageModel
{
    public IReadOnlyList<(Role Role, IReadOnlyList<DemoPerson> People)> ByRole { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!mode.IsOpenTo(HttpContext))
            return NotFound();
        var people = await DemoPeople.ListAsync(db, cancel);
        ByRole =
        [
            .. Enum.GetValues<Role>()
                .Select(role => (role, (IReadOnlyList<DemoPerson>)[.. people.Where(person => person.Roles.Contains(role))]))
                .Where(group => group.Item2.Count > 0),
        ];
        return Page();
    }
}
