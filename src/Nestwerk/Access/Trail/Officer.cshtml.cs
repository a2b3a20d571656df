using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access.Trail;

/// <summary>The trail for the officer: how the chain stands, what was done, and whom an account touched that fell into other hands.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class OfficerModel(TrailScope trail, NestwerkDb db, HeadFile heads, AuditTrail audit, HouseClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Family { get; set; }

    /// <summary>On the clock of the house.</summary>
    [BindProperty(SupportsGet = true)]
    public DateTime? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateTime? Until { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    public AuditState State { get; private set; } = null!;
    public IReadOnlyList<Person> People { get; private set; } = [];
    public IReadOnlyList<TrailLine> Lines { get; private set; } = [];

    /// <summary>Null when no person and period was asked for.</summary>
    public IReadOnlyList<Touched>? Touched { get; private set; }

    public bool IsLate => State.IsLate(clock.Utc);
    public string? Next => Lines.Count == TrailScope.PerPage ? Address(("Before", Lines[^1].Row.Id.ToString())) : null;
    public string Csv => Address(("handler", "Csv"));

    public DateTime Local(DateTime utc) => clock.Local(utc);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        State = await AuditState.LookAsync(db, heads, cancel);
        People = await trail.PeopleAsync(cancel);
        Lines = await trail.PageAsync(new(Person, Family, Utc(From), Utc(Until), Before), cancel);
        Touched = await TouchedAsync(cancel);
        await NoteAsync("officer.trail-read", cancel);
    }

    /// <summary>Ids only: a list on paper or in a mail names nobody.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        if (await TouchedAsync(cancel) is not { } touched)
            return NotFound();
        await NoteAsync("officer.touched-exported", cancel);
        var lines = touched.Select(each =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{each.FamilyId},{Words(each.Read)},{Words(each.Changed)},{each.First:O},{each.Last:O},{each.Times}"
            )
        );
        var text = string.Join("\r\n", lines.Prepend("family,read,changed,first,last,times")) + "\r\n";
        return File(Encoding.UTF8.GetBytes(text), "text/csv; charset=utf-8", "touched.csv");
    }

    async Task<IReadOnlyList<Touched>?> TouchedAsync(CancellationToken cancel) =>
        Person is { } person && Utc(From) is { } from && Utc(Until) is { } until
            ? await trail.TouchedAsync(person, from, until, cancel)
            : null;

    Task NoteAsync(string what, CancellationToken cancel) =>
        Family is { } family
            ? audit.ReadAsync(what, [family], DataClasses.None, cancel)
            : audit.NoteAsync(what, Person ?? Guid.Empty, cancel);

    DateTime? Utc(DateTime? local) => local is { } time ? clock.ToUtc(time) : null;

    string Address(params (string Name, string Value)[] more)
    {
        IEnumerable<(string Name, string? Value)> all =
        [
            ("Person", Person?.ToString()),
            ("Family", Family?.ToString()),
            ("From", From?.ToString("s", CultureInfo.InvariantCulture)),
            ("Until", Until?.ToString("s", CultureInfo.InvariantCulture)),
            .. more.Select(each => (each.Name, (string?)each.Value)),
        ];
        var words = all.Where(each => each.Value is not null).Select(each => $"{each.Name}={Uri.EscapeDataString(each.Value!)}");
        return "/officer/audit?" + string.Join('&', words);
    }

    static string Words(DataClasses classes) => classes.ToString().Replace(", ", " ", StringComparison.Ordinal);
}
