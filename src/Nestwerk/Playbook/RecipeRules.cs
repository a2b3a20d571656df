using Nestwerk.Shared;

namespace Nestwerk.Playbook;

/// <summary>What a recipe must have before it can be kept, or published. Pure.</summary>
public static class RecipeRules
{
    public const int TitleLength = 120;
    public const int LineLength = 300;
    public const int TextLength = 4000;
    public const int MostMinutes = 240;
    public const int MostItems = 40;
    public const int MostPeople = 100;
    public const int MostAttachments = 20;

    /// <summary>What keeps a draft from being saved: only what cannot be stored or read back.</summary>
    public static IEnumerable<Problem> Draft(RecipeContent recipe)
    {
        if (recipe.Title.IsEmpty())
            yield return new("Title", "recipe.problem.title");
        foreach (var problem in Lengths(recipe).Concat(Plain(recipe)).Concat(Numbers(recipe)))
            yield return problem;
    }

    /// <summary>What keeps a recipe from being published: the five rubrics must all be there, and the minutes must agree.</summary>
    public static IEnumerable<Problem> Publish(RecipeContent recipe)
    {
        foreach (var problem in Draft(recipe))
            yield return problem;
        if (recipe.Objectives.All(objective => objective.IsEmpty()))
            yield return new("Objectives", "recipe.problem.objectives");
        if (recipe.Themes.Count == 0)
            yield return new("Themes", "recipe.problem.theme");
        if (recipe.Description.IsEmpty() && recipe.Steps.Count == 0)
            yield return new("Description", "recipe.problem.description");
        if (recipe.Minutes.Total == 0)
            yield return new("Minutes", "recipe.problem.duration");
        else if (recipe.Steps.Count > 0 && recipe.Steps.Sum(step => step.Minutes) != recipe.Minutes.Total)
            yield return new("Minutes", "recipe.problem.sum", recipe.Steps.Sum(step => step.Minutes), recipe.Minutes.Total);
    }

    static IEnumerable<Problem> Numbers(RecipeContent recipe)
    {
        foreach (var pillar in Pillars.All)
            if (recipe.Minutes[pillar] is < 0 or > MostMinutes)
                yield return new($"Minutes.{pillar}", "form.range", 0, MostMinutes);
        for (var i = 0; i < recipe.Steps.Count; i++)
            if (recipe.Steps[i].Minutes is < 0 or > MostMinutes)
                yield return new($"Steps[{i}].Minutes", "form.range", 0, MostMinutes);
        for (var i = 0; i < recipe.Materials.Count; i++)
            if (recipe.Materials[i].Quantity is < 1 or > 1000)
                yield return new($"Materials[{i}].Quantity", "form.range", 1, 1000);
        if (recipe.GroupSize is { Min: < 1 or > MostPeople })
            yield return new("GroupSize.Min", "form.range", 1, MostPeople);
        if (recipe.GroupSize.Max < recipe.GroupSize.Min || recipe.GroupSize.Max > MostPeople)
            yield return new("GroupSize.Max", "form.range", recipe.GroupSize.Min, MostPeople);
        if (Math.Max(recipe.Steps.Count, Math.Max(recipe.Materials.Count, recipe.Objectives.Count)) > MostItems)
            yield return new("", "recipe.problem.many", MostItems);
        if (recipe.Attachments.Count > MostAttachments)
            yield return new("Attachments", "recipe.problem.manyFiles", MostAttachments);
    }

    static IEnumerable<Problem> Lengths(RecipeContent recipe)
    {
        var texts = new List<(string Field, Words Words, int Most)>
        {
            ("Title", recipe.Title, TitleLength),
            ("Summary", recipe.Summary, LineLength),
            ("ThemeLink", recipe.ThemeLink, TextLength),
            ("Description", recipe.Description, TextLength),
            ("Care", recipe.Care, TextLength),
            ("Glance", recipe.Glance, LineLength),
            ("MustSay", recipe.MustSay, LineLength),
            ("Handout", recipe.Handout, TextLength),
        };
        texts.AddRange(recipe.Objectives.Select((words, i) => ($"Objectives[{i}]", words, LineLength)));
        texts.AddRange(recipe.Steps.Select((step, i) => ($"Steps[{i}].Text", step.Text, TextLength)));
        texts.AddRange(recipe.Materials.Select((material, i) => ($"Materials[{i}].Item", material.Item, TitleLength)));
        texts.AddRange(recipe.Attachments.Select((file, i) => ($"Attachments[{i}].Title", file.Title, TitleLength)));
        foreach (var (field, words, most) in texts)
        foreach (var language in Languages.All)
            if (words.Exactly(language)?.Length is { } length && length > most)
                yield return new($"{field}.{char.ToUpperInvariant(language[0])}{language[1]}", "form.tooLong", most, length);
    }

    static IEnumerable<Problem> Plain(RecipeContent recipe)
    {
        (string Field, int Length, int Most)[] plain =
        [
            ("Sources", recipe.Sources.Sum(source => source.Length), TextLength),
            ("Author", recipe.Author.Length, TitleLength),
            ("Licence", recipe.Licence.Length, TitleLength),
        ];
        foreach (var (field, length, most) in plain)
            if (length > most)
                yield return new(field, "form.tooLong", most, length);
    }
}
