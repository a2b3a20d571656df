using Nestwerk.Shared;

namespace Nestwerk.Data;

/// <summary>How much room the disk has on which the data lies.</summary>
static class DiskRoom
{
    /// <summary>Below this nothing can be relied on: a write needs its journal and its checkpoint.</summary>
    public const long Least = 4 * 1024 * 1024;

    /// <returns>Bytes that this account may still fill; null when the system does not say.</returns>
    public static long? Free(string folder)
    {
        try
        {
            return new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    extension(NestwerkOptions options)
    {
        /// <summary>Whether there is no room to keep a change. A PostgreSQL server speaks for its own disk.</summary>
        public bool IsDiskFull => options.Postgres is null && Free(options.Data) < Least;
    }
}
