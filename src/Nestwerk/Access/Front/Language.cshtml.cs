using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access.Front;

/// <summary>Changes the language of the screens and comes back to the same one.</summary>
[AllowAnonymous, OwnTransactions]
public sealed class LanguageModel(NestwerkDb db, WriteGate gate, Actor actor) : PageModel
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(string? to, string? @return, CancellationToken cancel)
    {
        var language = Languages.Known(to);
        HttpContext.RememberLanguage(language);
        if (actor.IsSignedIn)
            await KeepAsync(language, cancel);
        return Redirect(Url.IsLocalUrl(@return) ? @return : "/");
    }

    async Task KeepAsync(string language, CancellationToken cancel)
    {
        using var turn = await gate.EnterAsync(cancel);
        await db.Set<Person>()
            .Where(person => person.Id == actor.PersonId)
            .ExecuteUpdateAsync(row => row.SetProperty(person => person.Language, language), cancel);
    }
}
