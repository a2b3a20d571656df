namespace Nestwerk.Tests.Reliability;

/// <summary>Two clouds of durations, and whether one tells itself from the other.</summary>
static class Clouds
{
    const int EnoughToJudge = 1000;

    /// <summary>How far they may lie apart: a half is the same cloud.</summary>
    const double Apart = 0.03;

    /// <summary>How often one of the first takes longer than one of the others.</summary>
    public static double Area(List<double> one, List<double> other) =>
        one.Average(a =>
            other.Average(b =>
                a > b ? 1.0
                : a < b ? 0.0
                : 0.5
            )
        );

    /// <param name="each">How many moments each holds: a few say nothing.</param>
    public static void Judge(double area, int each)
    {
        if (each >= EnoughToJudge)
            Assert.InRange(area, 0.5 - Apart, 0.5 + Apart);
    }
}
