using System.Reflection;

namespace Nestwerk.Tests.Architecture;

/// <summary>The source of the product, as files.</summary>
static class Sources
{
    public static readonly string Root = Path.GetFullPath(
        typeof(Sources).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Sources").Value!
    );

    static readonly string Product = Path.Combine(Root, "src", "Nestwerk");

    /// <summary>The files of the product by their path below <c>src/Nestwerk</c>, with forward slashes; generated ones left out.</summary>
    public static IReadOnlyList<SourceFile> Files(params string[] endings) =>
        [
            .. Directory
                .EnumerateFiles(Product, "*", SearchOption.AllDirectories)
                .Select(file => (File: file, Path: Path.GetRelativePath(Product, file).Replace('\\', '/')))
                .Where(file =>
                    !file.Path.StartsWith("bin/", StringComparison.Ordinal) && !file.Path.StartsWith("obj/", StringComparison.Ordinal)
                )
                .Where(file => endings.Any(ending => file.Path.EndsWith(ending, StringComparison.Ordinal)))
                .OrderBy(file => file.Path, StringComparer.Ordinal)
                .Select(file => new SourceFile(file.Path, File.ReadAllText(file.File))),
        ];
}

sealed record SourceFile(string Path, string Text)
{
    public IReadOnlyList<string> Lines => Text.TrimEnd('\n').Split('\n');

    /// <summary>The same file without the lines that are only a comment.</summary>
    public SourceFile WithoutComments() =>
        this with
        {
            Text = string.Join('\n', Lines.Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))),
        };

    /// <summary>The folder it stands in, at the top.</summary>
    public string Domain => Path.Contains('/', StringComparison.Ordinal) ? Path.Split('/')[0] : Floors.Root;
}
