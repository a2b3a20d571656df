using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Sending;

/// <summary>Behind the link in a message. It says nothing about who wrote, to whom, or about what; looking changes nothing.</summary>
[AllowAnonymous, EnableRateLimiting(AccessServices.VisitorLimit)]
public sealed class StopModel(MessageLinks links, NestwerkOptions options) : PageModel
{
    public Reached? Reached { get; private set; }

    /// <summary>The language the message was written in.</summary>
    public string Tongue => Reached?.Message.Language ?? MessageTexts.Known(options.Language, "nl");

    public string Say(string key) => MessageTexts.Page(key, Tongue);

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        Reached = await links.FindAsync(token, cancel);
        return Show();
    }

    public async Task<IActionResult> OnPostAsync(string token, string? answer, CancellationToken cancel)
    {
        Reached = await links.FindAsync(token, cancel);
        if (Reached is null)
            return Show();
        if (answer == "yes")
            links.Confirm(Reached);
        else
            await links.StopAsync(Reached, cancel);
        return Redirect(Links.StopMessages(token));
    }

    PageResult Show()
    {
        var page = Page();
        page.StatusCode = Reached is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return page;
    }
}
