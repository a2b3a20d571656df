using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Jotting;

/// <summary>A note for its writer and whom she names, and for nobody else.</summary>
[Authorize(Policy = Policies.Families), About(Subject.Family)]
public sealed class SensitiveModel(FamilyReading reading, AuditTrail audit, Company company, Noting noting, Actor actor, T t)
    : NotePage(reading, audit, t)
{
    /// <summary>Who can be named: those who stand beside the family.</summary>
    public IReadOnlyList<Colleague> Carers { get; private set; } = [];

    public static IReadOnlyList<Evidence> Ways { get; } = [Evidence.Spoken, Evidence.WithInterpreter, Evidence.OnPaper];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(DataClasses.Contact, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        if (!Takes())
            return Page();
        List<Guid> named = [.. Carers.Select(each => each.Id).Intersect(Input.Readers)];
        var how = Ways.Contains(Input.How) ? Input.How : Evidence.Spoken;
        return await noting.EntrustAsync(Open, Whom, Teller, Input.Text, (named, how), cancel) is null
            ? NotFound()
            : Redirect(Links.Family(Family));
    }

    protected override async Task<bool> FindMoreAsync(CancellationToken cancel)
    {
        Carers = await company.CarersAsync(await Reading.FactsAsync(Open, cancel), actor.PersonId, cancel);
        return true;
    }
}
