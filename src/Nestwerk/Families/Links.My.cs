namespace Nestwerk.Families;

/// <summary>The addresses of her own pages, and of what workers do for them.</summary>
public static partial class Links
{
    public const string My = "/my";
    public const string MyCode = "/my/code";
    public const string MyPin = "/my/pin";
    public const string MyLanguage = "/my/language";
    public const string MyAway = "/my/away";
    public const string MyError = "/my/error/{0}";
    public const string MyPage = "/my/page";
    public const string MyPeople = "/my/people";
    public const string MyLooks = "/my/looks";
    public const string MyStory = "/my/story";
    public const string MyDetails = "/my/details";
    public const string MyRights = "/my/rights";
    public const string MyCopy = MyRights + "/copy";
    public const string MyErase = MyRights + "/erase";
    public const string ParentTexts = "/parent-texts";

    public static string MyRightsAfter(string did) => $"{MyRights}?did={did}";

    public static string ParentTextsIn(string language) => $"{ParentTexts}/{Uri.EscapeDataString(language)}";

    public static string ParentText(string language, string key) => $"{ParentTextsIn(language)}/{Uri.EscapeDataString(key)}";

    public static string Voice(Guid spoken) => $"/my/voice/{spoken}";

    public static string Pin(Guid family) => $"/families/{family}/pin";
}
