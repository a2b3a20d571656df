using System.Security.Cryptography;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Shared;

public sealed class SealedBoxTests : IDisposable
{
    const string Here = "token:1:AuthenticatorKey";
    readonly TempFolder folder = new();
    readonly ManualTime time = new();
    readonly SealedBox box;

    public SealedBoxTests() => box = new(Keys(folder["keys"]));

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("JBSWY3DPEHPK3PXP")]
    [InlineData("België, 10 °C: «ça va» 🙂")]
    public void What_was_sealed_opens_again(string plain)
    {
        var closed = box.Seal(plain, Here);

        Assert.Equal(plain, box.Open(closed, Here));
        Assert.DoesNotContain("JBSWY", closed, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_text_is_never_sealed_the_same_way_twice() => Assert.NotEqual(box.Seal("same", Here), box.Seal("same", Here));

    [Fact]
    public void A_change_of_any_letter_is_noticed()
    {
        var closed = box.Seal("secret", Here);

        for (var i = 0; i < closed.Length; i++)
        {
            var changed = closed[..i] + (closed[i] == 'A' ? 'B' : 'A') + closed[(i + 1)..];
            Assert.ThrowsAny<CryptographicException>(() => box.Open(changed, Here));
        }
    }

    [Fact]
    public void A_sealed_text_does_not_open_in_another_place() =>
        Assert.ThrowsAny<CryptographicException>(() => box.Open(box.Seal("secret", Here), "token:2:AuthenticatorKey"));

    [Fact]
    public void Another_house_cannot_open_it()
    {
        var elsewhere = new SealedBox(Keys(folder["other-keys"]));
        elsewhere.Seal("makes its own key of the same month", Here);

        Assert.ThrowsAny<CryptographicException>(() => elsewhere.Open(box.Seal("secret", Here), Here));
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain words")]
    [InlineData("2027-03.")]
    [InlineData("2027-03.AAAA")]
    [InlineData("../../etc/passwd.AAAA")]
    public void What_is_not_a_sealed_text_is_refused(string text) => Assert.ThrowsAny<CryptographicException>(() => box.Open(text, Here));

    [Fact]
    public void A_newer_key_seals_and_the_older_one_still_opens()
    {
        var old = box.Seal("old", Here);
        File.WriteAllBytes(folder["keys/sealing/2027-04.key"], RandomNumberGenerator.GetBytes(32));

        var young = box.Seal("young", Here);

        Assert.StartsWith("2027-04.", young, StringComparison.Ordinal);
        Assert.Equal("old", box.Open(old, Here));
        Assert.Equal("young", box.Open(young, Here));
    }

    [Fact]
    public void A_text_whose_key_is_gone_stays_closed()
    {
        var closed = box.Seal("secret", Here);
        File.Delete(folder["keys/sealing/2027-03.key"]);

        Assert.ThrowsAny<CryptographicException>(() => new SealedBox(Keys(folder["keys"])).Open(closed, Here));
    }

    KeyRing Keys(string path) => new(new NestwerkOptions { Data = folder["data"], Keys = path }, time);
}
