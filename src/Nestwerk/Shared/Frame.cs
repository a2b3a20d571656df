namespace Nestwerk.Shared;

/// <summary>What stands around every page for the one who looks at it. Filled in by Access; empty for a visitor.</summary>
public sealed record Frame(string Name, string Initials, IReadOnlyList<string> Places, IReadOnlyList<FrameLink> Links)
{
    public static readonly Frame Visitor = new("", "", [], []);

    /// <summary>The frame of a page that is the same for everybody: the language is chosen by a link, no cookie is set.</summary>
    public static readonly Frame Public = new("", "", [], []) { IsPublic = true };

    /// <summary>The organisations she can choose to work for; empty when there is nothing to choose.</summary>
    public IReadOnlyList<FrameHouse> Houses { get; init; } = [];

    /// <summary>What stands in her own menu.</summary>
    public IReadOnlyList<FrameLink> Desk { get; init; } = [];

    /// <summary>Whether she may search: the box stands in the bar.</summary>
    public bool Searches { get; init; }

    public bool IsPublic { get; private init; }

    public bool IsSignedIn => Name.Length > 0;
}

/// <param name="Text">Text key.</param>
/// <param name="Icon">Id of a symbol in the sprite.</param>
public sealed record FrameLink(string Path, string Text, string Icon, bool IsHere);

public sealed record FrameHouse(Guid Id, string Name, bool IsHere);

/// <summary>A line across the top of every page. Text keys; only the demo has one.</summary>
public sealed record Banner(string Text, string Path, string LinkText);

/// <summary>Marks a page that looks the same for everybody: it says nothing of who looks at it, and its language stands in its address.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SameForEverybodyAttribute : Attribute;
