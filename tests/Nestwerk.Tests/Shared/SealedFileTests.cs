using Nestwerk.Shared;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Shared;

/// <summary>A sealed file opens whole and unchanged, or not at all.</summary>
[Trait("Row", "R22")]
public sealed class SealedFileTests : IDisposable
{
    const int Chunk = 256 * 1024;
    const int Tag = 16;
    const string Shape = "20261122164450_First";
    readonly TempFolder folder = new();
    readonly ManualTime time = new();
    readonly KeyRing keys;

    public SealedFileTests() => keys = Keys("keys");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Chunk - 1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData(3 * Chunk)]
    [InlineData(3 * Chunk + 7)]
    public async Task What_was_sealed_opens_again_with_what_it_says_of_itself(int length)
    {
        var plain = Bytes(length);

        var closed = await SealAsync(plain);
        var (header, opened) = await OpenAsync(closed);

        Assert.Equal(plain, opened);
        Assert.Equal((time.Utc, Shape, keys.Newest().Id), (header.Made, header.Shape, header.Epoch));
    }

    [Fact]
    public async Task A_change_of_any_bit_is_noticed()
    {
        var closed = await SealAsync(Bytes(2 * Chunk + 100));
        var chance = new Random(20270309);

        for (var round = 0; round < 1000; round++)
        {
            var place = round < 400 ? round : chance.Next(closed.Length);
            var changed = closed.ToArray();
            changed[place] ^= (byte)(1 << chance.Next(8));
            await Assert.ThrowsAsync<SealedFileException>(() => OpenAsync(changed));
        }
    }

    [Fact]
    public async Task A_file_cut_short_anywhere_does_not_open()
    {
        var closed = await SealAsync(Bytes(3 * Chunk));
        var start = closed.Length - 3 * (Chunk + Tag);
        int[] cuts = [0, 5, 11, start - 1, start, start + 1, start + Chunk + Tag, start + 2 * (Chunk + Tag), closed.Length - 1];

        foreach (var cut in cuts)
            await Assert.ThrowsAsync<SealedFileException>(() => OpenAsync(closed[..cut]));
    }

    [Fact]
    public async Task Parts_that_were_swapped_repeated_or_added_do_not_open()
    {
        var closed = await SealAsync(Bytes(3 * Chunk));
        var start = closed.Length - 3 * (Chunk + Tag);
        var (head, a, b, c) = (closed[..start], Part(closed, start, 0), Part(closed, start, 1), Part(closed, start, 2));

        foreach (var wrong in new byte[][][] { [b, a, c], [a, a, c], [a, c], [a, b, c, c], [a, b, c, [0]], [a, b, b] })
            await Assert.ThrowsAsync<SealedFileException>(() => OpenAsync([.. head, .. wrong.SelectMany(part => part)]));
    }

    [Fact]
    public async Task A_part_of_another_file_under_the_same_key_does_not_open()
    {
        var (one, other) = (await SealAsync(Bytes(2 * Chunk)), await SealAsync(Bytes(2 * Chunk)));
        var start = one.Length - 2 * (Chunk + Tag);

        await Assert.ThrowsAsync<SealedFileException>(() =>
            OpenAsync([.. one[..(start + Chunk + Tag)], .. other[(start + Chunk + Tag)..]])
        );
    }

    [Fact]
    public async Task It_says_what_is_the_matter()
    {
        var closed = await SealAsync(Bytes(100));
        var newer = closed.ToArray();
        newer[8] = 9;

        Assert.Equal(SealedFault.NotOurs, await FaultAsync([.. "SQLite format 3"u8], keys));
        Assert.Equal(SealedFault.Newer, await FaultAsync(newer, keys));
        Assert.Equal(SealedFault.KeyMissing, await FaultAsync(closed, Keys("none")));
        Assert.Equal(SealedFault.Damaged, await FaultAsync(closed[..^1], keys));
        var others = Keys("others");
        others.Newest();
        Assert.Equal(SealedFault.WrongKey, await FaultAsync(closed, others));
    }

    static byte[] Part(byte[] closed, int start, int number) => closed.AsSpan(start + number * (Chunk + Tag), Chunk + Tag).ToArray();

    static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    async Task<byte[]> SealAsync(byte[] plain)
    {
        using var to = new MemoryStream();
        await SealedFile.SealAsync(new MemoryStream(plain), to, keys, time.Utc, Shape, Cancel);
        return to.ToArray();
    }

    async Task<(SealedHeader Header, byte[] Plain)> OpenAsync(byte[] closed, KeyRing? with = null)
    {
        using var to = new MemoryStream();
        var header = await SealedFile.OpenAsync(new MemoryStream(closed), to, with ?? keys, Cancel);
        return (header, to.ToArray());
    }

    async Task<SealedFault> FaultAsync(byte[] closed, KeyRing with) =>
        (await Assert.ThrowsAsync<SealedFileException>(() => OpenAsync(closed, with))).Fault;

    KeyRing Keys(string name) => new(new NestwerkOptions { Data = folder["data"], Keys = folder[name] }, time);
}
