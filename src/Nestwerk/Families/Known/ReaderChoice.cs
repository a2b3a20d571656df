using Nestwerk.Access;

namespace Nestwerk.Families.Known;

/// <summary>Who may read something by name, to choose from.</summary>
/// <param name="How">How the yes was said.</param>
public sealed record ReaderChoice(IReadOnlyList<Colleague> People, IReadOnlyCollection<Guid> Chosen, Evidence How, string Legend);
