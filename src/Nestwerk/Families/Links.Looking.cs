namespace Nestwerk.Families;

public static partial class Links
{
    public static string Looked(Guid family) => $"/families/{family}/looked";
}
