using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Nestwerk.Shared;

/// <summary>A QR code as one inline SVG path: no style, no image, sharp on paper.</summary>
public static class QrSvg
{
    /// <param name="text">What a phone reads.</param>
    /// <param name="label">What somebody hears who does not see it.</param>
    public static HtmlString Draw(string text, string label)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        for (var x = 0; x < rows.Count; x++)
            if (rows[y][x])
                path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return new(
            $"<svg viewBox=\"0 0 {rows.Count} {rows.Count}\" role=\"img\" aria-label=\"{HtmlEncoder.Default.Encode(label)}\" shape-rendering=\"crispEdges\">"
                + $"<path fill=\"currentColor\" d=\"{path}\"/></svg>"
        );
    }
}
