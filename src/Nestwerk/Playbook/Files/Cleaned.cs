namespace Nestwerk.Playbook.Files;

/// <summary>What became of a file: kept, cleaned, under the type its content showed; or refused, for a reason.</summary>
/// <param name="Type">The media type; empty when it was refused.</param>
/// <param name="Problem">Key of the sentence that says why it was refused; null when it was not.</param>
public sealed record Cleaned(string Type, byte[] Content, string? Problem)
{
    public static Cleaned As(string type, byte[] content) => new(type, content, null);

    public static Cleaned Refused(string problem) => new("", [], problem);

    public static readonly Cleaned Broken = Refused("file.problem.broken");
}
