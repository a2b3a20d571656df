namespace Nestwerk.Cli.Demo;

/// <summary>Present only when the application runs with invented people whom everybody may be.</summary>
/// <param name="Public">Also for visitors from other machines.</param>
public sealed record DemoMode(bool Public)
{
    public bool IsOpenTo(HttpContext visitor) => Public || visitor.IsAtHome();
}
