using Nestwerk.Tests.Data;
using Xunit.Runner.InProc.SystemConsole;

namespace Nestwerk.Tests.Host;

/// <summary>Runs the tests; or, when a test starts this program again, the writer that is going to be killed.</summary>
static class EntryPoint
{
    static Task<int> Main(string[] args) =>
        args is [KillTests.Write, var file] ? KillTests.WriteForEverAsync(file) : ConsoleRunner.Run(args);
}
