namespace Nestwerk.Tests.Architecture;

static class Verdict
{
    /// <summary>Fails with every problem on a line of its own.</summary>
    public static void Clean(IEnumerable<string> problems)
    {
        var lines = problems.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (lines.Count > 0)
            Assert.Fail($"{lines.Count} found:\n  {string.Join("\n  ", lines)}");
    }
}
