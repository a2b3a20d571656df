namespace Nestwerk.Playbook.Exchange;

/// <summary>What she chose where the file and the house do not agree. Unless she says otherwise, ours stays.</summary>
public sealed record ImportChoices(Guid Owner, IReadOnlyDictionary<Guid, Choice> Recipes, IReadOnlySet<string> TheirWords)
{
    public Choice For(RecipeReview recipe) =>
        recipe.Choices.Count == 0 ? Choice.Theirs
        : Recipes.TryGetValue(recipe.Entry.Id, out var chosen) && recipe.Choices.Contains(chosen) ? chosen
        : Choice.Keep;

    /// <summary>How a word of a list is named in <see cref="TheirWords"/>.</summary>
    public static string Key(WordReview word) => $"{word.Kind}/{word.Entry.Id}";
}
