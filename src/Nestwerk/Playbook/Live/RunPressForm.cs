namespace Nestwerk.Playbook.Live;

/// <summary>A button of the live run, as the form it is.</summary>
/// <param name="Follows">Whether it is about whatever block is under way, and the script has to keep it so.</param>
public sealed record RunPressForm(Guid Plan, StepKind Kind, Guid? Block, int Minutes, string Text, string Css, string Icon, bool Follows)
{
    /// <summary>Read by screen readers where the word alone says too little.</summary>
    public string? Label { get; init; }

    /// <summary>What the script finds it by.</summary>
    public string? Hook { get; init; }

    public bool Hidden { get; init; }
}
