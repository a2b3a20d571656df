namespace Nestwerk.Playbook.Logbook;

/// <summary>The addresses of logs.</summary>
public static class LogLinks
{
    public const string Quality = "/playbook/quality";

    public static string Log(Guid plan) => Links.Plan(plan, "log");

    public static string Write(Guid plan) => Links.Plan(plan, "log/write");
}
