using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Families.Rights;
using Nestwerk.Families.Tongues;
using Nestwerk.Shared;

namespace Nestwerk.Families.My;

/// <summary>The copy she asked for: to read in her language, and to take along. Who looked has a page of its own and is in the file.</summary>
[Authorize(Policy = Policies.Parent)]
public sealed class CopyModel(P p, MyDesk desk, MyRights rights, AuditTrail audit, HouseClock clock) : MyPage(p, desk)
{
    const int LongerThan = 30;

    public Extract Extract { get; private set; } = null!;
    public IEnumerable<ExtractPart> Parts => Extract.Parts.Where(part => part.Kind != nameof(WhoLooked));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetJsonAsync(CancellationToken cancel) =>
        await FindAsync(cancel) ? File(Encoding.UTF8.GetBytes(Extracts.Json(Extract)), "application/json", "nestwerk.json") : NotFound();

    public string TitleOf(ExtractPart part) => Known(P.Key("my.copy.table", part.Kind), part.Title);

    public string LabelOf(ExtractField field) =>
        Known(P.Key("my.copy.field", char.ToUpperInvariant(field.Key[0]) + field.Key[1..]), field.Label);

    /// <summary>Whether it needs the whole width of a phone.</summary>
    public static bool IsLong(ExtractField field) => field.Value.Length > LongerThan;

    public string ValueOf(ExtractField field) =>
        field.Raw switch
        {
            DateTime at => $"{P.Date(DateOnly.FromDateTime(clock.Local(at)))}, {P.Hour(at)}",
            DateOnly { Day: 1 } month => P.Month(month),
            DateOnly day => P.Date(day),
            Enum choice => Known(P.Key("my.copy.value", $"{choice.GetType().Name}.{choice}"), field.Value),
            _ => field.Value,
        };

    string Known(string key, string otherwise) => ParentTexts.Has(key) ? P[key] : otherwise;

    async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await rights.CopyAsync(P.Tongue.Code, cancel) is not { } extract)
            return false;
        Extract = extract;
        await audit.ReadAsync("my.copy-read", [Desk.Me.FamilyId], DataClasses.Whole, cancel);
        return true;
    }
}
