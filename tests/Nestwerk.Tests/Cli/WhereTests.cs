using System.Diagnostics;
using Nestwerk.Tests.Architecture;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Cli;

/// <summary>The commands as the README gives them, typed in a folder of one's own.</summary>
[Trait("Row", "X")]
public sealed class WhereTests
{
    [Fact]
    public async Task Data_and_keys_come_where_the_command_was_typed()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.Path);
        var project = Path.Combine(Sources.Root, "src", "Nestwerk");
        var configuration = new FileInfo(typeof(WhereTests).Assembly.Location).Directory!.Parent!.Name;
        using var run = Process.Start(
            new ProcessStartInfo("dotnet", ["run", "--no-build", "-c", configuration, "--project", project, "--", "migrate"])
            {
                WorkingDirectory = folder.Path,
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
        var said = await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(run.ExitCode == 0, said);
        Assert.True(File.Exists(folder["data/nestwerk.db"]), said);
    }
}
