using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Caseload;

/// <summary>
/// Asks whether somebody is known already. The answer is the same sentence whoever it is; it opens a short transaction of its own
/// to count the question.
/// </summary>
[Authorize(Policy = Policies.Families), OwnTransactions]
public sealed class FindModel(Inquiries inquiries, Actor actor, AuditTrail audit, T t) : FormPage
{
    [BindProperty]
    public FindForm Input { get; set; } = new();

    public bool Asked { get; private set; }
    public IReadOnlyList<OpenFamily> Hers { get; private set; } = [];

    public IActionResult OnGet() => Standing.Cares(actor) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Standing.Cares(actor))
            return NotFound();
        var month = FamilyRules.Month(Input.Month);
        if (!ModelState.Takes(t, Problems(month)))
            return Page();
        var (kind, plain) = Wanted(month);
        if (await inquiries.AskAsync(kind, plain, cancel) is not { } hers)
        {
            ModelState.Takes(t, [new("", "find.problem.often", Inquiries.MostADay)]);
            return Page();
        }
        (Asked, Hers) = (true, hers);
        await audit.ReadAsync("families.listed", hers.Select(family => family.Id), DataClasses.Contact, cancel);
        return Page();
    }

    public override Task<IActionResult> ShowAgainAsync() => Task.FromResult(OnGet());

    IEnumerable<Problem> Problems(DateOnly? month)
    {
        var reach = Clean(Input.Reach);
        if (reach.Length > 0 && Lookups.Number(reach) is null && Lookups.Address(reach) is null)
            yield return new(nameof(Input.Reach), "find.problem.reach");
        else if (reach.Length == 0 && (Clean(Input.Name).Length == 0 || month is null))
            yield return new(nameof(Input.Reach), "find.problem.nothing");
    }

    (LookupKind Kind, string Plain) Wanted(DateOnly? month) =>
        Lookups.Address(Clean(Input.Reach)) is { } address ? (LookupKind.Mail, address)
        : Lookups.Number(Clean(Input.Reach)) is { } number ? (LookupKind.Phone, number)
        : (LookupKind.NameAndMonth, Lookups.NameAndMonth(Clean(Input.Name), month!.Value));

    static string Clean(string? text) => text?.Trim() ?? "";
}

/// <summary>By what somebody is looked for.</summary>
public sealed class FindForm
{
    /// <summary>A number or a mail address.</summary>
    public string? Reach { get; set; }
    public string? Name { get; set; }
    public string? Month { get; set; }
}
