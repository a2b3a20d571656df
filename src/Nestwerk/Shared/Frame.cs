namespace Nestwerk.Shared;

/// <summary>What stands around every page for the one who looks at it. Filled in by Access; empty for a visitor.</summary>
public sealed record Frame(string Name, string Initials, IReadOnlyList<string> Places, IReadOnlyList<FrameLink> Links)
{
    public static readonly Frame Visitor = new("", "", [], []);

    public bool IsSignedIn => Name.Length > 0;
}

/// <param name="Text">Text key.</param>
/// <param name="Icon">Id of a symbol in the sprite.</param>
public sealed record FrameLink(string Path, string Text, string Icon, bool IsHere);

/// <summary>A line across the top of every page. Text keys; only the demo has one.</summary>
public sealed record Banner(string Text, string Path, string LinkText);
