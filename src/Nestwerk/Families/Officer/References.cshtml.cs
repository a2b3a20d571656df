using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Access.Settings;
using Nestwerk.Data;
using Nestwerk.Shared;
using Nestwerk.Shared.Settings;

namespace Nestwerk.Families.Officer;

public sealed class ReferencesInput
{
    public const int MostLetters = 4000;

    public string? Nl { get; set; }
    public string? Fr { get; set; }

    public IEnumerable<Problem> Problems()
    {
        if (Nl?.Length > MostLetters)
            yield return new("register.tooLong", nameof(Nl), MostLetters);
        if (Fr?.Length > MostLetters)
            yield return new("register.tooLong", nameof(Fr), MostLetters);
    }
}

/// <summary>The network writes down on which law it rests: the product names none.</summary>
[Authorize(Policy = Policies.Officer), OwnTransactions]
public sealed class ReferencesModel(SettingsDesk desk, NestwerkDb db, T t) : FormPage
{
    [BindProperty]
    public ReferencesInput Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var kept = (await db.Set<HouseSettings>().AsNoTracking().SingleOrDefaultAsync(cancel))?.Choices.References ?? new();
        Input = new() { Nl = kept.Nl, Fr = kept.Fr };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.Takes(t, Input.Problems()))
            return await ShowAgainAsync();
        var kept = new LegalReferences { Nl = Input.Nl?.Trim(), Fr = Input.Fr?.Trim() };
        await desk.ChooseAsync(choices => choices with { References = kept }, cancel);
        return Redirect(Links.OfficerFolder);
    }

    public override Task<IActionResult> ShowAgainAsync() => Task.FromResult<IActionResult>(Page());
}
