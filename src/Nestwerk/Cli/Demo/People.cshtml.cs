using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;
using Nestwerk.Data;

namespace Nestwerk.Cli.Demo;

/// <summary>The invented people, one of whom a visitor of the demo may be. Each stands once, under her first role.</summary>
[AllowAnonymous]
public sealed class PeopleModel(NestwerkDb db, DemoMode mode, DemoParents parents) : PageModel
{
    /// <summary>Who works on meetings, the book and the house; beside them who works with families.</summary>
    public IReadOnlyList<IReadOnlyList<(Role Role, IReadOnlyList<DemoPerson> People)>> Columns { get; private set; } = [];

    public IReadOnlyList<DemoParent> Parents { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!mode.IsOpenTo(HttpContext))
            return NotFound();
        Parents = await parents.ListAsync(cancel);
        var people = await DemoPeople.ListAsync(db, cancel);
        Columns =
        [
            .. people
                .GroupBy(person => person.Roles[0])
                .OrderBy(group => group.Key)
                .Select(group => (group.Key, (IReadOnlyList<DemoPerson>)[.. group]))
                .GroupBy(group => group.Key < Role.CareWorker)
                .Select(column => (IReadOnlyList<(Role, IReadOnlyList<DemoPerson>)>)[.. column]),
        ];
        return Page();
    }
}
