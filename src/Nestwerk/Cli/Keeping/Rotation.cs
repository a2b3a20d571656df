using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Cli.Keeping;

/// <param name="Newest">The key that seals from now on.</param>
/// <param name="Moved">How many values in the database were sealed anew.</param>
/// <param name="Destroyed">The keys that are gone; backups sealed with them cannot be opened any more.</param>
/// <param name="StillUsed">Keys that were old enough to go, but something in the database is still sealed with them.</param>
sealed record Rotated(string Newest, int Moved, IReadOnlyList<string> Destroyed, IReadOnlyList<string> StillUsed);

/// <summary>Makes a new key, seals everything anew under it, and destroys the keys whose time is over.</summary>
sealed class Rotation(KeyRing keys, RecoveryRing ring, Backups backups, SealedSecrets secrets, TimeProvider time)
{
    /// <summary>How long a key stays after the next one took its place: as long as a backup can be opened, and what was erased can come back.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(30);

    /// <returns>The keys that have been replaced for longer than the window.</returns>
    /// <param name="epochs">Oldest first.</param>
    public static IEnumerable<string> Over(IReadOnlyList<Epoch> epochs, DateTime now) =>
        epochs
            .Zip(epochs.Skip(1), (old, next) => (old.Id, Replaced: next.Made))
            .Where(epoch => now - epoch.Replaced > Window)
            .Select(epoch => epoch.Id);

    public async Task<Rotated> RunAsync(CancellationToken cancel)
    {
        keys.Newest();
        var newest = keys.MakeNext();
        var moved = await secrets.SealAnewAsync(cancel);
        var used = await secrets.KeysInUseAsync(cancel);
        var over = Over(keys.Epochs(), time.GetUtcNow().UtcDateTime).ToLookup(used.Contains);
        foreach (var id in over[false])
            keys.Destroy(id);
        PrivateFolder.Ensure(backups.Folder);
        ring.WriteTo(backups.Folder);
        return new(newest, moved, [.. over[false]], [.. over[true]]);
    }
}
