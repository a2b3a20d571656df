using Nestwerk.Shared;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Shared;

public sealed class KeyRingTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_first_key_is_made_on_first_use_and_named_by_its_month()
    {
        var (id, key) = Ring().Newest();

        Assert.Equal("2027-03", id);
        Assert.Equal(32, key.Length);
        Assert.Equal(key, File.ReadAllBytes(folder["keys/sealing/2027-03.key"]));
    }

    [Fact]
    public void It_stays_the_same_after_a_restart()
    {
        var before = Ring().Newest();

        var after = Ring().Newest();

        Assert.Equal(before.Id, after.Id);
        Assert.Equal(before.Key, after.Key);
    }

    [Fact]
    public void Only_the_account_that_runs_the_application_may_read_a_key()
    {
        if (OperatingSystem.IsWindows())
            return;
        Ring().Newest();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder["keys/sealing/2027-03.key"]));
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(folder["keys/sealing"]) & (UnixFileMode)0b000_111_111);
    }

    KeyRing Ring() => new(new NestwerkOptions { Data = folder["data"], Keys = folder["keys"] }, new ManualTime());
}
