using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Officer;

public sealed class BreachInput
{
    public string? What { get; set; }

    /// <summary>The address with which the stolen account signs in.</summary>
    public string? Account { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? Until { get; set; }

    public IEnumerable<Problem> Problems()
    {
        if (string.IsNullOrWhiteSpace(What) || What.Length > OfficerModel.MostText)
            yield return new(nameof(What), "officer.whatMissing", OfficerModel.MostText);
        if (From is not { } from || from.Year < 2000 || from.Year > 2200)
            yield return new(nameof(From), "form.invalid");
        if (Until is not { } until || until < From || until.Year > 2200)
            yield return new(nameof(Until), "form.invalid");
    }
}

/// <summary>Begins the file of a breach: from now on the clock runs.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class NewBreachModel(NestwerkDb db, OfficerDesk desk, Actor actor, AuditTrail audit, HouseClock clock, T t) : FormPage
{
    [BindProperty]
    public BreachInput Input { get; set; } = new();

    public IActionResult OnGet()
    {
        Input = new() { From = clock.Today.AddDays(-1), Until = clock.Today };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.Takes(t, Input.Problems()))
            return await ShowAgainAsync();
        Guid? person = null;
        if (!string.IsNullOrWhiteSpace(Input.Account) && (person = await PersonAsync(Input.Account, cancel)) is null)
        {
            ModelState.AddModelError("Input.Account", t["officer.noAccount"]);
            return await ShowAgainAsync();
        }
        var breach = new Breach
        {
            Id = Ids.New(),
            OrganisationId = desk.Houses[0],
            RecordedBy = actor.PersonId,
            KnownAt = clock.Utc,
            What = Input.What!.Trim(),
            PersonId = person,
            From = Input.From!.Value.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddDays(-1),
            Until = Input.Until!.Value.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddDays(2),
        };
        db.Add(breach);
        audit.Wrote("breach.recorded", breach.Id);
        return Redirect(Links.Breach(breach.Id));
    }

    public override Task<IActionResult> ShowAgainAsync() => Task.FromResult<IActionResult>(Page());

    /// <summary>Only somebody who works, or worked, at an organisation of hers.</summary>
    async Task<Guid?> PersonAsync(string address, CancellationToken cancel)
    {
        var known = address.Trim().ToUpperInvariant();
        return await db.Set<Person>()
            .Where(person =>
                db.Set<IdentityUser<Guid>>().Any(account => account.Id == person.AccountId && account.NormalizedEmail == known)
            )
            .Where(person => db.Set<Appointment>().Any(post => post.PersonId == person.Id && desk.Houses.Contains(post.OrganisationId)))
            .Select(person => (Guid?)person.Id)
            .FirstOrDefaultAsync(cancel);
    }
}
