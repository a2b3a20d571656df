using System.Buffers.Binary;
using System.Text;

namespace Nestwerk.Tests.Shared;

/// <summary>Small pictures made by hand, with things hung on them that do not belong there.</summary>
static class Pictures
{
    /// <summary>One white point, and a text beside it.</summary>
    public static byte[] Png(string word, string text, uint width = 1)
    {
        byte[] size = [0, 0, 0, 0, 0, 0, 0, 1, 8, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(size, width);
        byte[] points = [0x78, 0x9C, 0x63, 0xF8, 0x0F, 0x00, 0x01, 0x01, 0x01, 0x00];
        return
        [
            .. (byte[])[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
            .. Chunk("IHDR", size),
            .. Chunk("tEXt", Encoding.Latin1.GetBytes($"{word}\0{text}")),
            .. Chunk("IDAT", points),
            .. Chunk("IEND", []),
            .. Encoding.Latin1.GetBytes(text),
        ];
    }

    /// <summary>The frame of a picture of one point: enough to be read segment by segment.</summary>
    public static byte[] Jpeg(string text) =>
        [
            0xFF,
            0xD8,
            .. Segment(0xE1, Encoding.Latin1.GetBytes($"Exif\0\0{text}")),
            .. Segment(0xDB, new byte[65]),
            .. Segment(0xC0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
            .. Segment(0xFE, Encoding.Latin1.GetBytes(text)),
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
            0x12,
            0x34,
            0xFF,
            0xD9,
            .. Encoding.Latin1.GetBytes(text),
        ];

    /// <summary>The check sum is left out: a browser would complain, the cleaning does not look at it.</summary>
    static byte[] Chunk(string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];
    }

    static byte[] Segment(byte mark, byte[] data) => [0xFF, mark, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];
}
