using System.Globalization;
using System.Security.Cryptography;

namespace Nestwerk.Access.Trail;

/// <summary>Where the chain stands: the place and the seal of a row. Whoever holds one can later say whether all before it is as it was.</summary>
public sealed record ChainHead(long Sequence, byte[] Seal)
{
    /// <summary>Before the first row.</summary>
    public static readonly ChainHead Start = new(0, new byte[AuditChain.Size]);

    public bool Is(long sequence, byte[]? seal) => sequence == Sequence && seal is not null && Seal.AsSpan().SequenceEqual(seal);

    /// <summary>As it is printed: short enough to read out.</summary>
    public string Words => string.Create(CultureInfo.InvariantCulture, $"{Sequence} · {Convert.ToHexStringLower(Seal)[..16]}");
}

/// <summary>
/// Binds the rows of the trail to each other: the seal of a row is an HMAC-SHA-256 of all its columns, its place and the seal of the row
/// before it, under a key that lies sealed and opens only with a file outside the database. Whoever can write in the database only
/// can change nothing, take nothing out, turn nothing around and put nothing in without a seal that no longer fits.
/// That nothing was cut off at the end, only a head kept elsewhere can say.
/// </summary>
public static class AuditChain
{
    /// <summary>The name of the key among the lasting keys of the house.</summary>
    public const string Secret = "audit";
    public const int Size = 32;
    const byte Format = 1;

    public static byte[] Seal(AuditRow row, long sequence, byte[] before, byte[] key)
    {
        using var bytes = new MemoryStream(256);
        using var writer = new BinaryWriter(bytes);
        writer.Write(Format);
        writer.Write(sequence);
        writer.Write(row.Id.ToByteArray());
        writer.Write(row.At.Ticks / TimeSpan.TicksPerMicrosecond); // PostgreSQL keeps no more, and a house may move there.
        writer.Write(row.PersonId.ToByteArray());
        writer.Write(row.Event);
        writer.Write(row.SubjectId.ToByteArray());
        Write(writer, row.OfFamily);
        writer.Write((int)row.Classes);
        writer.Write(row.Act?.ToString() ?? "");
        writer.Write(row.Reason?.ToString() ?? "");
        Write(writer, row.AtOrganisation);
        Write(writer, row.SessionId);
        writer.Write(before);
        return HMACSHA256.HashData(key, bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    static void Write(BinaryWriter writer, Guid? id)
    {
        writer.Write(id.HasValue);
        writer.Write((id ?? Guid.Empty).ToByteArray());
    }
}
