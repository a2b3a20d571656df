using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook;

public sealed record FoundRecipe(Guid Id, Words Title, Words Summary, int Know, int Do, int Feel)
{
    public PillarMinutes Minutes => new(Know, Do, Feel);
}

public sealed record FoundMeeting(Guid Id, string Title, DateOnly? Date, bool IsArchived, Guid AuthorId)
{
    public string Author { get; init; } = "";
}

/// <summary>What the playbook finds for a few words. It asks its scopes, so that nobody finds what she may not read.</summary>
public sealed class PlaybookSearch(BookScope books, PlanScope plans, Colleagues colleagues)
{
    /// <summary>Recipes in use that hold these words, those with the first word in their title in front.</summary>
    public async Task<Found<FoundRecipe>> RecipesAsync(SearchWords words, int most, CancellationToken cancel)
    {
        var rows = await Ordered(books.InUse().Holding(words), words.All[0])
            .Take(most + 1)
            .Select(version => new FoundRecipe(
                version.RecipeId,
                new(version.Title.Nl, version.Title.Fr, version.Title.En),
                new(version.Summary.Nl, version.Summary.Fr, version.Summary.En),
                version.Know,
                version.Do,
                version.Feel
            ))
            .ToListAsync(cancel);
        return Found<FoundRecipe>.Of(rows, most);
    }

    /// <summary>Meetings with these words in their title, the latest day in front.</summary>
    public async Task<Found<FoundMeeting>> MeetingsAsync(SearchWords words, int most, CancellationToken cancel)
    {
        var late = DateOnly.MaxValue;
        // Titles are folded here: neither database folds accents by itself, and both would do it in another way.
        var titles = plans
            .Readable()
            .Where(plan => plan.Title != "")
            .OrderByDescending(plan => plan.Date ?? late)
            .ThenBy(plan => plan.Id)
            .Select(plan => new FoundMeeting(plan.Id, plan.Title, plan.Date, plan.ArchivedAt != null, plan.AuthorId))
            .AsAsyncEnumerable();
        var rows = new List<FoundMeeting>();
        await foreach (var row in titles.WithCancellation(cancel))
            if (words.Fit(row.Title))
            {
                rows.Add(row);
                if (rows.Count > most)
                    break;
            }
        var names = await colleagues.NamesAsync([.. rows.Select(row => row.AuthorId).Distinct()], cancel);
        return Found<FoundMeeting>.Of([.. rows.Select(row => row with { Author = names.GetValueOrDefault(row.AuthorId, "") })], most);
    }

    static IQueryable<RecipeVersion> Ordered(IQueryable<RecipeVersion> versions, string first) =>
        Languages.Current switch
        {
            "fr" => versions.OrderBy(v => v.Sort.Fr!.Contains(first) ? 0 : 1).ThenBy(v => v.Sort.Fr).ThenBy(v => v.RecipeId),
            "en" => versions.OrderBy(v => v.Sort.En!.Contains(first) ? 0 : 1).ThenBy(v => v.Sort.En).ThenBy(v => v.RecipeId),
            _ => versions.OrderBy(v => v.Sort.Nl!.Contains(first) ? 0 : 1).ThenBy(v => v.Sort.Nl).ThenBy(v => v.RecipeId),
        };
}

static class RecipeWords
{
    /// <summary>Those whose texts, in any language, hold all these words.</summary>
    public static IQueryable<RecipeVersion> Holding(this IQueryable<RecipeVersion> versions, SearchWords words) =>
        words.All.Aggregate(versions, (left, word) => left.Where(version => version.SearchText.Contains(word)));
}
