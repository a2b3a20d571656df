using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Nestwerk.Shared;

namespace Nestwerk.Access.Front;

/// <summary>What this place is, for whoever passes by.</summary>
[AllowAnonymous, SameForEverybody, OutputCache(PolicyName = "Public")]
public sealed class FrontModel : PageModel;
