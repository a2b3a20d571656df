using System.Reflection;

namespace Nestwerk.Playbook;

/// <summary>The recipes that come with the product: our own writing, in three languages, not yet read through by a midwife.</summary>
public static class SampleBook
{
    const string Folder = "book/";

    /// <returns>Each recipe with the short word that names its file, in the order of those words.</returns>
    public static IReadOnlyList<(string Id, RecipeContent Content)> Read(string author)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                    (
                        name[Folder.Length..],
                        ContentJson.ReadResource<RecipeContent>(name) with
                        {
                            Author = author,
                            Licence = "CC-BY-SA-4.0",
                        }
                    )
                ),
        ];
    }
}
