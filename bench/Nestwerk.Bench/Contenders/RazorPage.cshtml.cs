using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Nestwerk.Bench.Contenders;

/// <summary>A plain Razor Page over EF Core: no sign-in, no filter, no form.</summary>
public sealed class RazorPageModel(BookDb db, Frame frame) : PageModel
{
    public Frame Frame => frame;
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync() => Rows = await db.FirstPageAsync();
}
