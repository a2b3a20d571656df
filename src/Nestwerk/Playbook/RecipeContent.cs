using Nestwerk.Shared;

namespace Nestwerk.Playbook;

/// <summary>Everything a recipe says. Immutable: a version keeps one, a draft is replaced by another.</summary>
public sealed record RecipeContent
{
    public Words Title { get; init; } = Words.None;
    public Words Summary { get; init; } = Words.None;

    // The five rubrics, in the order of the book.
    public IReadOnlyList<Words> Objectives { get; init; } = [];
    public Words ThemeLink { get; init; } = Words.None;
    public Words Description { get; init; } = Words.None;
    public IReadOnlyList<Step> Steps { get; init; } = [];
    public PillarMinutes Minutes { get; init; }
    public IReadOnlyList<Material> Materials { get; init; } = [];

    /// <summary>What to do when it touches something heavy.</summary>
    public Words Care { get; init; } = Words.None;

    /// <summary>What the facilitator must see at a glance on her run sheet.</summary>
    public Words Glance { get; init; } = Words.None;

    /// <summary>The one sentence that must be said.</summary>
    public Words MustSay { get; init; } = Words.None;

    /// <summary>What parents take home, in plain language.</summary>
    public Words Handout { get; init; } = Words.None;

    public IReadOnlyList<string> Themes { get; init; } = [];
    public IReadOnlyList<string> Goals { get; init; } = [];
    public IReadOnlyList<string> Settings { get; init; } = [];
    public IReadOnlyList<ResilienceHelper> Helpers { get; init; } = [];
    public Audience Audience { get; init; }
    public GroupSize GroupSize { get; init; } = new(4, 14);
    public LanguageLevel LanguageLevel { get; init; } = LanguageLevel.A2;
    public bool PartnerFriendly { get; init; }
    public bool ChildFriendly { get; init; }
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Files that go with it, in order.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
    public string Author { get; init; } = "";
    public string Licence { get; init; } = "";

    /// <summary>Minutes in which parents talk together.</summary>
    public int TalkMinutes => Steps.Where(step => step.Talks == Talks.Parents).Sum(step => step.Minutes);

    /// <summary>The languages in which some text is missing that exists in another.</summary>
    public IReadOnlyList<string> MissingLanguages() =>
        [.. Languages.All.Where(language => AllWords().Any(words => words.Missing().Contains(language)))];

    public IEnumerable<Words> AllWords() =>
        [
            Title,
            Summary,
            .. Objectives,
            ThemeLink,
            Description,
            .. Steps.Select(step => step.Text),
            .. Materials.Select(material => material.Item),
            Care,
            Glance,
            MustSay,
            Handout,
        ];
}

/// <summary>One step of the description.</summary>
public sealed record Step(int Minutes, Talks Talks, Words Text);

/// <summary>Something to bring: so many for the group, for each person or for each pair.</summary>
public sealed record Material(Words Item, int Quantity, Per Per)
{
    /// <summary>How many to bring for a group; a pair left over counts as a pair.</summary>
    public int For(int people) =>
        Per switch
        {
            Per.Group => Quantity,
            Per.Person => Quantity * people,
            Per.Pair => Quantity * ((people + 1) / 2),
        };
}

/// <summary>A file that goes with it: which one, and what is said of it.</summary>
public sealed record Attachment(Guid File, Words Title);

public sealed record GroupSize(int Min, int Max);

public enum Talks
{
    Facilitator,
    Parents,
}

public enum Per
{
    Group,
    Person,
    Pair,
}

public enum Audience
{
    Pregnancy,
    AfterBirth,
    Both,
    Professionals,
}

public enum LanguageLevel
{
    A1,
    A2,
    B1,
    B2,
}

/// <summary>What helps a child to grow up resilient when things are hard at home.</summary>
public enum ResilienceHelper
{
    Information,
    BeingAChild,
    SupportFigure,
    RoomForFeelings,
}
