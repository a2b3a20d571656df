using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Exchange;
using Nestwerk.Playbook.Files;
using Nestwerk.Shared;
using Nestwerk.Tests.Files;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Exchange;

/// <summary>Makes files of books: right in every way but the one a test is about.</summary>
static class ABookFile
{
    public static readonly DateTime Now = new(2027, 3, 9, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>Two recipes, one of which shows a picture.</summary>
    public static BookFile Good(Guid? book = null, string title = "Reisboek")
    {
        var picture = File(FileKinds.Clean(Made.Png), "kring.png");
        var first = ARecipe.Content("Met een prent") with { Attachments = [new(picture.Id, new("een kring", "un cercle", "a circle"))] };
        var one = new RecipeEntry(picture.Recipe, [Version(1, ARecipe.Content("Met een prent")), Version(2, first)]);
        var two = new RecipeEntry(Ids.New(), [Version(1, ARecipe.Content("Zonder prent"))], new OriginEntry(Ids.New(), 3), Now.AddDays(-1));
        return new(
            BookFile.Name,
            BookFile.Newest,
            new(book ?? Ids.New(), new(title, title + " (fr)", title + " (en)")),
            [one, two],
            [new("our-developing-baby", new("Onze baby groeit", "Notre bébé grandit", "Our baby grows"))],
            [new("informed", new("geïnformeerd", "informé", "informed"))],
            [],
            [picture]
        );
    }

    public static VersionEntry Version(int number, RecipeContent content) =>
        new(number, content, $"versie {number}", Now.AddDays(-10 + number), [new("Vroedvrouw Bea", new(2027, 1, 2), new(2028, 1, 2))]);

    public static FileEntry File(Cleaned clean, string name, Guid? recipe = null) =>
        new(Ids.New(), recipe ?? Ids.New(), name, clean.Type, Convert.ToHexStringLower(SHA256.HashData(clean.Content)), clean.Content);

    public static byte[] Bytes(BookFile book) => JsonSerializer.SerializeToUtf8Bytes(book, BookFile.Json);

    /// <summary>The same file with something done to it.</summary>
    public static byte[] With(Action<JsonNode> change)
    {
        var node = JsonNode.Parse(Bytes(Good()))!;
        change(node);
        return Encoding.UTF8.GetBytes(node.ToJsonString());
    }

    public static JsonNode Content(this JsonNode book) => book["recipes"]![0]!["versions"]![0]!["content"]!;

    public static JsonNode ReadThrough(this JsonNode book) => book["recipes"]![0]!["versions"]![0]!["readThroughs"]![0]!;

    public static JsonNode Picture(this JsonNode book) => book["files"]![0]!;

    /// <summary>Puts another file in the place of the picture, with a hash that is right.</summary>
    public static void Put(this JsonNode book, byte[] content, string type, string name)
    {
        book.Picture()["content"] = Convert.ToBase64String(content);
        book.Picture()["hash"] = Convert.ToHexStringLower(SHA256.HashData(content));
        book.Picture()["type"] = type;
        book.Picture()["name"] = name;
    }
}
