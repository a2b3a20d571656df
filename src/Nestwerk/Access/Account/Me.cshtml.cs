using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access.Account;

/// <summary>Her name, what she is, and the language she works in.</summary>
public sealed class MeModel(Factors factors, Sessions sessions, NestwerkDb db, WriteGate gate, Actor actor, T t)
    : AccountPage(factors, sessions)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Profession { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    public IEnumerable<SelectListItem> Tongues => Offers.Tongues(t);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync();
        if (IsDemo)
            return Redirect("/account");
        var me = await db.Set<Person>().AsNoTracking().SingleAsync(person => person.Id == actor.PersonId, cancel);
        (Name, Profession, Language) = (me.Name, me.Profession, me.Language);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync();
        if (IsDemo)
            return Redirect("/account");
        if (!ModelState.Takes(t, Problems(), root: ""))
            return Page();
        using (await gate.EnterAsync(cancel))
        {
            var me = await db.Set<Person>().SingleAsync(person => person.Id == actor.PersonId, cancel);
            (me.Name, me.Profession, me.Language) = (Name!.Trim(), Profession?.Trim() ?? "", Languages.Known(Language));
            await db.SaveChangesAsync(cancel);
        }
        HttpContext.RememberLanguage(Languages.Known(Language));
        return Redirect("/account");
    }

    IEnumerable<Problem> Problems()
    {
        if (string.IsNullOrWhiteSpace(Name))
            yield return new(nameof(Name), "team.problem.name");
        else if (Name.Length > Limits.Name)
            yield return new(nameof(Name), "form.tooLong", Limits.Name, Name.Length);
        if (Profession?.Length > Limits.Name)
            yield return new(nameof(Profession), "form.tooLong", Limits.Name, Profession.Length);
    }
}
