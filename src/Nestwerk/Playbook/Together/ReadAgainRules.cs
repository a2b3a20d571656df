namespace Nestwerk.Playbook.Together;

public enum ReadAgainState
{
    Never,
    Late,
    Soon,
    Fine,
}

/// <summary>When a recipe wants to be read through again. Pure.</summary>
public static class ReadAgainRules
{
    public const int DaysAhead = 30;

    /// <param name="againBefore">What the last reading of the newest version promised; null when nobody read it.</param>
    /// <param name="today">The day it is.</param>
    public static ReadAgainState State(DateOnly? againBefore, DateOnly today) =>
        againBefore is not { } day ? ReadAgainState.Never
        : day < today ? ReadAgainState.Late
        : day <= today.AddDays(DaysAhead) ? ReadAgainState.Soon
        : ReadAgainState.Fine;
}
