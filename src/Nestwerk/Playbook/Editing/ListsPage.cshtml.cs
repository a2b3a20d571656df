using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Editing;

/// <summary>The lists of themes, goals and settings: rename, add, order, retire.</summary>
[Authorize(Policy = Policies.Editors)]
public sealed class ListsPageModel(ListDesk desk, AuditTrail audit, T t) : FormPage
{
    public static readonly IReadOnlyList<string> Kinds = [nameof(Lists.Themes), nameof(Lists.Goals), nameof(Lists.Settings)];

    /// <summary>The list that is being changed.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>The entry that is being renamed; null when one is added.</summary>
    [BindProperty]
    public string? Entry { get; set; }

    /// <summary>The name as she types it.</summary>
    [BindProperty]
    public WordsForm Input { get; set; } = new();

    /// <summary>The name as it was when she began.</summary>
    [BindProperty]
    public WordsForm Was { get; set; } = new();
    public Dictionary<string, IReadOnlyList<ListEntry>> All { get; } = new(StringComparer.Ordinal);

    /// <summary>What is stored now, when it is not what she began with.</summary>
    public Words? Theirs { get; private set; }

    public bool IsOpen(string kind, string? entry) => !ModelState.IsValid && Kind == kind && Entry == entry;

    public Task<IActionResult> OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostRenameAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } found)
            return NotFound();
        var (list, entry) = found;
        var name = Input.ToWords();
        ModelState.Clear();
        if (name == entry.Name)
            return Redirect(Links.ListEntry(Kind!, entry.Id));
        if (!ModelState.Takes(t, Problems(list, name, entry.Id)))
            return await ShowAgainAsync();
        if (!await desk.RenameAsync(entry, Was.ToWords(), name, cancel))
            return await ShowBothAsync();
        audit.Wrote("list.changed", Guid.Empty);
        return Redirect(Links.ListEntry(Kind!, entry.Id));
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancel)
    {
        if (await desk.ReadAsync(Kind ?? "", cancel) is not { } list)
            return NotFound();
        var name = Input.ToWords();
        Entry = null;
        ModelState.Clear();
        if (!ModelState.Takes(t, Problems(list, name, null)))
            return await ShowAgainAsync();
        desk.Add(Kind!, list, name);
        audit.Wrote("list.changed", Guid.Empty);
        return Redirect($"{Links.Lists}#{Kind}");
    }

    public async Task<IActionResult> OnPostMoveAsync(int step, CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } found)
            return NotFound();
        var (list, entry) = found;
        if (ListDesk.Move(list, entry, Math.Sign(step)))
            audit.Wrote("list.changed", Guid.Empty);
        return Redirect(Links.ListEntry(Kind!, entry.Id));
    }

    public async Task<IActionResult> OnPostRetireAsync(bool retired, CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } found)
            return NotFound();
        var entry = found.Entry;
        if (entry.Retired != retired)
            audit.Wrote("list.changed", Guid.Empty);
        entry.Retired = retired;
        return Redirect(Links.ListEntry(Kind!, entry.Id));
    }

    public override async Task<IActionResult> ShowAgainAsync()
    {
        foreach (var kind in Kinds)
            All[kind] = (await desk.ReadAsync(kind, HttpContext.RequestAborted))!;
        return Page();
    }

    public override async Task<IActionResult> ShowBothAsync()
    {
        var page = await ShowAgainAsync();
        Theirs = All.GetValueOrDefault(Kind ?? "")?.FirstOrDefault(entry => entry.Id == Entry)?.Name;
        if (Theirs is not null)
            Was = WordsForm.From(Theirs);
        ModelState.AddModelError("", t["form.stale"]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return page;
    }

    static IEnumerable<Problem> Problems(IReadOnlyList<ListEntry> list, Words name, string? except)
    {
        if (name.IsEmpty())
            yield return new("Nl", "form.required");
        else if (ListDesk.Has(list, name, except))
            yield return new("", "lists.exists");
        foreach (var language in Languages.All)
            if (name.Exactly(language)?.Length is { } length && length > RecipeRules.TitleLength)
                yield return new($"{char.ToUpperInvariant(language[0])}{language[1]}", "form.tooLong", RecipeRules.TitleLength, length);
    }

    async Task<(IReadOnlyList<ListEntry> List, ListEntry Entry)?> FindAsync(CancellationToken cancel) =>
        await desk.ReadAsync(Kind ?? "", cancel) is { } list && list.FirstOrDefault(each => each.Id == Entry) is { } entry
            ? (list, entry)
            : null;
}
