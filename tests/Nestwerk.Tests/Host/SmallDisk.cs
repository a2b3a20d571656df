using System.Diagnostics;

namespace Nestwerk.Tests.Host;

/// <summary>A disk of a few megabytes that can be filled to the brim: a tmpfs of our own, which only root may mount.</summary>
public sealed class SmallDisk : IDisposable
{
    static readonly Lazy<string?> Trial = new(() =>
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
            return "Filling a disk needs a small tmpfs, and only root on Linux may mount one.";
        using var trial = new TempFolder();
        if (Run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", trial.Path) != 0)
            return "Filling a disk needs a small tmpfs, and this machine does not let root mount one.";
        Run("umount", trial.Path);
        return null;
    });

    readonly TempFolder folder = new();

    public SmallDisk(int megabytes)
    {
        Directory.CreateDirectory(Path);
        if (Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=0700", "tmpfs", Path) != 0)
            throw new InvalidOperationException("The small disk could not be mounted.");
    }

    /// <summary>Why there can be none here; null when there can.</summary>
    public static string? Missing => Trial.Value;

    public string Path => folder["disk"];

    /// <summary>A folder beside it, on the ordinary disk.</summary>
    public string Beside => folder["beside"];

    string Filler => System.IO.Path.Combine(Path, "filler");

    /// <summary>Not a byte is left.</summary>
    public void Fill()
    {
        using var file = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in new[] { 1 << 20, 1 << 12, 1 })
            while (TryWrite(file, size)) { }
    }

    public void Empty() => File.Delete(Filler);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Run("umount", "-l", Path);
        folder.Dispose();
    }

    static bool TryWrite(FileStream file, int size)
    {
        try
        {
            file.Write(new byte[size]);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    static int Run(params string[] command)
    {
        using var process = Process.Start(
            new ProcessStartInfo(command[0], command[1..])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            }
        )!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
