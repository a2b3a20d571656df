namespace Nestwerk.Playbook.Exchange;

/// <summary>A file of a book that was brought here and checked, until whoever brought it has looked at what it would change. Gone after a day.</summary>
public sealed class ImportDraft
{
    /// <summary>How long it waits.</summary>
    public static readonly TimeSpan Keeps = TimeSpan.FromDays(1);

    public required Guid Id { get; init; }
    public required Guid BroughtBy { get; init; }
    public required DateTime BroughtAt { get; init; }
    public required byte[] Content { get; init; }
}
