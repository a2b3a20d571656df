namespace Nestwerk.Families;

/// <summary>The addresses of what a person can ask, and of the desk of the data protection officer.</summary>
public static partial class Links
{
    public const string Officer = "/officer";
    public const string OfficerRequests = "/officer/requests";
    public const string OfficerRetention = "/officer/retention";
    public const string OfficerFolder = "/officer/folder";
    public const string LegalReferences = "/officer/folder/references";
    public const string OfficerTrail = "/officer/audit";
    public const string NewBreach = "/officer/breaches/new";
    public const string Mendings = "/families/papers";
    public const string NewLegal = "/officer/legal/new";

    public static string Rights(Guid family) => $"/families/{family}/rights";

    /// <summary>What is kept about her, to print; for the worker who sits with her.</summary>
    public static string RightsPaper(Guid family, Guid request) => $"/families/{family}/rights/{request}/paper";

    /// <summary>What was erased, without a word about anybody.</summary>
    public static string Erased(Guid proof) => $"/erased/{proof}";

    public static string Case(Guid id) => $"/officer/cases/{id}";

    /// <summary>Where the second person says yes or no.</summary>
    public static string ConfirmCase(Guid id) => $"/cases/{id}/confirm";

    public static string Breach(Guid id) => $"/officer/breaches/{id}";

    public static string BreachLetter(Guid id, string language) => $"/officer/breaches/{id}/letter?lang={language}";
}
