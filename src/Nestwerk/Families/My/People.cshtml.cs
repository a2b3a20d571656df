using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Families.Entering;
using Nestwerk.Families.Tongues;
using Nestwerk.Shared;

namespace Nestwerk.Families.My;

/// <summary>Who stands beside her, what each may see, and how she stops it: one tap, and it holds.</summary>
[Authorize(Policy = Policies.Parent)]
public sealed class PeopleModel(P p, MyDesk desk, Faces faces, MyChoices choices, AuditTrail audit, HouseClock clock) : MyPage(p, desk)
{
    static readonly string[] Sayable = ["stopped", "shorter", "out", "in"];

    IReadOnlyDictionary<Guid, Face> known = new Dictionary<Guid, Face>();

    /// <summary>What was just done.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Did { get; set; }

    /// <summary>With whom.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid About { get; set; }

    public string? Said => Sayable.Contains(Did, StringComparer.Ordinal) ? Did : null;
    public MySide Side { get; private set; } = new(false, false, [], []);
    public IReadOnlyList<(Guid Id, string Name)> Relatives { get; private set; } = [];
    public IReadOnlyList<Guid> ShutOut { get; private set; } = [];

    public string NameOf(Guid id) =>
        known.TryGetValue(id, out var face) ? face.Name
        : Relatives.FirstOrDefault(each => each.Id == id).Name is { } relative ? relative
        : P["my.somebody"];

    public string AboutOf(Guid id) => known.TryGetValue(id, out var face) ? face.About : "";

    public string SentenceOf(Consent yes) =>
        yes.PartId is null ? "my.yes.class"
        : yes.Class == DataClass.Care ? "my.yes.part"
        : "my.yes.note";

    /// <summary>The name of the field in which one yes is made shorter: each on the page has its own.</summary>
    public string FieldOf(Consent yes) => $"Until{Side.Parties.SelectMany(party => party.Consents).ToList().IndexOf(yes) + 1}";

    public bool IsWrong(Consent yes) => ModelState.ContainsKey(FieldOf(yes));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await audit.ReadAsync("my.people-read", [Desk.Me.FamilyId], DataClasses.Contact, cancel);
        await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostStopAsync(Guid consent, CancellationToken cancel) =>
        await choices.HoldsAsync(consent, cancel) is { } yes && await choices.StopAsync(consent, cancel)
            ? Back("stopped", yes.RecipientId)
            : NotFound();

    /// <param name="consent">Which yes.</param>
    /// <param name="field">Where the day stands.</param>
    /// <param name="cancel">When to stop.</param>
    public async Task<IActionResult> OnPostShorterAsync(Guid consent, string? field, CancellationToken cancel)
    {
        if (await choices.HoldsAsync(consent, cancel) is not { } yes)
            return NotFound();
        if (Typed.Day(Request.Form[field ?? ""]) is { } until && choices.Shorten(yes, until))
            return Back("shorter", yes.RecipientId);
        await ShowAsync(cancel);
        Refuse(FieldOf(yes), "my.shorter.wrong");
        return Page();
    }

    public async Task<IActionResult> OnPostStopAllAsync(Guid who, CancellationToken cancel) =>
        await choices.StopAllAsync(who, cancel) ? Back("stopped", who) : NotFound();

    public async Task<IActionResult> OnPostShutOutAsync(Guid who, CancellationToken cancel) =>
        await choices.ShutOutAsync(who, cancel) ? Back("out", who) : NotFound();

    public async Task<IActionResult> OnPostLetInAsync(Guid who, CancellationToken cancel) =>
        await choices.LetInAsync(who, cancel) ? Back("in", who) : NotFound();

    async Task ShowAsync(CancellationToken cancel)
    {
        Side = MySide.Of(await Desk.FactsAsync(cancel), Desk.Me, clock.Utc);
        ShutOut = [.. Side.ShutOut.Select(each => each.ExcludedId).Distinct()];
        var seal = await Desk.SealAsync(cancel);
        Relatives = [.. (await Desk.RelativesAsync(cancel)).Select(each => (each.Id, each.NameIn(seal)))];
        known = await faces.OfAsync([.. Side.Parties.Select(party => party.Id), .. ShutOut, About], cancel);
    }

    RedirectResult Back(string did, Guid who) => Redirect($"{Links.MyPeople}?did={did}&about={who}");
}
