using System.Globalization;

namespace Nestwerk.Families.Known;

/// <summary>Where faces stand in a circle around somebody, as SVG lengths.</summary>
public sealed record CompanyRing(string X, string Y, string Below)
{
    public static IReadOnlyList<CompanyRing> Around(int many) =>
        [
            .. Enumerable
                .Range(0, many)
                .Select(place => (place * 2 * Math.PI / Math.Max(many, 1)) - (Math.PI / 2))
                .Select(angle => (X: 190 + (104 * Math.Cos(angle)), Y: 150 + (104 * Math.Sin(angle))))
                .Select(point => new CompanyRing(Length(point.X), Length(point.Y), Length(point.Y + 5))),
        ];

    static string Length(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
