namespace Nestwerk.Tests.Host;

/// <summary>A folder of its own, gone when the test is.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("nestwerk-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // Somebody still holds a file open; the system's own clean-up of temporary folders takes it.
        }
    }
}
