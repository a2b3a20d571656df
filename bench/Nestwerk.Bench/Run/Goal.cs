namespace Nestwerk.Bench.Run;

/// <summary>What is aimed at and what was reached. The best decides; the median stands beside it.</summary>
/// <param name="AtLeast">Whether more is better.</param>
/// <param name="Unit">Empty for a ratio.</param>
sealed record Goal(string Id, string What, bool AtLeast, double Aim, double Best, double Median, string Unit)
{
    public bool Passed => AtLeast ? Best >= Aim : Best <= Aim;

    public string Verdict =>
        double.IsNaN(Best) ? "SKIPPED"
        : double.IsInfinity(Aim) ? ""
        : Passed ? "PASS"
        : "FAIL";

    /// <summary>Requests per second against another page of the same run; the median is over the rounds, each against its own.</summary>
    public static Goal Faster(string id, string what, double aim, Load ours, Load other) =>
        new(id, what, true, aim, ours.Best / other.Best, ours.Slices.Zip(other.Slices, (a, b) => a.PerSecond / b.PerSecond).Median(), "");

    public static Goal Sooner(string id, string what, double aim, IReadOnlyList<double> ours, IReadOnlyList<double> other) =>
        new(id, what, false, aim, ours.Min() / other.Min(), ours.Zip(other, (a, b) => a / b).Median(), "");

    public static Goal AtMost(string id, string what, double aim, IReadOnlyList<double> measured, string unit) =>
        new(id, what, false, aim, measured.Min(), measured.Median(), unit);
}
