using System.Security.Cryptography;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Shared;

/// <summary>The key on paper brings back a lost key ring; what stays on the machine does not.</summary>
[Trait("Row", "X")]
public sealed class RecoveryKeyTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly ManualTime time = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_is_on_paper_is_read_again_however_it_is_typed()
    {
        for (var round = 0; round < 50; round++)
        {
            var paper = RecoveryKey.New().Paper();

            Assert.Equal(paper, RecoveryKey.Read(paper, out _)!.Paper());
            Assert.Equal(
                paper,
                RecoveryKey.Read(paper.ToLowerInvariant().Replace('-', ' ').Replace('0', 'o').Replace('1', 'l'), out _)!.Paper()
            );
        }
    }

    [Fact]
    public void A_group_that_was_mistyped_is_named()
    {
        var groups = RecoveryKey.New().Paper().Split('-');
        Assert.Equal(13, groups.Length);

        for (var place = 0; place < groups.Length; place++)
        {
            var typed = groups.ToArray();
            typed[place] = typed[place][..4] + (typed[place][4] == 'Z' ? 'Y' : 'Z');
            Assert.Null(RecoveryKey.Read(string.Join('-', typed), out var wrong));
            Assert.Equal(place + 1, wrong);
        }
        Assert.Null(RecoveryKey.Read(string.Join('-', groups[1..]), out var none));
        Assert.Equal(0, none);
    }

    [Fact]
    public void It_brings_back_every_key_and_stays_in_force()
    {
        var lost = Ring("keys", out var before);
        var first = lost.Newest();
        time.Advance(TimeSpan.FromDays(40));
        lost.MakeNext();
        var paper = RecoveryKey.New();
        before.Take(paper);
        before.WriteTo(folder.Path);

        var found = Ring("found", out var after);
        var back = after.Recover(folder[RecoveryRing.FileName], RecoveryKey.Read(paper.Paper(), out _)!);

        Assert.Equal(lost.Epochs().Select(epoch => epoch.Id), back);
        Assert.Equal(first.Key, found.Get(first.Id));
        Assert.Equal(lost.Newest().Key, found.Newest().Key);
        Assert.True(after.IsMade);
        Assert.Equal(back, RecoveryRing.NamesIn(folder.Path));
    }

    [Fact]
    public void Another_recovery_key_opens_nothing_and_puts_back_nothing()
    {
        Ring("keys", out var ring).Newest();
        ring.Take(RecoveryKey.New());
        ring.WriteTo(folder.Path);

        var found = Ring("found", out var after);

        Assert.ThrowsAny<CryptographicException>(() => after.Recover(folder[RecoveryRing.FileName], RecoveryKey.New()));
        Assert.Empty(found.Epochs());
    }

    [Fact]
    public void A_key_that_was_destroyed_is_not_in_the_ring_any_more()
    {
        var keys = Ring("keys", out var ring);
        var first = keys.Newest().Id;
        time.Advance(TimeSpan.FromDays(40));
        var second = keys.MakeNext();
        ring.Take(RecoveryKey.New());
        ring.WriteTo(folder.Path);
        Assert.Equal([first, second], RecoveryRing.NamesIn(folder.Path));

        keys.Destroy(first);
        ring.WriteTo(folder.Path);

        Assert.Equal([second], RecoveryRing.NamesIn(folder.Path));
    }

    [Fact]
    public void Without_a_recovery_key_no_ring_is_written()
    {
        Ring("keys", out var ring).Newest();

        ring.WriteTo(folder.Path);

        Assert.False(File.Exists(folder[RecoveryRing.FileName]));
    }

    KeyRing Ring(string name, out RecoveryRing recovery)
    {
        var options = new NestwerkOptions { Data = folder["data"], Keys = folder[name] };
        var keys = new KeyRing(options, time);
        recovery = new(options, keys);
        return keys;
    }
}
