using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Nestwerk.Shared;

namespace Nestwerk.Access.Front;

/// <summary>Whom these screens let in, how that was looked at, and where they do not do well yet.</summary>
[AllowAnonymous, SameForEverybody, OutputCache(PolicyName = "Public")]
public sealed class AccessibilityModel(T t, NestwerkOptions house) : PageModel
{
    static readonly string[] Passages = ["aim", "tested", "known", "report", "checked"];

    public Reading Reading => new(t["accessibility.title"], t["accessibility.lede"], [.. Passages.Select(About)]);

    Passage About(string what) => new(what, t[$"accessibility.{what}.title"], t[$"accessibility.{what}.text", house.Name]);
}
