using Nestwerk.Shared;

namespace Nestwerk.Playbook;

/// <summary>
/// What was published, as it was. Beside the content stand the columns that lists filter and show,
/// so that a list never has to open the content.
/// </summary>
public sealed class RecipeVersion : IOnPublicPages
{
    RecipeVersion() { }

    public RecipeVersion(Guid recipeId, int number, RecipeContent content)
    {
        (RecipeId, Number, Content) = (recipeId, number, content);
        (Know, Do, Feel) = (content.Minutes.Know, content.Minutes.Do, content.Minutes.Feel);
        Minutes = content.Minutes.Total;
        TalkMinutes = content.TalkMinutes;
        (Title, Summary) = (content.Title, content.Summary);
        Sort = new(Folding.Fold(content.Title.In("nl")), Folding.Fold(content.Title.In("fr")), Folding.Fold(content.Title.In("en")));
        Needs = new(NeedsIn("nl"), NeedsIn("fr"), NeedsIn("en"));
        Audience = content.Audience;
        (GroupMin, GroupMax) = (content.GroupSize.Min, content.GroupSize.Max);
        (Themes, Goals, Settings) = ([.. content.Themes], [.. content.Goals], [.. content.Settings]);
        SearchText = Folding.Fold(string.Join(' ', content.AllWords().SelectMany(words => new[] { words.Nl, words.Fr, words.En })));
    }

    public Guid RecipeId { get; private set; }
    public int Number { get; private set; }
    public RecipeContent Content { get; private set; } = null!;
    public string ChangeNote { get; init; } = "";
    public Guid PublishedBy { get; init; }
    public DateTime PublishedAt { get; init; }
    public bool IsNewest { get; set; }
    public List<ReadThrough> ReadThroughs { get; } = [];

    public int Know { get; private set; }
    public int Do { get; private set; }
    public int Feel { get; private set; }
    public int Minutes { get; private set; }
    public int TalkMinutes { get; private set; }
    public Words Title { get; private set; } = Words.None;
    public Words Summary { get; private set; } = Words.None;
    public Words Sort { get; private set; } = Words.None;
    public Words Needs { get; private set; } = Words.None;
    public Audience Audience { get; private set; }
    public int GroupMin { get; private set; }
    public int GroupMax { get; private set; }
    public List<string> Themes { get; private set; } = [];
    public List<string> Goals { get; private set; } = [];
    public List<string> Settings { get; private set; } = [];
    public string SearchText { get; private set; } = "";

    string NeedsIn(string language) => string.Join(", ", Content.Materials.Select(material => material.Item.In(language)));
}

/// <summary>Somebody with a name read this version and stands by it, until it should be read again.</summary>
public sealed class ReadThrough : IOnPublicPages
{
    public required Guid Id { get; init; }
    public Guid RecipeId { get; init; }
    public int Number { get; init; }
    public required string By { get; init; }
    public required DateOnly On { get; init; }
    public required DateOnly AgainBefore { get; init; }
    public required Guid RecordedBy { get; init; }
}
