using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

/// <summary>One request as it stands on the page.</summary>
public sealed record RequestLine(SubjectRequest Request, string About, string State, string? Words, Doing Doing);

/// <summary>What she asked, and what the worker who sits with her writes down, does or stops for her.</summary>
[Authorize(Policy = Policies.Families), AsksAgain(Only = "Do"), About(Subject.Family)]
public sealed class RequestsModel(
    RequestDesk desk,
    RequestDoing doing,
    FamilyKeys keys,
    Actor actor,
    AuditTrail audit,
    HouseClock clock,
    T t
) : FormPage
{
    public static readonly DataClass[] Correctable = [DataClass.Contact, DataClass.Needs, DataClass.Care, DataClass.Attendance];

    [BindProperty(SupportsGet = true)]
    public Guid Family { get; set; }

    [BindProperty]
    public Guid? By { get; set; }

    [BindProperty]
    public Right? Right { get; set; }

    [BindProperty]
    public Guid? About { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public string Name { get; private set; } = "";
    public bool IsProtected { get; private set; }
    public DateTime Now => clock.Utc;
    public IReadOnlyList<RequestLine> Lines { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var answer = await ShowAgainAsync();
        if (answer is not PageResult)
            return answer;
        About = Guid.Parse(Subjects[0].Value);
        await audit.ReadAsync("right.read", [Family], DataClasses.Contact, cancel);
        return answer;
    }

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        if (By is not { } by || Right is not { } right)
            ModelState.AddModelError(nameof(Right), t["form.invalid"]);
        else if (ModelState.Takes(t, RequestRules.Asking(right, Words), ""))
        {
            if (await desk.AskAsync(Family, new(by, right, About, Words), cancel) is not null)
                return Redirect(Links.Rights(Family));
            ModelState.AddModelError(nameof(About), t["rights.notHers"]);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostDoAsync(Guid id, DataClass? corrected, CancellationToken cancel)
    {
        if (await desk.ChangeAsync(Family, id, cancel) is not { } request)
            return NotFound();
        var may = RequestRules.By(actor.PersonId, request, await desk.IsProtectedAsync(request, cancel));
        if (may == Doing.FirstOfTwo)
            desk.Agree(request);
        if (may != Doing.Now)
            return Redirect(Links.Rights(Family));
        var proofs = await doing.DoAsync(request, actor.PersonId, corrected, cancel);
        return Redirect(proofs.Count > 0 ? Links.Erased(proofs[0].Id) : Links.Rights(Family));
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancel)
    {
        if (await desk.ChangeAsync(Family, id, cancel) is not { } request)
            return NotFound();
        desk.Cancel(request);
        return Redirect(Links.Rights(Family));
    }

    public override async Task<IActionResult> ShowAgainAsync() => await FindAsync(HttpContext.RequestAborted) ? Page() : NotFound();

    async Task<bool> FindAsync(CancellationToken cancel)
    {
        var members = OpenFamily.Ordered(await desk.MembersAsync(Family, cancel));
        if (members.Count == 0)
            return false;
        var seal = await keys.OfAsync(Family, cancel);
        var names = members.ToDictionary(member => member.Id, member => member.NameIn(seal));
        var requests = await desk.ListAsync(Family, cancel);
        IsProtected = await desk.IsProtectedAsync(Family, cancel);
        Name = string.Join(", ", members.Where(member => member.IsParent).DefaultIfEmpty(members[0]).Select(member => names[member.Id]));
        Parents =
        [
            .. members.Where(member => member.IsParent).Select(member => new SelectListItem(names[member.Id], member.Id.ToString())),
        ];
        Subjects = [.. members.Select(member => new SelectListItem(names[member.Id], member.Id.ToString())), new(t["rights.whole"], "")];
        Choices = [.. Enum.GetValues<Right>().Select(right => new SelectListItem(t[$"rights.right.{right}"], right.ToString()))];
        Lines = [.. requests.Select(request => Line(request, names, seal))];
        return true;
    }

    RequestLine Line(SubjectRequest request, Dictionary<Guid, string> names, FamilySeal seal) =>
        new(
            request,
            request.MemberId is { } member ? names.GetValueOrDefault(member, "") : t["rights.whole"],
            StateOf(request),
            request.WordsIn(seal),
            RequestRules.By(actor.PersonId, request, IsProtected)
        );

    string StateOf(SubjectRequest request) =>
        request.CancelledAt is { } stopped ? t["rights.state.cancelled", t.FullDay(stopped)]
        : request.DoneAt is { } done ? t["rights.state.done", t.FullDay(done)]
        : IsProtected || !request.CanClockDoIt ? t["rights.state.waits", t.FullDay(request.At)]
        : t["rights.state.due", t.FullDay(request.At), t.FullDay(request.DueAt)];
}
