using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Nestwerk.Shared;

/// <summary>Every text on the screens, read once from the <c>*.texts.json</c> files that lie beside the pages.</summary>
public static class Texts
{
    static readonly FrozenDictionary<string, Words> All = Load();

    public static IReadOnlyDictionary<string, Words> Everything => All;

    public static string Get(string key) =>
        All.TryGetValue(key, out var words) ? words.Here() : throw new KeyNotFoundException($"No text '{key}'.");

    public static bool Has(string key) => All.ContainsKey(key);

    static FrozenDictionary<string, Words> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip };
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith("texts/", StringComparison.Ordinal))
            .SelectMany(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                return JsonSerializer.Deserialize<Dictionary<string, Words>>(stream, options)!;
            })
            .ToFrozenDictionary(StringComparer.Ordinal);
    }
}
