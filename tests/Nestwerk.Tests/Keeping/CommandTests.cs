using System.Text.RegularExpressions;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.Reliability;

namespace Nestwerk.Tests.Keeping;

/// <summary>The commands as they are typed, in a process of their own.</summary>
[Trait("Row", "X")]
public sealed partial class CommandTests : IDisposable
{
    readonly TempFolder folder = new();

    string Data => folder["data"];
    string Backup => folder["one.backup"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Lost_keys_come_back_from_paper_and_open_the_backup()
    {
        await GoodAsync("migrate", "--data", Data);
        var paper = await GoodAsync("keys", "recovery", "--data", Data);
        await GoodAsync("backup", "--data", Data, "--to", Backup);
        Directory.Delete(folder["keys"], recursive: true);

        var locked = await ServerProcess.RunAsync("restore", Backup, "--data", folder["back"]);
        var typed = string.Join(' ', Group().Matches(paper).Select(group => group.Value));
        var recovered = await ServerProcess.TypeAsync(typed, "keys", "recover", folder["recovery.ring"], "--data", Data);
        var restored = await GoodAsync("restore", Backup, "--data", folder["back"]);

        Assert.Equal(1, locked.Code);
        Assert.Contains("nestwerk keys recover", locked.Said);
        Assert.True(recovered.Code == 0, recovered.Said);
        Assert.Contains("Restored the backup", restored);
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_in_one_line_and_ends_with_1()
    {
        string[][] commands =
        [
            ["backup", "--data", Data],
            ["restore", folder["none.backup"], "--data", folder["back"]],
            ["export", $"{Guid.Empty}", folder["book.json"], "--data", Data],
            ["keys", "recover", folder["none.ring"], "--data", Data],
            ["move", "--data", Data, "--to", "Host=127.0.0.1;Port=1"],
        ];

        foreach (var command in commands)
        {
            var (code, said) = await ServerProcess.RunAsync(command);
            Assert.Equal(1, code);
            Assert.Matches("^There is no (database|file) [^\n]+\n$", said);
        }
        Assert.Equal(1, (await ServerProcess.RunAsync("doctor", "--data", Data)).Code);
    }

    static async Task<string> GoodAsync(params string[] command)
    {
        var (code, said) = await ServerProcess.RunAsync(command);
        Assert.True(code == 0, said);
        return said;
    }

    [GeneratedRegex(@"(?<=\d\. )[0-9A-Z]{5}")]
    private static partial Regex Group();
}
