using System.Text;
using System.Text.Json.Nodes;
using Nestwerk.Playbook.Exchange;
using Nestwerk.Tests.Files;
using static Nestwerk.Tests.Exchange.ABookFile;

namespace Nestwerk.Tests.Exchange;

/// <summary>Files that must not come in, each with the reason it is given.</summary>
static class HostileBooks
{
    const string Pdf = "application/pdf";

    public static readonly IReadOnlyDictionary<string, (Func<byte[]> Make, string Problem)> All = new Dictionary<
        string,
        (Func<byte[]>, string)
    >(StringComparer.Ordinal)
    {
        ["text"] = (() => "hello"u8.ToArray(), "exchange.problem.json"),
        ["a list"] = (() => "[1]"u8.ToArray(), "exchange.problem.format"),
        ["an empty object"] = (() => "{}"u8.ToArray(), "exchange.problem.format"),
        ["XML"] = (
            () => "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"u8.ToArray(),
            "exchange.problem.json"
        ),
        ["EICAR"] = (() => Made.Text(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"), "exchange.problem.json"),
        ["a ZIP"] = (() => "PK\u0003\u0004"u8.ToArray(), "exchange.problem.json"),
        ["another JSON file"] = (() => """{"name":"x","version":1}"""u8.ToArray(), "exchange.problem.format"),
        ["cut short"] = (() => Bytes(Good())[..^200], "exchange.problem.json"),
        ["cut in the middle of a letter"] = (() => [.. Bytes(Good())[..300], 0xC3], "exchange.problem.json"),
        ["something behind the end"] = (() => [.. Bytes(Good()), .. "{}"u8], "exchange.problem.json"),
        ["bytes that are no letters"] = (
            () => [.. "{\"format\":\"nestwerk.book\",\"version\":1,\"x\":\""u8, 0xFF, 0xFE, .. "\"}"u8],
            "exchange.problem.shape"
        ),
        ["thousand deep"] = (
            () =>
                Encoding.ASCII.GetBytes(
                    "{\"format\":\"nestwerk.book\",\"version\":1,\"a\":" + new string('[', 1000) + new string(']', 1000) + "}"
                ),
            "exchange.problem.json"
        ),
        ["another format"] = (() => With(book => book["format"] = "nestwerk.recipe"), "exchange.problem.format"),
        ["no format"] = (() => With(book => book.AsObject().Remove("format")), "exchange.problem.format"),
        ["a newer version"] = (() => With(book => book["version"] = 2), "exchange.problem.newer"),
        ["version nought"] = (() => With(book => book["version"] = 0), "exchange.problem.format"),
        ["a version in words"] = (() => With(book => book["version"] = "1"), "exchange.problem.format"),
        ["an unknown field"] = (() => With(book => book["accounts"] = new JsonArray()), "exchange.problem.shape"),
        ["an unknown field deep inside"] = (() => With(book => book.Content()["script"] = "x"), "exchange.problem.shape"),
        ["a field twice"] = (
            () =>
                Encoding.UTF8.GetBytes(
                    Encoding.UTF8.GetString(Bytes(Good())).Replace("\"files\":", "\"files\":[],\"files\":", StringComparison.Ordinal)
                ),
            "exchange.problem.shape"
        ),
        ["no recipes at all"] = (() => With(book => book.AsObject().Remove("recipes")), "exchange.problem.shape"),
        ["nothing where recipes should be"] = (() => With(book => book["recipes"] = null), "exchange.problem.shape"),
        ["a recipe that is nothing"] = (() => With(book => book["recipes"]!.AsArray().Add(null)), "exchange.problem.shape"),
        ["steps that are nothing"] = (() => With(book => book.Content()["steps"] = null), "exchange.problem.shape"),
        ["a step that is nothing"] = (() => With(book => book.Content()["steps"]!.AsArray().Add(null)), "exchange.problem.shape"),
        ["a theme that is nothing"] = (() => With(book => book.Content()["themes"]!.AsArray().Add(null)), "exchange.problem.shape"),
        ["a title that is a number"] = (() => With(book => book.Content()["title"] = 7), "exchange.problem.shape"),
        ["an enormous number"] = (
            () => With(book => book.Content()["minutes"]!["know"] = JsonNode.Parse("1e400")),
            "exchange.problem.shape"
        ),
        ["a number beyond counting"] = (() => With(book => book.Content()["minutes"]!["know"] = 99999999999999), "exchange.problem.shape"),
        ["half a minute"] = (() => With(book => book.Content()["minutes"]!["know"] = 0.5), "exchange.problem.shape"),
        ["a number in quotes"] = (() => With(book => book.Content()["minutes"]!["know"] = "10"), "exchange.problem.shape"),
        ["a kind by its number"] = (() => With(book => book.Content()["audience"] = 1), "exchange.problem.shape"),
        ["a kind that is none"] = (() => With(book => book.Content()["audience"] = "cats"), "exchange.problem.shape"),
        ["an id that is none"] = (() => With(book => book["recipes"]![0]!["id"] = "'; DROP TABLE Recipes; --"), "exchange.problem.shape"),
        ["half a letter"] = (
            () => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Bytes(Good())).Replace("Voel je", "\\uD83D je", StringComparison.Ordinal)),
            "exchange.problem.shape"
        ),
        ["minutes below nought"] = (() => With(book => book.Content()["minutes"]!["know"] = -5), "exchange.problem.recipe"),
        ["a day of minutes"] = (() => With(book => book.Content()["steps"]![0]!["minutes"] = 1440), "exchange.problem.recipe"),
        ["a group of nobody"] = (() => With(book => book.Content()["groupSize"]!["min"] = 0), "exchange.problem.recipe"),
        ["a title of 5000 letters"] = (
            () => With(book => book.Content()["title"]!["nl"] = new string('x', 5000)),
            "exchange.problem.recipe"
        ),
        ["a text of a megabyte"] = (
            () => With(book => book.Content()["description"]!["nl"] = new string('x', 1_000_000)),
            "exchange.problem.recipe"
        ),
        ["no title"] = (() => With(book => book.Content()["title"] = new JsonObject()), "exchange.problem.recipe"),
        ["blank words"] = (() => With(book => book.Content()["care"]!["nl"] = "  "), "exchange.problem.recipe"),
        ["a note of 5000 letters"] = (
            () => With(book => book["recipes"]![0]!["versions"]![0]!["changeNote"] = new string('x', 5000)),
            "exchange.problem.recipe"
        ),
        ["a theme twice"] = (() => With(book => book.Content()["themes"]!.AsArray().Add("our-developing-baby")), "exchange.problem.recipe"),
        ["read through by nobody"] = (() => With(book => book.ReadThrough()["by"] = " "), "exchange.problem.recipe"),
        ["read through the day after tomorrow"] = (
            () => With(book => book.ReadThrough()["on"] = $"{DateOnly.FromDateTime(Now).AddDays(2):O}"),
            "exchange.problem.recipe"
        ),
        ["read through for six years"] = (() => With(book => book.ReadThrough()["againBefore"] = "2033-01-03"), "exchange.problem.recipe"),
        ["read through at the end of time"] = (
            () => With(book => (book.ReadThrough()["on"], book.ReadThrough()["againBefore"]) = ("9999-12-31", "9999-12-31")),
            "exchange.problem.recipe"
        ),
        ["a last version without a theme"] = (
            () => With(book => book["recipes"]![1]!["versions"]![0]!["content"]!["themes"] = new JsonArray()),
            "exchange.problem.unfinished"
        ),
        ["a last version whose minutes do not agree"] = (
            () => With(book => book["recipes"]![1]!["versions"]![0]!["content"]!["minutes"]!["know"] = 11),
            "exchange.problem.unfinished"
        ),
        ["a NUL in a text"] = (() => With(book => book.Content()["title"]!["nl"] = "a\0b"), "exchange.problem.text"),
        ["a bell in a text"] = (() => With(book => book.Content()["author"] = "a\ab"), "exchange.problem.text"),
        ["text that turns around"] = (() => With(book => book.Content()["title"]!["nl"] = "abc\u202Efdp.exe"), "exchange.problem.text"),
        ["a note that turns around"] = (
            () => With(book => book["recipes"]![0]!["versions"]![0]!["changeNote"] = "a\u2066b"),
            "exchange.problem.text"
        ),
        ["a recipe twice"] = (
            () => With(book => book["recipes"]![1]!["id"] = book["recipes"]![0]!["id"]!.GetValue<string>()),
            "exchange.problem.twice"
        ),
        ["a recipe without number"] = (() => With(book => book["recipes"]![1]!["id"] = Guid.Empty), "exchange.problem.twice"),
        ["a file twice"] = (() => With(book => book["files"]!.AsArray().Add(book.Picture().DeepClone())), "exchange.problem.twice"),
        ["no versions"] = (() => With(book => book["recipes"]![1]!["versions"] = new JsonArray()), "exchange.problem.versions"),
        ["a version missing"] = (() => With(book => book["recipes"]![0]!["versions"]![1]!["number"] = 3), "exchange.problem.versions"),
        ["versions backwards"] = (() => With(book => book["recipes"]![1]!["versions"]![0]!["number"] = -1), "exchange.problem.versions"),
        ["published in a thousand years"] = (
            () => With(book => book["recipes"]![0]!["versions"]![0]!["publishedAt"] = "3027-01-01T00:00:00Z"),
            "exchange.problem.moment"
        ),
        ["published in no time zone"] = (
            () => With(book => book["recipes"]![0]!["versions"]![0]!["publishedAt"] = "2026-01-01T00:00:00"),
            "exchange.problem.moment"
        ),
        ["a book without title"] = (() => With(book => book["book"]!["title"] = new JsonObject()), "exchange.problem.title"),
        ["a book without number"] = (() => With(book => book["book"]!["id"] = Guid.Empty), "exchange.problem.title"),
        ["a book whose title turns around"] = (() => With(book => book["book"]!["title"]!["nl"] = "a\u202Eb"), "exchange.problem.title"),
        ["a theme nobody names"] = (() => With(book => book["themes"] = new JsonArray()), "exchange.problem.lists"),
        ["a theme with a path"] = (() => With(book => book["themes"]![0]!["id"] = "../x"), "exchange.problem.lists"),
        ["a theme without words"] = (() => With(book => book["themes"]![0]!["name"] = new JsonObject()), "exchange.problem.lists"),
        ["ten thousand recipes"] = (
            () => Bytes(Good() with { Recipes = [.. Enumerable.Range(0, 10_000).Select(_ => Good().Recipes[1])] }),
            "exchange.problem.many"
        ),
        ["a file that is not there"] = (() => With(book => book["files"] = new JsonArray()), "exchange.problem.files"),
        ["a file for nothing"] = (() => Bytes(Good() with { Files = [.. Good().Files] }), "exchange.problem.files"),
        ["a file changed on its way"] = (() => With(book => book.Picture()["hash"] = new string('0', 64)), "exchange.problem.hash"),
        ["a file of another kind than it says"] = (
            () => With(book => book.Picture()["type"] = "image/svg+xml"),
            "exchange.problem.fileName"
        ),
        ["a file with a path"] = (() => With(book => book.Picture()["name"] = "../../etc/passwd.png"), "exchange.problem.fileName"),
        ["a file whose name turns around"] = (() => With(book => book.Picture()["name"] = "a\u202Egnp.png"), "exchange.problem.fileName"),
        ["a file that is not base64"] = (() => With(book => book.Picture()["content"] = "!!!"), "exchange.problem.shape"),
        ["an empty file"] = (() => With(book => book.Put([], Pdf, "a.pdf")), "file.problem.empty"),
        ["SVG as picture"] = (() => With(book => book.Put("<svg/>"u8.ToArray(), "image/png", "a.png")), "file.problem.kind"),
        ["HTML as PDF"] = (() => With(book => book.Put("<html>"u8.ToArray(), Pdf, "a.pdf")), "file.problem.kind"),
        ["a picture as PDF"] = (() => With(book => book.Picture()["type"] = Pdf), "exchange.problem.fileName"),
        ["a picture with a page behind it"] = (
            () =>
                With(book =>
                    book.Put([.. Nestwerk.Playbook.Files.FileKinds.Clean(Made.Png).Content, .. "<script>"u8], "image/png", "a.png")
                ),
            "exchange.problem.fileTells"
        ),
        ["a photo that tells"] = (() => With(book => book.Put(Made.Jpeg, "image/jpeg", "a.jpg")), "exchange.problem.fileTells"),
        ["a picture of a hundred thousand points"] = (
            () => With(book => book.Put(Tests.Shared.Pictures.Png("a", "b", 100_000), "image/png", "a.png")),
            "file.problem.picture"
        ),
        ["a PDF that grows without end"] = (
            () => With(book => book.Put(Made.Pdf("", Made.Packed("", new byte[20 * 1024 * 1024])), Pdf, "a.pdf")),
            "file.problem.bomb"
        ),
        ["a PDF with a script"] = (
            () => With(book => book.Put(Made.Pdf("/OpenAction << /S /JavaScript >>"), Pdf, "a.pdf")),
            "file.problem.active"
        ),
        ["a PDF with a password"] = (() => With(book => book.Put(Made.Pdf("/Encrypt 9 0 R"), Pdf, "a.pdf")), "file.problem.encrypted"),
        ["sixty-one megabytes"] = (() => new byte[BookFile.MostBytes + 1], "exchange.problem.large"),
    };
}
