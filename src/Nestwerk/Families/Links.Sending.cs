namespace Nestwerk.Families;

public static partial class Links
{
    public const string Calls = "/families/calls";

    public static string StopMessages(string token) => $"/r/stop/{token}";

    public static string CallDone(Guid family, Guid call) => $"/families/{family}/calls/{call}";
}
