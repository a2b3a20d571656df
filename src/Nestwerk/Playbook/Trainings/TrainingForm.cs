using System.Globalization;
using Nestwerk.Playbook.Editing;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Trainings;

/// <summary>What is said of a training, as typed.</summary>
public sealed class TrainingForm
{
    public WordsForm Title { get; set; } = new();

    /// <summary>Empty when once is enough.</summary>
    public string? Months { get; set; }
    public bool Retired { get; set; }

    public static TrainingForm Of(Training training) =>
        new()
        {
            Title = WordsForm.From(training.Title),
            Months = training.RenewAfterMonths?.ToString(CultureInfo.InvariantCulture),
            Retired = training.RetiredAt is not null,
        };

    public int? RenewAfterMonths => string.IsNullOrWhiteSpace(Months) ? null : RecipeForm.Number(Months);

    public IEnumerable<Problem> Problems()
    {
        var title = Title.ToWords();
        if (title.IsEmpty())
            yield return new($"{nameof(Title)}.Nl", "form.required");
        foreach (var language in Languages.All)
            if (title.Exactly(language)?.Length is { } length && length > RecipeRules.TitleLength)
                yield return new(
                    $"{nameof(Title)}.{char.ToUpperInvariant(language[0])}{language[1]}",
                    "form.tooLong",
                    RecipeRules.TitleLength,
                    length
                );
        if (!string.IsNullOrWhiteSpace(Months) && RenewAfterMonths is null or < 1 or > TrainingRules.MostMonths)
            yield return new(nameof(Months), "form.range", 1, TrainingRules.MostMonths);
    }
}
