using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Officer;

public sealed class LegalInput
{
    public string? Authority { get; set; }
    public string? Order { get; set; }
    public string? Scope { get; set; }
    public string? Lawyer { get; set; }

    /// <summary>The number of the family, or the address of its page.</summary>
    public string? Family { get; set; }

    public Guid? FamilyId => Guid.TryParse(Family?.Trim().TrimEnd('/').Split('/')[^1], out var id) ? id : null;

    public IEnumerable<Problem> Problems()
    {
        foreach (var (name, text) in new[] { (nameof(Authority), Authority), (nameof(Order), Order), (nameof(Lawyer), Lawyer) })
            if (string.IsNullOrWhiteSpace(text) || text.Length > Limits.Name)
                yield return new(name, $"officer.missing.{name}", Limits.Name);
        if (string.IsNullOrWhiteSpace(Scope) || Scope.Length > OfficerModel.MostText)
            yield return new(nameof(Scope), "officer.missing.Scope", OfficerModel.MostText);
        if (FamilyId is null)
            yield return new(nameof(Family), "officer.familyMissing");
    }
}

/// <summary>Records that a judge asks for one named file. Without a second person nothing is opened.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class NewLegalModel(NestwerkDb db, OfficerDesk desk, Actor actor, AuditTrail audit, HouseClock clock, T t) : FormPage
{
    [BindProperty]
    public LegalInput Input { get; set; } = new();

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.Takes(t, Input.Problems()))
            return await ShowAgainAsync();
        var legal = new LegalRequest
        {
            Id = Ids.New(),
            OrganisationId = desk.Houses[0],
            RecordedBy = actor.PersonId,
            At = clock.Utc,
            Authority = Input.Authority!.Trim(),
            Order = Input.Order!.Trim(),
            Scope = Input.Scope!.Trim(),
            Lawyer = Input.Lawyer!.Trim(),
        };
        if (await desk.OpenAsync(Input.FamilyId!.Value, CaseKind.Legal, legal.Id, cancel) is not { } opened)
        {
            ModelState.AddModelError("Input.Family", t["officer.familyMissing"]);
            return await ShowAgainAsync();
        }
        db.Add(legal);
        audit.Wrote("legal.recorded", legal.Id);
        return Redirect(Links.Case(opened.Id));
    }

    public override Task<IActionResult> ShowAgainAsync() => Task.FromResult<IActionResult>(Page());
}
