using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Nestwerk.Families.Tongues;

/// <summary>Every text on a parent's pages, read once from the <c>*.parents.json</c> files that lie beside them: key, language, words.</summary>
public static class ParentTexts
{
    static readonly FrozenDictionary<string, FrozenDictionary<string, string>> All = Load();

    public static IEnumerable<string> Keys => All.Keys.Order(StringComparer.Ordinal);

    /// <returns>Null when the product has this text in no such language.</returns>
    /// <exception cref="KeyNotFoundException">No page has such a text.</exception>
    public static string? Find(string key, string language) =>
        All.TryGetValue(key, out var words) ? words.GetValueOrDefault(language) : throw new KeyNotFoundException($"No text '{key}'.");

    public static bool Has(string key) => All.ContainsKey(key);

    static FrozenDictionary<string, FrozenDictionary<string, string>> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith("parents/", StringComparison.Ordinal))
            .SelectMany(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!;
            })
            .ToFrozenDictionary(text => text.Key, text => text.Value.ToFrozenDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
