namespace Nestwerk.Shared;

/// <summary>Marks what public pages show. When a row of it changes, kept copies of those pages are used no longer.</summary>
public interface IOnPublicPages;

/// <summary>
/// Counts the changes to what public pages show. The count is part of the key under which a page is kept, so that a page
/// that was being made while something closed is never shown to the one who comes after.
/// </summary>
public sealed class PublicPages
{
    int changes;

    public string Version => Volatile.Read(ref changes).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Call when the change is kept, not before.</summary>
    public void Renew() => Interlocked.Increment(ref changes);
}
