namespace Nestwerk.Families.Entering;

/// <summary>
/// Somebody asked for a code at the door for parents. A row is kept whether the number is known or not, so that nothing at the door
/// tells them apart; whom it belongs to is looked up afterwards, outside the request.
/// </summary>
public sealed class Entry
{
    public const int MostTries = 5;
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    public required Guid Id { get; init; }
    public required LookupKind Kind { get; init; }

    /// <summary>What stands for the number or address that was typed.</summary>
    public required byte[] Asked { get; init; }

    /// <summary>What stands for the network address it came from.</summary>
    public required byte[] FromHash { get; init; }

    /// <summary>Hash of what the window holds; who has it may go on here.</summary>
    public required byte[] TokenHash { get; init; }
    public required DateTime At { get; init; }
    public required DateTime Until { get; init; }

    /// <summary>Too many were asked already: nothing is sent for this one, and it does not count.</summary>
    public DateTime? MutedAt { get; init; }

    /// <summary>When it was looked up, and sent if there was somebody to send it to.</summary>
    public DateTime? LookedUpAt { get; private set; }

    /// <summary>Hash of the code; null when none was sent.</summary>
    public byte[]? CodeHash { get; private set; }
    public int Tries { get; private set; }
    public DateTime? ProvedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }

    public void LookedUp(byte[]? code, DateTime now) => (LookedUpAt, CodeHash) = (now, code);

    public void Prove(DateTime now) => ProvedAt ??= now;

    public void End(DateTime now) => EndedAt ??= now;
}
