using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Nestwerk.Bench.Contenders;

public sealed class AccountsModel(IdentityDb db) : PageModel
{
    public IReadOnlyList<string?> Names { get; private set; } = [];

    public async Task OnGetAsync() =>
        Names = await db.Users.OrderBy(user => user.UserName).Select(user => user.UserName).Take(25).ToListAsync();
}
