using System.Buffers.Binary;

namespace Nestwerk.Playbook.Files;

/// <summary>Reads WAV and keeps how the sound is written and the sound: no names, no notes, no pictures.</summary>
static class WavSound
{
    const int MostChannels = 8;

    public static Cleaned Clean(byte[] raw)
    {
        if (RiffChunks.Read(raw) is not { } chunks)
            return Cleaned.Broken;
        if (chunks.Where(chunk => chunk.Name == "fmt ").ToList() is not [{ Length: >= 16 and <= 40 } format])
            return Cleaned.Broken;
        if (chunks.Where(chunk => chunk.Name == "data").ToList() is not [{ Length: > 0 } data] || !IsSound(raw.AsSpan(format.Start)))
            return Cleaned.Broken;
        return Cleaned.As(
            FileKinds.Wav,
            RiffChunks.Write(
                "WAVE"u8,
                ("fmt ", raw.AsSpan(format.Start, format.Length).ToArray()),
                ("data", raw.AsSpan(data.Start, data.Length).ToArray())
            )
        );
    }

    /// <summary>Plain samples, whole numbers or fractions, in as many channels as ears can use.</summary>
    static bool IsSound(ReadOnlySpan<byte> format) =>
        BinaryPrimitives.ReadUInt16LittleEndian(format) is 1 or 3 or 0xFFFE
        && BinaryPrimitives.ReadUInt16LittleEndian(format[2..]) is >= 1 and <= MostChannels
        && BinaryPrimitives.ReadUInt32LittleEndian(format[4..]) is >= 4000 and <= 384_000
        && BinaryPrimitives.ReadUInt16LittleEndian(format[14..]) is 8 or 16 or 24 or 32 or 64;
}
