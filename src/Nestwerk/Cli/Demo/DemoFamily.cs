using Nestwerk.Access;
using Nestwerk.Families;

namespace Nestwerk.Cli.Demo;

/// <summary>An invented family as it stands in the data files. Days and months count from today; a member is named by its place in the list.</summary>
sealed record DemoFamily(string Word, string House, string By, int Since, IReadOnlyList<DemoMember> Members)
{
    /// <summary>One person who enrolled in a group: no team stands around her.</summary>
    public bool Small { get; init; }

    /// <summary>People, teams or houses that carry the whole family.</summary>
    public IReadOnlyList<string> Team { get; init; } = [];
    public IReadOnlyList<DemoBeside> Beside { get; init; } = [];
    public IReadOnlyList<DemoYes> Yes { get; init; } = [];

    /// <summary>Who may know nothing: somebody who works here, or <c>family:member</c>.</summary>
    public IReadOnlyList<string> No { get; init; } = [];
    public IReadOnlyList<string> Needs { get; init; } = [];
    public IReadOnlyList<DemoText> Story { get; init; } = [];
    public IReadOnlyList<DemoText> Notes { get; init; } = [];
    public IReadOnlyList<DemoText> Sensitive { get; init; } = [];
    public DemoProtection? Protection { get; init; }
    public DemoAct? Restriction { get; init; }
    public DemoQuiet? Quiet { get; init; }
    public DemoSplit? Split { get; init; }

    public Guid Id => IdOf(Word);

    public Guid MemberId(int place) => IdOf(Word, place);

    public static Guid IdOf(string word) => DemoIds.For("family " + word);

    public static Guid IdOf(string word, int place) => DemoIds.For($"member {word} {place}");
}

sealed record DemoMember(Kin Kin, string Name)
{
    public string Language { get; init; } = "nl";
    public int? Month { get; init; }
    public int? Day { get; init; }
    public int? Left { get; init; }
    public IReadOnlyList<DemoReach> Reach { get; init; } = [];
}

/// <summary>A number or an address that cannot be real.</summary>
sealed record DemoReach(string At)
{
    public string? Via { get; init; }
    public string? Times { get; init; }
    public bool Silent { get; init; }

    /// <summary>Nobody confirmed it yet.</summary>
    public bool New { get; init; }
    public int? Confirmed { get; init; }

    /// <summary>How it ended, when it did: wrong, stopped or replaced.</summary>
    public string? Ended { get; init; }

    public ChannelKind Kind =>
        Via is not null ? ChannelKind.Via
        : At.Contains('@', StringComparison.Ordinal) ? ChannelKind.Mail
        : At.StartsWith("04", StringComparison.Ordinal) ? ChannelKind.Mobile
        : ChannelKind.Phone;
}

sealed record DemoBeside(string Who, Basis Basis, DataClasses Classes, int Since);

sealed record DemoYes(string To, IReadOnlyList<DataClass> Classes, int Day, Evidence How, string Language)
{
    public Purpose Purpose { get; init; } = Purpose.CoordinateTrajectory;
    public int? Withdrawn { get; init; }
}

/// <param name="By">Who wrote it down; null when she did it herself.</param>
sealed record DemoText(string Text, int Day, string? By)
{
    public bool Shown { get; init; }
    public IReadOnlyList<string> For { get; init; } = [];
}

sealed record DemoProtection(int Of, string Alias, string Word, string By, int Day);

sealed record DemoAct(int Day, string By);

sealed record DemoQuiet(Loss Loss, int About, int Day, string By, string Words);

sealed record DemoSplit(string From, int Day, string By);
