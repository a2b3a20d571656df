using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Nestwerk.Shared;

namespace Nestwerk.Access.Front;

/// <summary>The first steps, also for whoever cannot get in.</summary>
[AllowAnonymous, SameForEverybody, OutputCache(PolicyName = "Public")]
public sealed class HelpModel(T t, NestwerkOptions house) : PageModel
{
    public Reading Reading =>
        new(
            t["help.title"],
            t["help.lede"],
            [
                About("start", new PassageLink("/sign-in", "signIn.button")),
                About("second", new PassageLink("/account", "layout.myAccount")),
                About("lost"),
                About("compose", new PassageLink("/playbook/plans/new", "help.toCompose")),
                About("print"),
                About("book", new PassageLink("/playbook", "help.toBook")),
                About("search", new PassageLink("/search", "layout.search")),
                About("roles"),
                About("editor", new PassageLink("/playbook/recipes/new", "help.toWrite")),
                About("admin", new PassageLink("/people", "nav.people")),
                About("keys"),
                About("ask"),
            ]
        );

    Passage About(string what, params IReadOnlyList<PassageLink> links) =>
        new(what, t[$"help.{what}.title"], t[$"help.{what}.text", house.Name], links);
}
