namespace Nestwerk.Families;

public static partial class Links
{
    public const string Calls = "/families/calls";

    public static string StopMessages(string token) => $"/r/stop/{token}";
}
