namespace Nestwerk.Shared;

/// <summary>Folders and files that only the account running the application may open.</summary>
public static class PrivateFolder
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static FileStreamOptions NewFile =>
        OperatingSystem.IsWindows()
            ? new() { Mode = FileMode.CreateNew, Access = FileAccess.Write }
            : new()
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            };

    public static void Ensure(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly);
    }
}
