using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Library;

/// <summary>A recipe in a list.</summary>
public sealed record RecipeRow(
    Guid Id,
    Words Title,
    Words Summary,
    Words Needs,
    Words Sort,
    int Know,
    int Do,
    int Feel,
    List<string> Themes
)
{
    const int Shown = 4;

    public PillarMinutes Minutes => new(Know, Do, Feel);

    /// <summary>The first things it needs; three dots when there are more.</summary>
    public string FewNeeds()
    {
        var all = Needs.Here().Split(", ", StringSplitOptions.RemoveEmptyEntries);
        return string.Join(", ", all.Take(Shown)) + (all.Length > Shown ? " …" : "");
    }
}

/// <summary>The book, filtered; with <c>?plan=</c> it is open beside a meeting and each recipe can be put in it.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class LibraryModel(BookScope books, PlanScope plans, Questions questions, Lists lists, NestwerkOptions options, T t)
    : PageModel
{
    const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public LibraryFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "plan")]
    public Guid? PlanId { get; set; }

    /// <summary>The last row of the page before: its folded title and its id.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>The recipe that was just deleted, so that it can be put back.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Deleted { get; set; }

    public IReadOnlyList<RecipeRow> Rows { get; private set; } = [];
    public IReadOnlyDictionary<string, int> PerTheme { get; private set; } = new Dictionary<string, int>();
    public int Fitting { get; private set; }
    public string? Next { get; private set; }
    public PlanView? Plan { get; private set; }
    public bool MayWrite { get; private set; }

    /// <summary>How many questions about her books wait for an answer.</summary>
    public int Waiting { get; private set; }
    public Lists Lists => lists;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await lists.LoadAsync(cancel);
        if (PlanId is { } plan && !await OpenPlanAsync(plan, cancel))
            return NotFound();
        MayWrite = await books.MayWriteAsync(cancel);
        Waiting = await questions.WaitingAsync(cancel);
        await CountAsync(cancel);
        await FillAsync(cancel);
        return Page();
    }

    /// <summary>This page with another value for one field of the filter; the first page of it.</summary>
    public string With(string name, string? value) => Address([.. Filter.Query().Where(field => field.Name != name), (name, value ?? "")]);

    /// <summary>This page with these fields. With a meeting and nothing else it says so, else it would look again for what still fits.</summary>
    public string Address(IEnumerable<(string Name, string Value)> fields)
    {
        var all = fields
            .Where(field => field.Value.Length > 0)
            .Select(field => KeyValuePair.Create(field.Name, (string?)field.Value))
            .ToList();
        if (PlanId is { } plan)
            all.AddRange(all.Count > 0 ? [new("plan", plan.ToString())] : [new("plan", plan.ToString()), new("q", "")]);
        return Links.Library + QueryString.Create(all);
    }

    public IEnumerable<SelectListItem> MinuteChoices =>
        new[] { 10, 15, 20, 25, 30, 45, 60, 75 }
            .Append(Filter.Minutes ?? 10)
            .Distinct()
            .Order()
            .Select(minutes => Item(t["library.atMost", minutes], minutes.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            .Prepend(Item(t["library.anyLength"], ""));

    public IEnumerable<SelectListItem> PillarChoices =>
        Pillars.All.Select(pillar => Item(t[$"pillar.{pillar}"], pillar.ToString())).Prepend(Item(t["library.anyPillar"], ""));

    public IEnumerable<SelectListItem> AudienceChoices =>
        Enum.GetValues<Audience>()
            .Select(audience => Item(t[$"audience.{audience}"], audience.ToString()))
            .Prepend(Item(t["library.anyAudience"], ""));

    public IEnumerable<SelectListItem> GoalChoices =>
        lists.Goals.Where(goal => !goal.Retired).Select(goal => Item(goal.Name.Here(), goal.Id)).Prepend(Item(t["library.anyGoal"], ""));

    static SelectListItem Item(string text, string value) => new(text, value);

    async Task<bool> OpenPlanAsync(Guid id, CancellationToken cancel)
    {
        if (await plans.ReadAsync(id, cancel) is not { } plan || !plans.MayChange(plan))
            return false;
        Plan = await plans.ViewAsync(plan, cancel);
        if (Request.Query.Count == 1)
            Filter = LibraryFilter.For(Plan, options.Balance, lists.Settings.Select(setting => setting.Id));
        return true;
    }

    async Task CountAsync(CancellationToken cancel)
    {
        var themes = await Filter.Apply(books.InUse(), withTheme: false).Select(version => version.Themes).ToListAsync(cancel);
        PerTheme = themes.SelectMany(each => each).CountBy(theme => theme).ToDictionary(StringComparer.Ordinal);
        Fitting = Filter.Theme is { Length: > 0 } theme ? PerTheme.GetValueOrDefault(theme) : themes.Count;
    }

    async Task FillAsync(CancellationToken cancel)
    {
        var rows = await Ordered(Filter.Apply(books.InUse()))
            .Take(PageSize + 1)
            .Select(version => new RecipeRow(
                version.RecipeId,
                // Put together from their columns: for Words asked whole, EF Core would read the whole version, content and all.
                new(version.Title.Nl, version.Title.Fr, version.Title.En),
                new(version.Summary.Nl, version.Summary.Fr, version.Summary.En),
                new(version.Needs.Nl, version.Needs.Fr, version.Needs.En),
                new(version.Sort.Nl, version.Sort.Fr, version.Sort.En),
                version.Know,
                version.Do,
                version.Feel,
                version.Themes
            ))
            .ToListAsync(cancel);
        Rows = [.. rows.Take(PageSize)];
        if (rows.Count > PageSize)
            Next = Address([.. Filter.Query(), ("after", $"{Rows[^1].Sort.In(Languages.Current)}~{Rows[^1].Id}")]);
    }

    IQueryable<RecipeVersion> Ordered(IQueryable<RecipeVersion> versions)
    {
        var (title, id) =
            After?.Split('~') is [var first, var second] && Guid.TryParse(second, out var last) ? (first, last) : (null, Guid.Empty);
        return Languages.Current switch
        {
            "fr" => versions
                .Where(v => title == null || v.Sort.Fr!.CompareTo(title) > 0 || (v.Sort.Fr == title && v.RecipeId.CompareTo(id) > 0))
                .OrderBy(v => v.Sort.Fr)
                .ThenBy(v => v.RecipeId),
            "en" => versions
                .Where(v => title == null || v.Sort.En!.CompareTo(title) > 0 || (v.Sort.En == title && v.RecipeId.CompareTo(id) > 0))
                .OrderBy(v => v.Sort.En)
                .ThenBy(v => v.RecipeId),
            _ => versions
                .Where(v => title == null || v.Sort.Nl!.CompareTo(title) > 0 || (v.Sort.Nl == title && v.RecipeId.CompareTo(id) > 0))
                .OrderBy(v => v.Sort.Nl)
                .ThenBy(v => v.RecipeId),
        };
    }
}
