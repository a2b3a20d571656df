using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Nestwerk.Shared;

namespace Nestwerk.Access.SignIn;

/// <summary>What travels along while somebody signs in: where she was going, and what she had typed there, sealed.</summary>
public sealed record Luggage(string? Return, string? Kept);

/// <summary>The screens of signing in, and its last step, the same for every way of proving who you are.</summary>
public sealed class WayIn(Sessions sessions, KeptFormSeal seal)
{
    public IActionResult AskPassword(PageModel page, SignInInput input, Luggage luggage) => Show(page, "Enter", new Enter(input, luggage));

    public IActionResult AskCode(PageModel page, Luggage luggage) => Show(page, "AskCode", new AskCode("", luggage));

    /// <returns>Null when this account belongs to nobody.</returns>
    public async Task<IActionResult?> LetInAsync(
        PageModel page,
        IdentityUser<Guid> account,
        string method,
        Luggage luggage,
        bool shared,
        CancellationToken cancel
    )
    {
        if (await sessions.BeginAsync(account, method, cancel, shared) is not { } actor)
        {
            await sessions.EndAsync(cancel);
            return null;
        }
        if (!actor.SecondFactor)
            return new RedirectResult("/account");
        if (luggage.Kept is { } kept && seal.Open(kept, page.User) is { } form)
            return Show(page, "Again", new Again(form.Address, kept));
        return new RedirectResult(page.Url.IsLocalUrl(luggage.Return) ? luggage.Return : "/");
    }

    static ViewResult Show(PageModel page, string view, object model) =>
        new()
        {
            ViewName = $"/Access/SignIn/{view}.cshtml",
            ViewData = new ViewDataDictionary(page.MetadataProvider, page.ModelState) { Model = model },
            TempData = page.TempData,
        };
}

public sealed record Enter(SignInInput Input, Luggage Luggage);

public sealed record AskCode(string Code, Luggage Luggage);

/// <summary>You are signed in again, and this is where you were.</summary>
public sealed record Again(string Address, string Kept);

public sealed class SignInInput
{
    public string? Address { get; set; }
    public string? Password { get; set; }

    /// <summary>Others use this device too: the session is short and leaves nothing behind.</summary>
    public bool Shared { get; set; }
}
