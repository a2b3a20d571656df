namespace Nestwerk.Playbook.Compose;

/// <summary>The meeting drawn to scale from left to right: one box per block, the room that is left, and labels that fit. Pure.</summary>
public static class TimeStrip
{
    public const int Width = 1184;
    const double LetterWidth = 7.3;
    const int Gap = 3;

    public sealed record Box(Timed Block, double X, double BoxWidth, string Label, string Start)
    {
        public IReadOnlyList<(Pillar Pillar, double X, double Width)> Parts { get; init; } = [];
    }

    /// <param name="plan">A plan with at least one block.</param>
    /// <param name="language">For the titles.</param>
    /// <param name="time">How a start is written.</param>
    public static (IReadOnlyList<Box> Boxes, double EndX, int Span) Draw(PlanView plan, string language, Func<Timed, string> time)
    {
        var span = Math.Max(1, plan.TotalMinutes + Math.Max(0, plan.RoomLeft ?? 0));
        var unit = (double)Width / span;
        var boxes = plan
            .Blocks.Select(block =>
            {
                var width = Math.Max(2, (block.View.Minutes * unit) - Gap);
                return new Box(block, (block.Offset * unit) + 1, width, Fit(block.View.Title(language), width), Fit(time(block), width + 8))
                {
                    Parts = Parts(block, (block.Offset * unit) + 1, width),
                };
            })
            .ToList();
        return (boxes, (plan.TotalMinutes * unit) + 1, span);
    }

    static List<(Pillar, double, double)> Parts(Timed block, double x, double width)
    {
        var parts = new List<(Pillar, double, double)>();
        var minutes = block.View.Pillars;
        foreach (var pillar in Pillars.All.Where(pillar => minutes[pillar] > 0))
        {
            var part = width * minutes[pillar] / minutes.Total;
            parts.Add((pillar, x, part));
            x += part;
        }
        return parts;
    }

    static string Fit(string text, double width)
    {
        var letters = (int)(width / LetterWidth);
        if (text.Length <= letters)
            return text;
        return letters < 4 ? "" : string.Concat(text.AsSpan(0, letters - 1).TrimEnd(), "…");
    }
}
