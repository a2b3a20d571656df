namespace Nestwerk.Shared.Sending;

/// <summary>How many parts a text takes as a text message: 160 signs of the GSM alphabet, or 70 of any script; a little less when there are more parts.</summary>
public static class SmsSegments
{
    const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /// <summary>These take two places.</summary>
    const string Extended = "\f^{}\\[~]|€";

    public static bool IsGsm(string text) => text.All(sign => Basic.Contains(sign) || Extended.Contains(sign));

    public static int Of(string text)
    {
        var length = IsGsm(text) ? text.Length + text.Count(Extended.Contains) : text.Length;
        var (alone, together) = IsGsm(text) ? (160, 153) : (70, 67);
        return length <= alone ? 1 : (length + together - 1) / together;
    }
}
