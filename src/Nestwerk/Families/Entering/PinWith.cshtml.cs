using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Families.Tongues;
using Nestwerk.Shared;

namespace Nestwerk.Families.Entering;

public sealed class PinInput
{
    public string? Pin { get; set; }
    public string? Again { get; set; }
}

/// <summary>A parent and her worker sit together: she types a first PIN or a new one, or gets her tries back. The worker never sees it.</summary>
[Authorize(Policy = Policies.Families), About(Subject.Family)]
public sealed class PinWithModel(Circles circles, Pins pins, ParentSessions sessions, Actor actor, AuditTrail audit, T t) : FormPage
{
    static readonly string[] Doings = ["set", "open", "close"];
    Circle? circle;

    [BindProperty(SupportsGet = true)]
    public Guid Family { get; set; }

    [BindProperty]
    public Guid Member { get; set; }

    [BindProperty]
    public PinInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "done")]
    public string? Asked { get; set; }

    public string? Done => Doings.Contains(Asked, StringComparer.Ordinal) ? Asked : null;
    public IReadOnlyList<(Guid Id, string Name, bool IsShut, bool Has)> Parents { get; private set; } = [];

    CancellationToken Cancel => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync() is null)
            return NotFound();
        await audit.ReadAsync("pin.read", [Family], DataClasses.Contact, Cancel);
        return await ShowAgainAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await HerAsync() is not { } her)
            return NotFound();
        if (PinRules.Problem(Input.Pin, Input.Again) is { } problem)
            ModelState.AddModelError(problem == "my.pin.different" ? "Input.Again" : "Input.Pin", Words(problem));
        if (!ModelState.IsValid)
            return await ShowAgainAsync();
        await pins.MakeAsync(Family, her.Id, Input.Pin, actor.PersonId, Cancel);
        await sessions.EndAsync(Family, her.Id, Cancel);
        return Kept("my.pin-set", her.Id, "set");
    }

    public async Task<IActionResult> OnPostOpenAsync()
    {
        if (await HerAsync() is not { } her)
            return NotFound();
        if (await pins.FindAsync(Family, her.Id, Cancel) is not { } pin)
        {
            ModelState.AddModelError("", t["parents.pin.nothing"]);
            return await ShowAgainAsync();
        }
        pin.Tries = 0;
        return Kept("my.pin-opened", her.Id, "open");
    }

    public async Task<IActionResult> OnPostCloseAsync()
    {
        if (await HerAsync() is not { } her)
            return NotFound();
        await sessions.EndAsync(Family, her.Id, Cancel);
        return Kept("my.sessions-ended", her.Id, "close");
    }

    public override async Task<IActionResult> ShowAgainAsync()
    {
        if (await FindAsync() is not { } found)
            return NotFound();
        var parents = new List<(Guid, string, bool, bool)>();
        foreach (var parent in found.Parents)
        {
            var pin = await pins.FindAsync(Family, parent.Id, Cancel);
            parents.Add((parent.Id, parent.NameIn(found.Seal), pin?.IsShut == true, pin is not null));
        }
        Parents = parents;
        if (Parents.Count > 0 && Parents.All(parent => parent.Id != Member))
            Member = Parents[0].Id;
        return Page();
    }

    RedirectResult Kept(string what, Guid her, string done)
    {
        audit.WroteOf(Family, what, her, DataClasses.Contact);
        return Redirect($"{Links.Pin(Family)}?done={done}");
    }

    async Task<Circle?> FindAsync() => circle ??= await circles.FindAsync(Family, Cancel) is { Cares: true } found ? found : null;

    async Task<FamilyMember?> HerAsync() => (await FindAsync())?.Parents.FirstOrDefault(parent => parent.Id == Member);

    static string Words(string key) => ParentTexts.Find(key, Languages.Current)!;
}
