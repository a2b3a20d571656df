namespace Nestwerk.Tests.Host;

/// <summary>What a test needs from the machine. Where it is missing the test skips, unless <c>NESTWERK_REQUIRE</c> names it.</summary>
public static class Installed
{
    public const string Variable = "NESTWERK_REQUIRE";

    /// <summary>Call first in a test.</summary>
    /// <param name="name">As written in the variable: <c>postgres</c>, <c>chromium</c>.</param>
    /// <param name="missing">Why it cannot be used here; null when it can.</param>
    public static void Require(string name, string? missing)
    {
        if (missing is null)
            return;
        if (IsRequired(name, Environment.GetEnvironmentVariable(Variable)))
            Assert.Fail($"{missing} {Variable} asks for it.");
        Assert.Skip(missing);
    }

    public static bool IsRequired(string name, string? list) =>
        (list ?? "").Split(',', StringSplitOptions.TrimEntries).Contains(name, StringComparer.OrdinalIgnoreCase);
}
