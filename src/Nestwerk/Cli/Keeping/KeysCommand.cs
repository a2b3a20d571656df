using System.Security.Cryptography;
using Nestwerk.Shared;

namespace Nestwerk.Cli.Keeping;

/// <summary>What is said and asked at the keyboard about the keys.</summary>
static class KeysCommand
{
    public static Task<int> ListAsync(IServiceProvider services, CancellationToken cancel)
    {
        var options = services.GetRequiredService<NestwerkOptions>();
        var epochs = services.GetRequiredService<KeyRing>().Epochs();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        Console.WriteLine($"Keys in {Path.GetFullPath(options.KeysFolder)}:");
        if (epochs.Count == 0)
            Console.WriteLine("  none yet; the first one is made when something is sealed");
        var over = Rotation.Over(epochs, now).ToHashSet(StringComparer.Ordinal);
        foreach (var epoch in epochs)
        {
            var state =
                epoch == epochs[^1] ? "seals now"
                : over.Contains(epoch.Id) ? "over: the next rotation destroys it"
                : "opens only";
            Console.WriteLine($"  {epoch.Id, -12} made {epoch.Made:yyyy-MM-dd}  {state}");
        }
        var made = services.GetRequiredService<RecoveryRing>().IsMade;
        Console.WriteLine(
            made ? "A recovery key was made." : "No recovery key was made: run nestwerk keys recovery and keep the paper elsewhere."
        );
        return Task.FromResult(0);
    }

    public static async Task<int> RotateAsync(IServiceProvider services, CancellationToken cancel)
    {
        var rotated = await services.GetRequiredService<Rotation>().RunAsync(cancel);
        Console.WriteLine($"The key {rotated.Newest} seals from now on. {rotated.Moved} values in the database were sealed anew.");
        foreach (var id in rotated.Destroyed)
            Console.WriteLine($"The key {id} was destroyed: backups made before it was replaced cannot be opened any more.");
        foreach (var id in rotated.StillUsed)
            Console.WriteLine($"The key {id} stays, because something is still sealed with it. Rotate again when nobody is signing in.");
        return 0;
    }

    public static Task<int> MakeRecoveryAsync(IServiceProvider services, bool replace, CancellationToken cancel)
    {
        var ring = services.GetRequiredService<RecoveryRing>();
        if (ring.IsMade && !replace)
            throw new RefusedException(
                "A recovery key was made before. With --replace a new one takes its place, and the old paper opens nothing new."
            );
        services.GetRequiredService<KeyRing>().Newest();
        var key = RecoveryKey.New();
        ring.Take(key);
        var backups = services.GetRequiredService<Backups>();
        PrivateFolder.Ensure(backups.Folder);
        ring.WriteTo(backups.Folder);
        Console.WriteLine("RECOVERY KEY OF THIS NESTWERK. It is shown once and kept nowhere. Print it or write it down, and keep it away");
        Console.WriteLine("from the machine, with two people who know where it is. With a backup and recovery.ring it opens everything.");
        Console.WriteLine();
        foreach (var row in key.Paper().Split('-').Select((group, place) => $"{place + 1, 2}. {group}").Chunk(5))
            Console.WriteLine("   " + string.Join("   ", row));
        Console.WriteLine();
        Console.WriteLine(
            $"Copy {Path.Combine(backups.Folder, RecoveryRing.FileName)} elsewhere together with the backups; it is renewed with each."
        );
        return Task.FromResult(0);
    }

    /// <param name="paper">Where the recovery key is read from: the keyboard.</param>
    public static async Task<int> RecoverAsync(IServiceProvider services, string file, TextReader paper, CancellationToken cancel)
    {
        if (!File.Exists(file))
            throw new RefusedException($"There is no file {file}. It is called {RecoveryRing.FileName} and lies beside the backups.");
        Console.WriteLine("Type the thirteen groups of the recovery key on one line, with or without spaces:");
        var typed = string.Join(' ', (await paper.ReadLineAsync(cancel) ?? "").Split(' ').Where(word => !word.EndsWith('.')));
        if (RecoveryKey.Read(typed, out var wrong) is not { } key)
            throw new RefusedException(
                wrong == 0 ? "That is not thirteen groups of five." : $"Group {wrong} is not right. Look at it again."
            );
        try
        {
            var back = services.GetRequiredService<RecoveryRing>().Recover(file, key);
            var folder = Path.GetFullPath(services.GetRequiredService<NestwerkOptions>().KeysFolder);
            Console.WriteLine(back.Count == 0 ? $"Nothing was missing in {folder}." : $"Put back in {folder}: {string.Join(", ", back)}.");
            return 0;
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new RefusedException(
                $"This recovery key does not open {file}: it is of another instance, was replaced, or the file is damaged."
            );
        }
        catch (CryptographicException error)
        {
            throw new RefusedException(error.Message);
        }
    }
}
