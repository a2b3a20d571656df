using System.Globalization;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Editing;

/// <summary>One text of a field, in a language; null when it has none, as a number has not.</summary>
public sealed record FieldLine(string? Language, string Text);

/// <summary>A field that reads differently in two contents: only the lines that differ.</summary>
public sealed record FieldChange(string Field, IReadOnlyList<FieldLine> Before, IReadOnlyList<FieldLine> After);

/// <summary>The fields of a recipe, one by one: to show what differs, and to take a field from somebody else's text.</summary>
static class RecipeFields
{
    sealed record Field(string Name, Func<RecipeContent, Lists, T, IEnumerable<FieldLine>> Read, Action<RecipeForm, RecipeForm> Take);

    static readonly IReadOnlyList<Field> All =
    [
        new("Title", (recipe, _, _) => Lines(recipe.Title), (mine, theirs) => mine.Title = theirs.Title),
        new("Summary", (recipe, _, _) => Lines(recipe.Summary), (mine, theirs) => mine.Summary = theirs.Summary),
        new("Objectives", (recipe, _, _) => recipe.Objectives.SelectMany(Lines), (mine, theirs) => mine.Objectives = theirs.Objectives),
        new(
            "Themes",
            (recipe, lists, _) => recipe.Themes.Select(id => Line(lists.Theme(id))),
            (mine, theirs) => mine.Themes = theirs.Themes
        ),
        new("ThemeLink", (recipe, _, _) => Lines(recipe.ThemeLink), (mine, theirs) => mine.ThemeLink = theirs.ThemeLink),
        new("Description", (recipe, _, _) => Lines(recipe.Description), (mine, theirs) => mine.Description = theirs.Description),
        new(
            "Steps",
            (recipe, _, t) => recipe.Steps.SelectMany((step, i) => Lines(step, i, t)),
            (mine, theirs) => mine.Steps = theirs.Steps
        ),
        new("Care", (recipe, _, _) => Lines(recipe.Care), (mine, theirs) => mine.Care = theirs.Care),
        new("Glance", (recipe, _, _) => Lines(recipe.Glance), (mine, theirs) => mine.Glance = theirs.Glance),
        new("MustSay", (recipe, _, _) => Lines(recipe.MustSay), (mine, theirs) => mine.MustSay = theirs.MustSay),
        new("Minutes", (recipe, _, t) => Lines(recipe.Minutes, t), (mine, theirs) => mine.Minutes = theirs.Minutes),
        new(
            "Materials",
            (recipe, _, t) => recipe.Materials.SelectMany(each => Lines(each, t)),
            (mine, theirs) => mine.Materials = theirs.Materials
        ),
        new("Audience", (recipe, _, t) => [Line(t[$"audience.{recipe.Audience}"])], (mine, theirs) => mine.Audience = theirs.Audience),
        new(
            "GroupSize",
            (recipe, _, t) => [Line(t["rubric.people", recipe.GroupSize.Min, recipe.GroupSize.Max])],
            (mine, theirs) => mine.GroupSize = theirs.GroupSize
        ),
        new(
            "Settings",
            (recipe, lists, _) => recipe.Settings.Select(id => Line(lists.Setting(id))),
            (mine, theirs) => mine.Settings = theirs.Settings
        ),
        new(
            "LanguageLevel",
            (recipe, _, t) => [Line(t[$"level.{recipe.LanguageLevel}"])],
            (mine, theirs) => mine.LanguageLevel = theirs.LanguageLevel
        ),
        new(
            "PartnerFriendly",
            (recipe, _, t) => [Answer(recipe.PartnerFriendly, t)],
            (mine, theirs) => mine.PartnerFriendly = theirs.PartnerFriendly
        ),
        new(
            "ChildFriendly",
            (recipe, _, t) => [Answer(recipe.ChildFriendly, t)],
            (mine, theirs) => mine.ChildFriendly = theirs.ChildFriendly
        ),
        new("Goals", (recipe, lists, _) => recipe.Goals.Select(id => Line(lists.Goal(id))), (mine, theirs) => mine.Goals = theirs.Goals),
        new(
            "Helpers",
            (recipe, _, t) => recipe.Helpers.Select(helper => Line(t[$"helper.{helper}"])),
            (mine, theirs) => mine.Helpers = theirs.Helpers
        ),
        new("Handout", (recipe, _, _) => Lines(recipe.Handout), (mine, theirs) => mine.Handout = theirs.Handout),
        new("Attachments", (recipe, _, _) => recipe.Attachments.SelectMany(each => Lines(each.Title)), (_, _) => { }), // They have a page of their own.
        new("Sources", (recipe, _, _) => recipe.Sources.Select(Line), (mine, theirs) => mine.Sources = theirs.Sources),
        new("Author", (recipe, _, _) => [Line(recipe.Author)], (mine, theirs) => mine.Author = theirs.Author),
        new("Licence", (recipe, _, _) => [Line(recipe.Licence)], (mine, theirs) => mine.Licence = theirs.Licence),
    ];

    public static IReadOnlyList<FieldChange> Between(RecipeContent before, RecipeContent after, Lists lists, T t) =>
        [
            .. from field in All
            let old = field.Read(before, lists, t).ToList()
            let now = field.Read(after, lists, t).ToList()
            where !old.SequenceEqual(now)
            select Narrowed(field.Name, old, now),
        ];

    /// <summary>Puts the named fields of theirs in mine; names that are no field are passed over.</summary>
    public static void Take(IEnumerable<string> names, RecipeForm mine, RecipeForm theirs)
    {
        foreach (var field in All.Where(field => names.Contains(field.Name, StringComparer.Ordinal)))
            field.Take(mine, theirs);
    }

    /// <summary>What a field of the form is called on the page, such as <c>Steps[0].Minutes</c>; null for the form as a whole.</summary>
    public static string? Where(string field, T t)
    {
        if (field.Split('[', ']') is [var rows, var index, ..])
            return t[
                rows switch
                {
                    "Steps" => "edit.step",
                    "Materials" => "edit.material",
                    _ => "edit.objective",
                },
                int.Parse(index, CultureInfo.InvariantCulture) + 1
            ];
        return field.Split('.') switch
        {
            ["Minutes", var pillar] => t[$"edit.minutes.{pillar}"],
            ["GroupSize", "Min"] => t["edit.groupMin"],
            ["GroupSize", "Max"] => t["edit.groupMax"],
            [{ Length: > 0 } name, ..] => t[$"edit.field.{name}"],
            _ => null,
        };
    }

    /// <summary>Leaves out the lines that are in both; when only their order differs, shows both orders.</summary>
    static FieldChange Narrowed(string name, List<FieldLine> old, List<FieldLine> now)
    {
        var (gone, come) = (old.Except(now).ToList(), now.Except(old).ToList());
        return gone.Count + come.Count == 0 ? new(name, old, now) : new(name, gone, come);
    }

    static FieldLine Line(string text) => new(null, text);

    static FieldLine Answer(bool yes, T t) => Line(t[yes ? "form.yes" : "form.no"]);

    static IEnumerable<FieldLine> Lines(Words words) =>
        from language in Languages.All
        where words.Exactly(language) is not null
        select new FieldLine(language, words.Exactly(language)!);

    static IEnumerable<FieldLine> Lines(Step step, int index, T t)
    {
        yield return Line(t["edit.stepLine", index + 1, step.Minutes, t[$"talks.{step.Talks}"]]);
        foreach (var line in Lines(step.Text))
            yield return line;
    }

    static IEnumerable<FieldLine> Lines(Material material, T t) =>
        Lines(material.Item)
            .Select(line => line with { Text = t["edit.materialLine", line.Text, t[$"rubric.per.{material.Per}", material.Quantity]] });

    static IEnumerable<FieldLine> Lines(PillarMinutes minutes, T t) =>
        Pillars.All.Where(pillar => minutes[pillar] != 0).Select(pillar => Line(t[$"rubric.minutesOf.{pillar}", minutes[pillar]]));
}
