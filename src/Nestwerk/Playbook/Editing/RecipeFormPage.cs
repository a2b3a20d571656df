using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Editing;

/// <summary>The long form of a recipe, with what stands around it: the same for a new one and for one that is rewritten.</summary>
public abstract class RecipeFormPage(BookScope books, Lists lists) : FormPage
{
    const int Remembered = 100;

    [BindProperty]
    public RecipeForm Input { get; set; } = new();

    /// <summary>Counts the changes of the draft when the form was made.</summary>
    [BindProperty]
    public long Revision { get; set; }

    /// <summary>What differs when somebody else saved first: theirs before, yours after. Empty otherwise.</summary>
    public IReadOnlyList<FieldChange> Both { get; protected set; } = [];
    public Lists Lists => lists;
    protected BookScope Scope => books;

    /// <summary>Material that other recipes use, to choose from.</summary>
    public IReadOnlyList<Words> KnownMaterials { get; private set; } = [];

    /// <summary>How many texts each language lacks; languages that lack none are not in it.</summary>
    public IReadOnlyList<(string Language, int Texts)> Missing { get; private set; } = [];

    public int StepMinutes => Input.Steps.Sum(row => RecipeForm.Number(row.Minutes) ?? 0);
    public int PillarMinutes => Input.Minutes.ToMinutes().Total;

    /// <summary>Gives another empty row, or counts the minutes again. Stores nothing, keeps everything typed.</summary>
    public Task<IActionResult> OnPostRowAsync(string? row)
    {
        ModelState.Clear();
        Input.AddRow(row);
        return ShowAgainAsync();
    }

    /// <summary>Puts the problems beside their fields. Each says which field it is about: the form is too long to guess.</summary>
    /// <returns>Whether there were none.</returns>
    protected bool IsSound(RecipeContent content, T t)
    {
        ModelState.Clear();
        foreach (var problem in Input.Problems(content))
            ModelState.AddModelError(
                problem.Field.Length == 0 ? "" : $"{nameof(Input)}.{problem.Field}",
                RecipeFields.Where(problem.Field, t) is { } where && problem.Text.StartsWith("form.", StringComparison.Ordinal)
                    ? t["edit.problemIn", where, t[problem.Text, problem.Values]]
                    : t[problem.Text, problem.Values]
            );
        return ModelState.IsValid;
    }

    /// <summary>Whether there is still something to change behind this address.</summary>
    protected abstract Task<bool> FindAsync(CancellationToken cancel);

    public override async Task<IActionResult> ShowAgainAsync()
    {
        var cancel = HttpContext.RequestAborted;
        if (!await FindAsync(cancel))
            return NotFound();
        await lists.LoadAsync(cancel);
        var used = await books
            .InUse()
            .OrderByDescending(version => version.PublishedAt)
            .Take(Remembered)
            .Select(version => version.Content)
            .ToListAsync(cancel);
        KnownMaterials =
        [
            .. used.SelectMany(recipe => recipe.Materials).Select(material => material.Item).DistinctBy(item => item.Nl ?? item.Here()),
        ];
        var words = Input.ToContent(new()).AllWords().ToList();
        Missing =
        [
            .. Languages
                .All.Select(language => (language, words.Count(each => each.Missing().Contains(language, StringComparer.Ordinal))))
                .Where(each => each.Item2 > 0),
        ];
        Input.WithEmptyRows();
        return Page();
    }
}
