using System.Globalization;
using Nestwerk.Access.Trail;

namespace Nestwerk.Cli.Keeping;

enum Level
{
    Ok,
    Warn,
    Fail,
}

/// <param name="What">What was seen.</param>
/// <param name="Todo">What to do about it; empty when nothing.</param>
sealed record Sign(Level Level, string What, string Todo = "");

/// <summary>What the doctor thinks of what was seen. Pure: values in, a sign out.</summary>
static class DoctorRules
{
    const UnixFileMode Others = (UnixFileMode)0b000_111_111;
    const long Mega = 1024 * 1024;

    /// <param name="loose">What others than the owner may open.</param>
    public static Sign Rights(string name, string path, IReadOnlyList<string> loose) =>
        loose.Count == 0
            ? new(Level.Ok, $"{name}: only the owner may open {path}")
            : new(
                Level.Fail,
                $"{name}: others on this machine may open {loose[0]}{(loose.Count > 1 ? $" and {loose.Count - 1} more" : "")}",
                $"chmod -R go= {path}"
            );

    public static bool IsLoose(UnixFileMode mode) => (mode & Others) != UnixFileMode.None;

    /// <param name="free">Bytes; null when the system does not say.</param>
    /// <param name="size">Of the database, in bytes. A backup needs twice that for a moment.</param>
    public static Sign Disk(long? free, long size) =>
        free is not { } bytes ? new(Level.Warn, "disk: the system does not say how much is free", "Look yourself.")
        : bytes < Math.Max(64 * Mega, 2 * size)
            ? new(Level.Fail, $"disk: {bytes / Mega} MB free", "Make room: the next backup or write may fail.")
        : bytes < Math.Max(1024 * Mega, 20 * size) ? new(Level.Warn, $"disk: {bytes / Mega} MB free", "Make room before long.")
        : new(Level.Ok, $"disk: {bytes / Mega} MB free");

    /// <param name="latest">The latest moment that something in the instance speaks of, in UTC.</param>
    public static Sign Clock(DateTime now, DateTime latest) =>
        now < latest.AddMinutes(-5)
            ? new(
                Level.Fail,
                Say($"clock: it says {now:yyyy-MM-dd HH:mm} UTC, but something here is of {latest:yyyy-MM-dd HH:mm}"),
                "Set the clock, and let the system keep it (timedatectl set-ntp true). Codes of authenticator apps depend on it."
            )
            : new(Level.Ok, Say($"clock: {now:yyyy-MM-dd HH:mm} UTC, later than everything here"));

    public static Sign Backup(DateTime? last, DateTime now) =>
        last is not { } made
            ? new(Level.Fail, "backup: there is none", "nestwerk backup; serve makes one by itself each night and after a start.")
        : now - made > TimeSpan.FromHours(50)
            ? new(
                Level.Fail,
                Say($"backup: the last is of {made:yyyy-MM-dd HH:mm} UTC"),
                "See why in the log of serve; nestwerk backup makes one now."
            )
        : now - made > TimeSpan.FromHours(26)
            ? new(
                Level.Warn,
                Say($"backup: the last is of {made:yyyy-MM-dd HH:mm} UTC"),
                "Last night's is missing: see why in the log of serve."
            )
        : new(Level.Ok, Say($"backup: the last is of {made:yyyy-MM-dd HH:mm} UTC"));

    /// <param name="closed">The keys that the ring beside the backups holds.</param>
    public static Sign Recovery(bool made, IReadOnlyList<string> epochs, IReadOnlyList<string> closed) =>
        !made
            ? new(
                Level.Warn,
                "recovery key: none was made",
                "nestwerk keys recovery, and keep the paper elsewhere. Without it, lost keys are lost backups."
            )
        : epochs.Except(closed, StringComparer.Ordinal).Any()
            ? new(
                Level.Warn,
                "recovery key: made, but recovery.ring beside the backups misses a key",
                "nestwerk backup renews it. Copy it elsewhere."
            )
        : new(Level.Ok, "recovery key: made, and recovery.ring is up to date");

    /// <param name="publicUrl">Where people reach the instance.</param>
    public static Sign Settings(Uri publicUrl) =>
        publicUrl.Scheme != Uri.UriSchemeHttps && !publicUrl.IsLoopback
            ? new(
                Level.Fail,
                $"settings: people come to {publicUrl}, so passwords travel readable",
                "Put a proxy with TLS in front and set Nestwerk__PublicUrl to the https address."
            )
        : publicUrl.IsLoopback
            ? new(
                Level.Warn,
                $"settings: {publicUrl} is reachable from this machine only",
                "Set Nestwerk__PublicUrl to the address that people type."
            )
        : new(Level.Ok, $"settings: people come to {publicUrl}");

    /// <param name="problems">What the database says of itself.</param>
    public static Sign Database(IReadOnlyList<string> problems, int pending, int unknown) =>
        problems.Count > 0 ? new(Level.Fail, $"database: {problems[0]}", "Stop the server, keep the file, and restore the newest backup.")
        : unknown > 0
            ? new(
                Level.Fail,
                "database: it is of a newer version of Nestwerk",
                "Use that version, or restore the backup from before the upgrade."
            )
        : pending > 0
            ? new(Level.Warn, $"database: sound; {pending} migrations are pending", "nestwerk migrate, or the next start of serve.")
        : new(Level.Ok, "database: sound, and of the newest shape");

    public static Sign Trail(AuditState state, DateTime now) =>
        !state.FitsHead
            ? new(
                Level.Fail,
                "audit trail: it is not what it was",
                "nestwerk audit verify says where. After a restore: nestwerk audit restored."
            )
        : state.IsLate(now)
            ? new(
                Level.Warn,
                Say($"audit trail: a row of {state.WaitingSince:yyyy-MM-dd HH:mm} UTC waits for its seal"),
                "serve seals; is it running? See its log."
            )
        : new(Level.Ok, Say($"audit trail: sealed up to row {state.Head.Sequence}; nestwerk audit verify looks at all of it"));

    static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
