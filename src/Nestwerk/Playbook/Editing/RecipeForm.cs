using System.Globalization;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Editing;

/// <summary>A recipe as it stands in the form: everything as it was typed, so that nothing typed is ever lost.</summary>
public sealed class RecipeForm
{
    const int EmptyRows = 2;

    public WordsForm Title { get; set; } = new();
    public WordsForm Summary { get; set; } = new();
    public List<ObjectiveRow> Objectives { get; set; } = [];
    public List<string> Themes { get; set; } = [];
    public WordsForm ThemeLink { get; set; } = new();
    public WordsForm Description { get; set; } = new();
    public List<StepRow> Steps { get; set; } = [];
    public WordsForm Care { get; set; } = new();
    public WordsForm Glance { get; set; } = new();
    public WordsForm MustSay { get; set; } = new();
    public PillarForm Minutes { get; set; } = new();
    public List<MaterialRow> Materials { get; set; } = [];
    public Audience? Audience { get; set; }
    public GroupSizeForm GroupSize { get; set; } = new();
    public LanguageLevel? LanguageLevel { get; set; }
    public List<string> Settings { get; set; } = [];
    public List<string> Goals { get; set; } = [];
    public List<string> Helpers { get; set; } = [];
    public bool PartnerFriendly { get; set; }
    public bool ChildFriendly { get; set; }
    public WordsForm Handout { get; set; } = new();

    /// <summary>One source on each line.</summary>
    public string? Sources { get; set; }
    public string? Author { get; set; }
    public string? Licence { get; set; }

    public static RecipeForm From(RecipeContent recipe)
    {
        var form = Texts(recipe);
        form.Objectives = [.. recipe.Objectives.Select(ObjectiveRow.Of)];
        form.Themes = [.. recipe.Themes];
        form.Steps = [.. recipe.Steps.Select(StepRow.Of)];
        form.Minutes = PillarForm.From(recipe.Minutes);
        form.Materials = [.. recipe.Materials.Select(MaterialRow.Of)];
        (form.Audience, form.LanguageLevel) = (recipe.Audience, recipe.LanguageLevel);
        form.GroupSize = GroupSizeForm.From(recipe.GroupSize);
        form.Settings = [.. recipe.Settings];
        form.Goals = [.. recipe.Goals];
        form.Helpers = [.. recipe.Helpers.Select(helper => helper.ToString())];
        (form.PartnerFriendly, form.ChildFriendly) = (recipe.PartnerFriendly, recipe.ChildFriendly);
        form.Sources = string.Join('\n', recipe.Sources);
        (form.Author, form.Licence) = (recipe.Author, recipe.Licence);
        return form;
    }

    /// <summary>The content this form stands for. What is no number counts as 0; ask <see cref="Problems"/> first.</summary>
    /// <param name="before">What it replaces: chosen themes, goals and settings keep the order they had there, and its files, which have a page of their own, stay.</param>
    public RecipeContent ToContent(RecipeContent before) =>
        Texts() with
        {
            Objectives = [.. Objectives.Select(row => row.ToWords())],
            Themes = InOrder(before.Themes, Themes),
            Steps = [.. Steps.Select(row => row.ToStep())],
            Minutes = Minutes.ToMinutes(),
            Materials = [.. Materials.Select(row => row.ToMaterial())],
            Audience = Audience.GetValueOrDefault(),
            GroupSize = GroupSize.ToSize(),
            LanguageLevel = LanguageLevel.GetValueOrDefault(),
            Settings = InOrder(before.Settings, Settings),
            Goals = InOrder(before.Goals, Goals),
            Helpers = [.. Enum.GetValues<ResilienceHelper>().Where(helper => Helpers.Contains(helper.ToString()))],
            PartnerFriendly = PartnerFriendly,
            ChildFriendly = ChildFriendly,
            Sources = [.. (Sources ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            Author = (Author ?? "").Trim(),
            Licence = (Licence ?? "").Trim(),
            Attachments = before.Attachments,
        };

    /// <summary>Drops the rows that are empty or marked to go, and ids that no list knows.</summary>
    public void Tidy(Lists lists, RecipeContent before)
    {
        Objectives.RemoveAll(row => row is null || row.Remove || row.IsBlank());
        Steps.RemoveAll(row => row is null || row.Remove || row.IsBlank());
        Materials.RemoveAll(row => row is null || row.Remove || row.IsBlank());
        Themes = Known(Themes, lists.Themes, before.Themes);
        Goals = Known(Goals, lists.Goals, before.Goals);
        Settings = Known(Settings, lists.Settings, before.Settings);
    }

    /// <summary>Everything that keeps this form from being saved: what is not a number first, then what the book itself asks.</summary>
    public IReadOnlyList<Problem> Problems(RecipeContent content)
    {
        var typed = Typed().ToList();
        return [.. typed, .. RecipeRules.Draft(content).Where(problem => typed.TrueForAll(each => each.Field != problem.Field))];
    }

    /// <summary>Leaves two empty rows to write in.</summary>
    public RecipeForm WithEmptyRows()
    {
        Fill(Objectives, row => row.IsBlank());
        Fill(Steps, row => row.IsBlank());
        Fill(Materials, row => row.IsBlank());
        return this;
    }

    /// <summary>One more row of a kind, as far as a recipe may go.</summary>
    public void AddRow(string? kind)
    {
        if (kind == "objectives" && Objectives.Count < RecipeRules.MostItems)
            Objectives.Add(new());
        if (kind == "steps" && Steps.Count < RecipeRules.MostItems)
            Steps.Add(new());
        if (kind == "materials" && Materials.Count < RecipeRules.MostItems)
            Materials.Add(new());
    }

    internal static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    internal static string Typed(int number) => number.ToString(CultureInfo.InvariantCulture);

    static RecipeForm Texts(RecipeContent recipe) =>
        new()
        {
            Title = WordsForm.From(recipe.Title),
            Summary = WordsForm.From(recipe.Summary),
            ThemeLink = WordsForm.From(recipe.ThemeLink),
            Description = WordsForm.From(recipe.Description),
            Care = WordsForm.From(recipe.Care),
            Glance = WordsForm.From(recipe.Glance),
            MustSay = WordsForm.From(recipe.MustSay),
            Handout = WordsForm.From(recipe.Handout),
        };

    RecipeContent Texts() =>
        new()
        {
            Title = Title.ToWords(),
            Summary = Summary.ToWords(),
            ThemeLink = ThemeLink.ToWords(),
            Description = Description.ToWords(),
            Care = Care.ToWords(),
            Glance = Glance.ToWords(),
            MustSay = MustSay.ToWords(),
            Handout = Handout.ToWords(),
        };

    IEnumerable<Problem> Typed()
    {
        foreach (var (field, text, blank) in Numbers())
            if (!(blank && string.IsNullOrWhiteSpace(text)) && Number(text) is null)
                yield return new(field, "form.number");
        for (var i = 0; i < Materials.Count; i++)
            if (Materials[i].Item.IsBlank())
                yield return new($"Materials[{i}].Item", "form.required");
        if (Audience is null)
            yield return new(nameof(Audience), "form.required");
        if (LanguageLevel is null)
            yield return new(nameof(LanguageLevel), "form.required");
    }

    IEnumerable<(string Field, string? Text, bool MayBeBlank)> Numbers() =>
        [
            ("Minutes.Know", Minutes.Know, true),
            ("Minutes.Do", Minutes.Do, true),
            ("Minutes.Feel", Minutes.Feel, true),
            ("GroupSize.Min", GroupSize.Min, false),
            ("GroupSize.Max", GroupSize.Max, false),
            .. Steps.Select((row, i) => ($"Steps[{i}].Minutes", row.Minutes, false)),
            .. Materials.Select((row, i) => ($"Materials[{i}].Quantity", row.Quantity, false)),
        ];

    static void Fill<TRow>(List<TRow> rows, Func<TRow, bool> isBlank)
        where TRow : new()
    {
        for (var empty = rows.Count(isBlank); empty < EmptyRows && rows.Count < RecipeRules.MostItems; empty++)
            rows.Add(new());
    }

    static List<string> Known<TEntry>(List<string> chosen, IReadOnlyList<TEntry> list, IReadOnlyList<string> before)
        where TEntry : ListEntry => [.. chosen.Where(id => before.Contains(id) || list.Any(entry => entry.Id == id)).Distinct()];

    static IReadOnlyList<string> InOrder(IReadOnlyList<string> before, List<string> chosen) =>
        [.. before.Where(chosen.Contains), .. chosen.Except(before, StringComparer.Ordinal)];
}
