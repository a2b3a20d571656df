using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nestwerk.Playbook;

/// <summary>How the content of recipes and the past of plans are written as JSON: in columns, and in files of the book.</summary>
public static class ContentJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static string Write<TContent>(TContent content) => JsonSerializer.Serialize(content, Options);

    public static TContent Read<TContent>(string json) => JsonSerializer.Deserialize<TContent>(json, Options)!;

    /// <summary>Reads a file that travels inside the program.</summary>
    public static TContent ReadResource<TContent>(string name)
    {
        using var stream = typeof(ContentJson).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        return JsonSerializer.Deserialize<TContent>(stream, Options)!;
    }

    /// <summary>Whether two contents say the same, whatever objects they are made of.</summary>
    public static bool Same<TContent>(TContent a, TContent b) => Write(a) == Write(b);
}
