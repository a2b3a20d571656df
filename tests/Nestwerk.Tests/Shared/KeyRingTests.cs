using System.Security.Cryptography;
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

    [Fact]
    public void The_next_key_seals_and_the_one_before_still_opens()
    {
        var ring = Ring();
        var (first, key) = ring.Newest();

        var second = ring.MakeNext();
        var third = ring.MakeNext();

        Assert.Equal(("2027-03", "2027-03-02", "2027-03-03"), (first, second, third));
        Assert.Equal(third, Ring().Newest().Id);
        Assert.Equal(key, Ring().Get(first));
        Assert.NotEqual(key, Ring().Get(second));
    }

    [Fact]
    public void A_process_that_runs_takes_the_key_that_another_made()
    {
        var (serve, command) = (Ring(), Ring());
        serve.Newest();

        var next = command.MakeNext();

        Assert.Equal(next, serve.Newest().Id);
    }

    [Fact]
    public void A_destroyed_key_opens_nothing()
    {
        var ring = Ring();
        var first = ring.Newest().Id;
        ring.MakeNext();

        ring.Destroy(first);

        Assert.Throws<CryptographicException>(() => ring.Get(first));
        Assert.False(File.Exists(folder[$"keys/sealing/{first}.key"]));
    }

    [Fact]
    public void A_key_of_another_length_is_damage_and_seals_nothing()
    {
        var id = Ring().Newest().Id;
        File.WriteAllBytes(folder[$"keys/sealing/{id}.key"], new byte[7]);

        Assert.Throws<CryptographicException>(() => Ring().Newest());
    }

    [Fact]
    public void A_key_put_back_never_takes_the_place_of_another()
    {
        var ring = Ring();
        var (id, key) = ring.Newest();

        Assert.False(ring.PutBack(id, key));
        Assert.Throws<CryptographicException>(() => ring.PutBack(id, new byte[32]));
        Assert.Throws<CryptographicException>(() => ring.PutBack("../../etc/passwd", new byte[32]));
        Assert.Equal(key, Ring().Get(id));
    }

    KeyRing Ring() => new(new NestwerkOptions { Data = folder["data"], Keys = folder["keys"] }, new ManualTime());
}
