using Nestwerk.Shared.Settings;

namespace Nestwerk.Playbook.Files;

/// <summary>
/// Recognises a file by its content, never by its name, and writes it anew without what does not belong to the picture,
/// the page or the sound. Cleaning what is clean changes nothing. Pure.
/// </summary>
public static class FileKinds
{
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>How wide and how high a picture may be.</summary>
    public const int MostPixels = 8000;

    public const string Pdf = "application/pdf";
    public const string Mp3 = "audio/mpeg";
    public const string Wav = "audio/wav";
    public const string M4a = "audio/mp4";
    public const string WebP = "image/webp";

    static readonly Dictionary<string, string> Endings = new(StringComparer.Ordinal)
    {
        ["image/png"] = ".png",
        ["image/jpeg"] = ".jpg",
        [WebP] = ".webp",
        [Pdf] = ".pdf",
        [Mp3] = ".mp3",
        [Wav] = ".wav",
        [M4a] = ".m4a",
    };

    public static bool IsKnown(string type) => Endings.ContainsKey(type);

    public static bool IsPicture(string type) => type.StartsWith("image/", StringComparison.Ordinal) && IsKnown(type);

    /// <summary>The word for a kind on screen: picture, page or sound.</summary>
    public static string Word(string type) =>
        IsPicture(type) ? "file.kind.picture"
        : type == Pdf ? "file.kind.pdf"
        : "file.kind.sound";

    public static Cleaned Clean(byte[] raw)
    {
        if (raw.Length == 0)
            return Cleaned.Refused("file.problem.empty");
        if (raw.Length > MostBytes)
            return Cleaned.Refused("file.problem.large");
        var once = Once(raw);
        if (once.Problem is not null || once.Content.AsSpan().SequenceEqual(raw))
            return once;
        // Damage can hide behind damage: what is not clean after one cleaning is not kept.
        return Once(once.Content).Content.AsSpan().SequenceEqual(once.Content) ? once : Cleaned.Broken;
    }

    static Cleaned Once(byte[] raw)
    {
        var span = raw.AsSpan();
        return span.StartsWith("%PDF-"u8) ? PdfFile.Clean(raw)
            : IsRiff(span, "WEBP"u8) ? WebPImage.Clean(raw)
            : IsRiff(span, "WAVE"u8) ? WavSound.Clean(raw)
            : span is [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] ? Mp4Sound.Clean(raw)
            : span is [0x89, 0x50, 0x4E, 0x47, ..] or [0xFF, 0xD8, ..] ? Picture(raw)
            : span.StartsWith("ID3"u8) || span is [0xFF, >= 0xE0, ..] ? Mp3Sound.Clean(raw)
            : Cleaned.Refused("file.problem.kind");
    }

    /// <summary>
    /// A name under which anybody can keep it: letters, digits and a few marks, no path, nothing that turns the direction of writing,
    /// and the ending that belongs to what it is.
    /// </summary>
    public static string SafeName(string? given, string type)
    {
        var name = (given ?? "").Split('/', '\\')[^1];
        var dot = name.LastIndexOf('.');
        var kept = new string([.. (dot > 0 ? name[..dot] : name).Normalize().Select(Letter)]).Trim(' ', '.', '-', '_');
        if (kept.Length > 80)
            kept = kept[..80].TrimEnd();
        return (kept.Length == 0 ? "nestwerk" : kept) + Endings[type];
    }

    static char Letter(char letter) =>
        char.IsAsciiLetterOrDigit(letter)
        || (char.IsLetter(letter) && !char.IsSurrogate(letter))
        || letter is ' ' or '.' or '-' or '_' or '(' or ')'
            ? letter
            : '-';

    static bool IsRiff(ReadOnlySpan<byte> raw, ReadOnlySpan<byte> kind) =>
        raw.Length > 12 && raw.StartsWith("RIFF"u8) && raw[8..].StartsWith(kind);

    static Cleaned Picture(byte[] raw) =>
        Images.Clean(raw, MostBytes, MostPixels) is { } image
            ? Cleaned.As(image.Type, image.Content)
            : Cleaned.Refused("file.problem.picture");
}
