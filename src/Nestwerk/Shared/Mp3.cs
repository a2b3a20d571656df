namespace Nestwerk.Shared;

/// <summary>Reads MP3 (ISO/IEC 11172-3 and 13818-3, layer III) frame by frame and keeps the frames: no ID3 before them, no tags behind.</summary>
static class Mp3
{
    const int FewestFrames = 4;

    static readonly int[] First = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
    static readonly int[] Second = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];
    static readonly int[] Rates = [44_100, 48_000, 32_000, 0];

    /// <returns>The frames alone; null when it is no such sound.</returns>
    public static byte[]? FramesIn(byte[] raw)
    {
        var start = AfterTags(raw);
        var (at, frames) = (start, 0);
        while (Length(raw.AsSpan(at)) is > 0 and var length && length <= raw.Length - at)
            (at, frames) = (at + length, frames + 1);
        // What follows the last frame is a tag, or it is no sound.
        var isMostly =
            at - start >= (raw.Length - start) / 10 * 9 || raw.AsSpan(at).StartsWith("APETAGEX"u8) || raw.AsSpan(at).StartsWith("TAG"u8);
        return frames >= FewestFrames && isMostly ? raw[start..at] : null;
    }

    /// <summary>Where the sound begins, behind any ID3v2 tags.</summary>
    static int AfterTags(byte[] raw)
    {
        var at = 0;
        while (raw.Length - at >= 10 && raw.AsSpan(at).StartsWith("ID3"u8))
        {
            var size = (raw[at + 6] & 0x7F) << 21 | (raw[at + 7] & 0x7F) << 14 | (raw[at + 8] & 0x7F) << 7 | (raw[at + 9] & 0x7F);
            at = (int)Math.Min(raw.Length, (long)at + 10 + size + ((raw[at + 5] & 0x10) != 0 ? 10 : 0));
        }
        while (at < raw.Length && raw[at] == 0)
            at++;
        return at;
    }

    /// <returns>Bytes of the frame that begins here; 0 when none does.</returns>
    static int Length(ReadOnlySpan<byte> raw)
    {
        if (raw.Length < 4 || raw[0] != 0xFF || (raw[1] & 0xE6) != 0xE2)
            return 0;
        var version = (raw[1] >> 3) & 3;
        var rate =
            Rates[(raw[2] >> 2) & 3]
            / (
                version == 3 ? 1
                : version == 2 ? 2
                : 4
            );
        var speed = (version == 3 ? First : Second)[raw[2] >> 4] * 1000;
        return version == 1 || rate == 0 || speed == 0 ? 0 : ((version == 3 ? 144 : 72) * speed / rate) + ((raw[2] >> 1) & 1);
    }
}
