using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Caseload;

/// <summary>
/// The families, or the people of a group, beside whom she stands. A name she looks for is posted, so that it stands in no address;
/// nothing is changed by it.
/// </summary>
[Authorize(Policy = Policies.Families), OwnTransactions]
public sealed class CaseloadModel(CaseloadReading caseload, Actor actor, AuditTrail audit) : PageModel
{
    public const int PageSize = 25;

    /// <summary>The last family of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>Only families spoken to in this language; asked for when there are too many.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Tongue { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public bool Cares { get; } = Standing.Cares(actor);
    public bool TooMany { get; private set; }
    public int Total { get; private set; }
    public IReadOnlyList<CaseloadRow> Rows { get; private set; } = [];
    public string? Next { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(After, "", cancel);

    public Task OnPostAsync(CancellationToken cancel) => ShowAsync(null, Folding.Fold(Name), cancel);

    async Task ShowAsync(Guid? after, string wanted, CancellationToken cancel)
    {
        if (await caseload.ReadAsync(string.IsNullOrEmpty(Tongue) ? null : Tongue, cancel) is not { } all)
        {
            TooMany = true;
            return;
        }
        var fitting = wanted.Length == 0 ? all : [.. all.Where(row => Fits(row, wanted))];
        Total = fitting.Count;
        var from = fitting.TakeWhile(row => row.FamilyId != after).Count() + 1;
        Rows = [.. fitting.Skip(after is null || from > fitting.Count ? 0 : from).Take(PageSize)];
        if (wanted.Length == 0 && Rows.Count > 0 && Rows[^1].FamilyId != fitting[^1].FamilyId)
            Next =
                $"{Links.Caseload}?after={Rows[^1].FamilyId}"
                + (string.IsNullOrEmpty(Tongue) ? "" : $"&tongue={Uri.EscapeDataString(Tongue)}");
        await audit.ReadAsync("families.listed", Rows.Select(row => row.FamilyId), DataClasses.Contact, cancel);
    }

    static bool Fits(CaseloadRow row, string wanted) =>
        row.OtherNames.Values.Append(row.Name).Any(name => Folding.Fold(name).Contains(wanted, StringComparison.Ordinal));
}
