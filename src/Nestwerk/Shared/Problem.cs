namespace Nestwerk.Shared;

/// <summary>Something in a form that cannot be kept as it is.</summary>
/// <param name="Field">The field it stands in, as a path from the form's root; empty for the form as a whole.</param>
/// <param name="Text">Key of the sentence that says what to do.</param>
public sealed record Problem(string Field, string Text, params object[] Values);
