using System.Globalization;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

/// <summary>Somebody who was erased, as a line of the list.</summary>
public sealed record Erased(Guid FamilyId, Guid? MemberId, DateTime At, Guid Stone);

/// <summary>
/// Who was erased, outside the database: a restored backup does not know it any more. It lies beside the keys, and holds ids only.
/// Lines are only ever added.
/// </summary>
public sealed class ErasedList(NestwerkOptions options)
{
    public const string FileName = "erased.list";

    string File => Path.Combine(options.KeysFolder, FileName);

    public IReadOnlyList<Erased> Read() =>
        System.IO.File.Exists(File) ? [.. System.IO.File.ReadLines(File).Select(Parse).OfType<Erased>()] : [];

    /// <summary>Adds what is not in it yet; on disk when it returns.</summary>
    /// <returns>How many were new.</returns>
    public int Add(IEnumerable<Tombstone> stones)
    {
        var known = Read().Select(each => each.Stone).ToHashSet();
        var fresh = stones.Where(stone => !known.Contains(stone.Id)).ToList();
        if (fresh.Count == 0)
            return 0;
        PrivateFolder.Ensure(options.KeysFolder);
        if (!System.IO.File.Exists(File))
            new FileStream(File, PrivateFolder.NewFile).Dispose();
        using var file = new FileStream(File, FileMode.Append, FileAccess.Write);
        using (var writer = new StreamWriter(file, leaveOpen: true))
            foreach (var stone in fresh)
                writer.WriteLine(Line(stone));
        file.Flush(flushToDisk: true);
        return fresh.Count;
    }

    static string Line(Tombstone stone) =>
        string.Create(CultureInfo.InvariantCulture, $"{stone.FamilyId:N} {stone.MemberId?.ToString("N") ?? "-"} {stone.At:O} {stone.Id:N}");

    /// <summary>A line that was cut short by a full disk is no line.</summary>
    static Erased? Parse(string line) =>
        line.Split(' ') is [var family, var member, var at, var stone]
        && Guid.TryParseExact(family, "N", out var familyId)
        && Guid.TryParseExact(stone, "N", out var stoneId)
        && DateTime.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment)
            ? new(familyId, Guid.TryParseExact(member, "N", out var memberId) ? memberId : null, moment, stoneId)
            : null;
}
