namespace Nestwerk.Playbook.Live;

/// <summary>The addresses of a meeting under way. What its narrow session opens lies below the first of them.</summary>
public static class RunLinks
{
    public static string Run(Guid plan) => Links.Plan(plan, "run");

    public static string State(Guid plan) => Links.Plan(plan, "run/state");

    public static string Steps(Guid plan, long begun) => Links.Plan(plan, $"run/steps?begun={begun}");

    public static string Log(Guid plan) => Links.Plan(plan, "log");
}
