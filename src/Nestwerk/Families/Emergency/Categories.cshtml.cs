using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;

namespace Nestwerk.Families.Emergency;

/// <summary>Which kinds of people may open what, and what binds them: the list the law asks for, made from the policy itself.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class CategoriesModel : PageModel
{
    /// <summary>By role, in the order of the policy.</summary>
    public IReadOnlyList<IGrouping<Role, Grant>> Roles { get; } = [.. AccessPolicy.Table.GroupBy(grant => grant.Role)];

    public void OnGet() { }
}
