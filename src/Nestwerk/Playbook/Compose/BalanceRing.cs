using System.Globalization;

namespace Nestwerk.Playbook.Compose;

/// <summary>
/// The geometry of the balance picture: an inner ring with the share of each pillar, an outer one with the minutes
/// on their way to the longest a meeting may last. Lengths are SVG units around a centre at 0,0. Pure.
/// </summary>
public static class BalanceRing
{
    const double Outer = 104;
    const double Inner = 68;
    const double Track = 121;
    const double Gap = 0.02;

    public sealed record Arc(Pillar Pillar, string Path, double IconX, double IconY);

    public static IReadOnlyList<Arc> Arcs(PillarMinutes minutes)
    {
        var arcs = new List<Arc>();
        var from = 0.0;
        foreach (var pillar in Pillars.All.Where(pillar => minutes[pillar] > 0))
        {
            var share = (double)minutes[pillar] / minutes.Total;
            var gap = share < 1 ? Gap : 0;
            var (x, y) = Point((Outer + Inner) / 2, from + (share / 2));
            arcs.Add(new(pillar, Slice(from + (gap / 2), from + share - (gap / 2)), x, y));
            from += share;
        }
        return arcs;
    }

    /// <summary>The stroke of the outer ring: full at <paramref name="most"/> minutes.</summary>
    public static string Progress(int minutes, int most) => Stroke(Math.Min(1, (double)minutes / most));

    /// <summary>A short tick across the outer ring, and a place for its number.</summary>
    public static (string Path, double X, double Y) Tick(int minutes, int most)
    {
        var at = (double)minutes / most;
        var (x1, y1) = Point(Track - 8, at);
        var (x2, y2) = Point(Track + 8, at);
        var (x, y) = Point(Track + 22, at);
        return ($"M{N(x1)} {N(y1)}L{N(x2)} {N(y2)}", x, y);
    }

    static string Stroke(double share)
    {
        var end = Math.Min(share, 0.9999);
        var (x, y) = Point(Track, end);
        return $"M0 {N(-Track)}A{N(Track)} {N(Track)} 0 {(end > 0.5 ? 1 : 0)} 1 {N(x)} {N(y)}";
    }

    static string Slice(double from, double to)
    {
        to = Math.Min(to, from + 0.9999);
        var large = to - from > 0.5 ? 1 : 0;
        var (ax, ay) = Point(Outer, from);
        var (bx, by) = Point(Outer, to);
        var (cx, cy) = Point(Inner, to);
        var (dx, dy) = Point(Inner, from);
        return $"M{N(ax)} {N(ay)}A{N(Outer)} {N(Outer)} 0 {large} 1 {N(bx)} {N(by)}L{N(cx)} {N(cy)}A{N(Inner)} {N(Inner)} 0 {large} 0 {N(dx)} {N(dy)}Z";
    }

    static (double X, double Y) Point(double radius, double turn)
    {
        var angle = (turn * 2 * Math.PI) - (Math.PI / 2);
        return (radius * Math.Cos(angle), radius * Math.Sin(angle));
    }

    /// <summary>A length as SVG writes it, whatever the language of the page.</summary>
    public static string N(double length) => Math.Round(length, 1).ToString(CultureInfo.InvariantCulture);
}
