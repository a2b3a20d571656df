using System.Globalization;
using System.Text;
using Nestwerk.Shared;

namespace Nestwerk.Access.Trail;

/// <summary>A head as it was written down.</summary>
/// <param name="Restored">An operator said that an older backup was put back here: what was sealed after this head is gone, knowingly.</param>
public sealed record KeptHead(DateTime At, ChainHead Head, bool Restored);

/// <summary>
/// The heads of the chain, kept outside the database: <c>heads.log</c> grows by a line a day and at each shutdown, <c>head.now</c> is the
/// newest. Whoever can reach the database only cannot change them, so a trail that was cut short or written anew does not fit them.
/// </summary>
public sealed class HeadFile(NestwerkOptions options)
{
    const string Restored = "restored";
    readonly Lock one = new();

    public string Folder => options.HeadsFolder;

    string Log => Path.Combine(Folder, "heads.log");
    string Newest => Path.Combine(Folder, "head.now");

    /// <returns>The newest head that was kept; null when there is none.</returns>
    public KeptHead? Now() => Last(Lines(Newest)) ?? Last(All());

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<KeptHead> All() => [.. Lines(Log)];

    /// <summary>After each sealing: the newest replaces the one before it, and the first of a day is written down for good.</summary>
    public void Keep(ChainHead head, DateTime now)
    {
        lock (one)
        {
            PrivateFolder.Ensure(Folder);
            Replace(new(now, head, false));
            if (Last(All())?.At.Date != now.Date)
                Append(new(now, head, false));
        }
    }

    /// <summary>Writes a line for good: at shutdown, and when a backup was put back.</summary>
    public void WriteDown(ChainHead head, DateTime now, bool restored = false)
    {
        lock (one)
        {
            PrivateFolder.Ensure(Folder);
            var last = Last(All());
            if (!restored && last?.Head.Is(head.Sequence, head.Seal) == true)
                return;
            Append(new(now, head, restored));
            Replace(new(now, head, restored));
        }
    }

    /// <summary>For a demo that begins anew.</summary>
    public void Forget()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    void Append(KeptHead kept)
    {
        using var file = new FileStream(Log, Open(FileMode.Append));
        file.Write(Encoding.ASCII.GetBytes(Line(kept)));
        file.Flush(flushToDisk: true);
    }

    void Replace(KeptHead kept)
    {
        var half = Newest + ".half";
        using (var file = new FileStream(half, Open(FileMode.Create)))
        {
            file.Write(Encoding.ASCII.GetBytes(Line(kept)));
            file.Flush(flushToDisk: true);
        }
        File.Move(half, Newest, overwrite: true);
    }

    static FileStreamOptions Open(FileMode mode)
    {
        var how = PrivateFolder.NewFile;
        how.Mode = mode;
        return how;
    }

    static string Line(KeptHead kept) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{kept.At:yyyy-MM-dd'T'HH:mm:ss'Z'} {kept.Head.Sequence} {Convert.ToHexStringLower(kept.Head.Seal)}{(kept.Restored ? $" {Restored}" : "")}\n"
        );

    /// <summary>A last line that breaks off, as a crash leaves it, says nothing.</summary>
    static IEnumerable<KeptHead> Lines(string file) => File.Exists(file) ? File.ReadAllLines(file).Select(Read).OfType<KeptHead>() : [];

    static KeptHead? Last(IEnumerable<KeptHead> heads) => heads.LastOrDefault();

    static KeptHead? Read(string line)
    {
        var words = line.Split(' ');
        return
            words.Length >= 3
            && DateTime.TryParse(words[0], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at)
            && long.TryParse(words[1], CultureInfo.InvariantCulture, out var sequence)
            && words[2].Length == 2 * AuditChain.Size
            && words[2].All(char.IsAsciiHexDigit)
            ? new(at, new(sequence, Convert.FromHexString(words[2])), words.Length > 3 && words[3] == Restored)
            : null;
    }
}
