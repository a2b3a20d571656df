using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Nestwerk.Bench.Contenders;

/// <summary>The floor of a page from the database: one command, one reader, one <see cref="StringBuilder"/>, nothing else.</summary>
sealed class AdoPage(string file, Frame frame)
{
    const string Sql = """
        SELECT v.RecipeId, v.Title_Nl, v.Title_Fr, v.Title_En, v.Summary_Nl, v.Summary_Fr, v.Summary_En,
               v.Needs_Nl, v.Needs_Fr, v.Needs_En, v.Sort_Nl, v.Sort_Fr, v.Sort_En, v.Know, v.Do, v.Feel, v.Themes
        FROM RecipeVersions v JOIN Recipes r ON r.Id = v.RecipeId
        WHERE v.IsNewest AND r.ArchivedAt IS NULL AND r.DeletedAt IS NULL
        ORDER BY v.Sort_Nl, v.RecipeId LIMIT 25
        """;

    const string Deep = "                            ";
    readonly string source = $"Data Source={file}";

    public async Task WriteAsync(HttpContext context)
    {
        var html = new StringBuilder(64 * 1024).Append(frame.Before);
        await using (var connection = new SqliteConnection(source))
        {
            await connection.OpenAsync(context.RequestAborted);
            await using var command = connection.CreateCommand();
            command.CommandText = Sql;
            await using var reader = await command.ExecuteReaderAsync(context.RequestAborted);
            while (await reader.ReadAsync(context.RequestAborted))
                Append(html, Read(reader));
        }
        var page = Encoding.UTF8.GetBytes(html.Append(frame.After).ToString());
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = page.Length;
        await context.Response.Body.WriteAsync(page, context.RequestAborted);
    }

    static Row Read(SqliteDataReader reader) =>
        new(
            reader.GetGuid(0),
            WordsAt(reader, 1),
            WordsAt(reader, 4),
            WordsAt(reader, 7),
            WordsAt(reader, 10),
            reader.GetInt32(13),
            reader.GetInt32(14),
            reader.GetInt32(15),
            JsonSerializer.Deserialize<List<string>>(reader.GetString(16))!
        );

    static Words WordsAt(SqliteDataReader reader, int first) => new(Text(reader, first), Text(reader, first + 1), Text(reader, first + 2));

    static string? Text(SqliteDataReader reader, int at) => reader.IsDBNull(at) ? null : reader.GetString(at);

    void Append(StringBuilder html, Row row)
    {
        html.Append("                    <li>\n                        <div class=\"bar\">");
        Strip(html, row);
        html.Append(
            CultureInfo.InvariantCulture,
            $"<span class=\"sm mut num\">{row.Minutes} min</span></div>\n                        <div>\n"
        );
        html.Append(CultureInfo.InvariantCulture, $"{Deep}<h3><a href=\"/playbook/recipes/{row.Id}\">{Safe(row.Title.Here())}</a></h3>\n");
        html.Append(Deep).Append("<p class=\"mut\">").Append(Safe(row.Summary.Here())).Append("</p>\n");
        html.Append(Deep).Append("<p class=\"sm mut\">").Append(Safe(row.Needs.Here())).Append(" · ");
        html.Append(Safe(string.Join(", ", row.Themes.Select(theme => frame.Themes[theme]))));
        html.Append("</p>\n                        </div>\n                    </li>\n");
    }

    static void Strip(StringBuilder html, Row row)
    {
        var width = 3 * row.Minutes;
        var said = string.Join(", ", row.Parts().Select(part => $"{part.Minutes} min {part.Name}"));
        html.Append(
            CultureInfo.InvariantCulture,
            $"    <svg class=\"strip\" width=\"{width}\" height=\"12\" viewBox=\"0 0 {width} 12\" role=\"img\" aria-label=\"{said}\">\n"
        );
        foreach (var part in row.Parts())
            html.Append(
                CultureInfo.InvariantCulture,
                $"            <rect x=\"{3 * part.From}.5\" y=\".5\" width=\"{3 * part.Minutes - 1}\" height=\"11\" rx=\"2.5\" fill=\"{part.Fill}\" stroke=\"{part.Stroke}\" />\n"
            );
        html.Append("    </svg>\n");
    }

    static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
