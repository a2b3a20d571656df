using Nestwerk.Shared;

namespace Nestwerk.Playbook.Editing;

/// <summary>One text in three languages, as typed.</summary>
public class WordsForm
{
    public string? Nl { get; set; }
    public string? Fr { get; set; }
    public string? En { get; set; }

    public static WordsForm From(Words words) =>
        new()
        {
            Nl = words.Nl,
            Fr = words.Fr,
            En = words.En,
        };

    public Words ToWords() => new Words(Nl, Fr, En).Tidy();

    public bool IsBlank() => ToWords().IsEmpty();
}

public sealed class ObjectiveRow : WordsForm
{
    public bool Remove { get; set; }

    public static ObjectiveRow Of(Words words) =>
        new()
        {
            Nl = words.Nl,
            Fr = words.Fr,
            En = words.En,
        };
}

public sealed class StepRow
{
    public string? Minutes { get; set; }
    public Talks Talks { get; set; }
    public WordsForm Text { get; set; } = new();
    public bool Remove { get; set; }

    public static StepRow Of(Step step) =>
        new()
        {
            Minutes = RecipeForm.Typed(step.Minutes),
            Talks = step.Talks,
            Text = WordsForm.From(step.Text),
        };

    public Step ToStep() => new(RecipeForm.Number(Minutes) ?? 0, Talks, Text.ToWords());

    public bool IsBlank() => string.IsNullOrWhiteSpace(Minutes) && Text.IsBlank();
}

public sealed class MaterialRow
{
    public WordsForm Item { get; set; } = new();
    public string? Quantity { get; set; }
    public Per Per { get; set; }
    public bool Remove { get; set; }

    public static MaterialRow Of(Material material) =>
        new()
        {
            Item = WordsForm.From(material.Item),
            Quantity = RecipeForm.Typed(material.Quantity),
            Per = material.Per,
        };

    public Material ToMaterial() => new(Item.ToWords(), RecipeForm.Number(Quantity) ?? 0, Per);

    public bool IsBlank() => string.IsNullOrWhiteSpace(Quantity) && Item.IsBlank();
}

public sealed class PillarForm
{
    public string? Know { get; set; }
    public string? Do { get; set; }
    public string? Feel { get; set; }

    public static PillarForm From(PillarMinutes minutes) =>
        new()
        {
            Know = Typed(minutes.Know),
            Do = Typed(minutes.Do),
            Feel = Typed(minutes.Feel),
        };

    public PillarMinutes ToMinutes() => new(RecipeForm.Number(Know) ?? 0, RecipeForm.Number(Do) ?? 0, RecipeForm.Number(Feel) ?? 0);

    static string Typed(int minutes) => minutes == 0 ? "" : RecipeForm.Typed(minutes);
}

public sealed class GroupSizeForm
{
    public string? Min { get; set; }
    public string? Max { get; set; }

    public static GroupSizeForm From(GroupSize size) => new() { Min = RecipeForm.Typed(size.Min), Max = RecipeForm.Typed(size.Max) };

    public GroupSize ToSize() => new(RecipeForm.Number(Min) ?? 0, RecipeForm.Number(Max) ?? 0);
}
