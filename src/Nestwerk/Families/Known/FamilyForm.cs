using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Known;

/// <summary>A form about one family: what is not hers to change is not there.</summary>
public abstract class FamilyForm(FamilyReading reading, AuditTrail audit) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Family { get; set; }

    public OpenFamily Open { get; private set; } = null!;

    protected FamilyReading Reading => reading;

    protected AuditTrail Audit => audit;

    public override async Task<IActionResult> ShowAgainAsync() => await FindAsync(HttpContext.RequestAborted) ? Page() : NotFound();

    /// <summary>Shows the form, and writes down which classes of her data stand on it.</summary>
    protected async Task<IActionResult> ShowAsync(DataClasses shown, CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        Begin();
        await audit.ReadAsync("family.read", [Family], shown, cancel);
        return Page();
    }

    /// <summary>Finds the family and what the form needs of it.</summary>
    protected async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await reading.FindAsync(Family, Act.Write, cancel) is not { } open)
            return false;
        Open = open;
        return await FindMoreAsync(cancel);
    }

    protected virtual Task<bool> FindMoreAsync(CancellationToken cancel) => Task.FromResult(true);

    /// <summary>Fills the form with what stands there now.</summary>
    protected virtual void Begin() { }

    protected static string Clean(string? text) => text?.Trim() ?? "";

    protected static IEnumerable<Problem> TextProblems(string text, string field, int most, string missing)
    {
        if (text.Length == 0)
            yield return new(field, missing);
        else if (text.Length > most)
            yield return new(field, "form.tooLong", most, text.Length);
    }
}
