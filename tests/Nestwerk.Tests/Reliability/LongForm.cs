namespace Nestwerk.Tests.Reliability;

/// <summary>
/// These tests have a short form, in every run, and a long one for before a release: <c>tools/reliability.sh</c>.
/// Both begin from the same seed.
/// </summary>
static class LongForm
{
    public const int Seed = 20270309;

    /// <summary>Set to 1 for the long form.</summary>
    public const string Variable = "NESTWERK_LONG";

    /// <summary>A file that takes one line per test: what was done and found.</summary>
    public const string ReportVariable = "NESTWERK_LONG_REPORT";

    public static int Times(int inShort, int inLong) => Environment.GetEnvironmentVariable(Variable) == "1" ? inLong : inShort;

    public static void Report(FormattableString line)
    {
        var text = line.ToString(System.Globalization.CultureInfo.InvariantCulture);
        TestContext.Current.SendDiagnosticMessage(text);
        if (Environment.GetEnvironmentVariable(ReportVariable) is { Length: > 0 } file)
            File.AppendAllText(file, text + "\n");
    }
}
