namespace Nestwerk.Families;

/// <summary>The addresses of what decides who may know.</summary>
public static partial class Links
{
    public const string BreakGlass = "/families/glass";
    public const string ContactCard = "/families/card";
    public const string AskAgain = "/families/ask-again";
    public const string GlassReview = "/officer/glass";
    public const string AccessCategories = "/officer/access-categories";

    public static string Home(Guid family) => $"/families/{family}";

    public static string Who(Guid family, string? said = null) => Home(family) + "/who" + (said is null ? "" : $"?said={said}");

    public static string AskConsent(Guid family) => Home(family) + "/consent";

    public static string NotNow(Guid family) => Home(family) + "/consent/not-now";

    /// <summary>What she takes with her of what was agreed at once.</summary>
    public static string Receipt(Guid family, Guid consent) => Home(family) + $"/consent/{consent}/receipt";

    public static string Narrow(Guid family, Guid consent) => Home(family) + $"/consent/{consent}";

    public static string Exclude(Guid family) => Home(family) + "/exclude";

    public static string Protect(Guid family, Guid member) => Home(family) + $"/protect/{member}";

    public static string AddToTeam(Guid family) => Home(family) + "/team/add";

    public static string HandOver(Guid family, Guid relation) => Home(family) + $"/team/{relation}/hand-over";

    public static string Loss(Guid family) => Home(family) + "/loss";

    public static string Reopen(Guid family) => Home(family) + "/reopen";

    public static string Join(Guid family) => Home(family) + "/join";

    public static string Split(Guid family) => Home(family) + "/split";

    public static string Leave(Guid family) => Home(family) + "/leave";
}
