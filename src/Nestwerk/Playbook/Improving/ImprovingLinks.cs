namespace Nestwerk.Playbook.Improving;

/// <summary>The addresses of improvements.</summary>
public static class ImprovingLinks
{
    public const string All = "/playbook/improvements";

    public static string Improvement(Guid id) => $"{All}/{id}";

    /// <summary>Where a remark about a recipe is brought to its editors; from a meeting, or from the page of the recipe.</summary>
    public static string New(Guid recipe, Guid? plan = null) => Links.Recipe(recipe, "improve") + (plan is { } from ? $"?plan={from}" : "");
}
