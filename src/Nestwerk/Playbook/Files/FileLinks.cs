using Nestwerk.Shared;

namespace Nestwerk.Playbook.Files;

/// <summary>The addresses of files.</summary>
public static class FileLinks
{
    /// <summary>A file, for staff who may read the recipe it goes with.</summary>
    public static string File(Guid file) => $"/playbook/files/{file}";

    /// <summary>A file of a session of an open book, for anybody.</summary>
    public static string Public(Guid book, Guid recipe, Guid file) => $"/{Languages.Current}/book/{book}/{recipe}/files/{file}";
}
