using System.Security.Claims;
using Microsoft.AspNetCore.DataProtection;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Shared;

public sealed class KeptFormSealTests
{
    const string Hers = "11111111-1111-1111-1111-111111111111";
    readonly ManualTime time = new();
    readonly KeptFormSeal seal;

    public KeptFormSealTests() => seal = new(new EphemeralDataProtectionProvider(), new HouseClock(time, new NestwerkOptions()));

    [Fact]
    public void Its_writer_gets_every_field_back()
    {
        var form = seal.Open(Close(), Person(Hers));

        Assert.Equal("/playbook/plans/1?handler=Save", form!.Address);
        Assert.Equal(["één", "twee"], form.Fields["Input.Tags"]);
    }

    [Fact]
    public void Somebody_else_gets_nothing() => Assert.Null(seal.Open(Close(), Person("22222222-2222-2222-2222-222222222222")));

    [Fact]
    public void Nobody_gets_nothing() => Assert.Null(seal.Open(Close(), new ClaimsPrincipal()));

    [Fact]
    public void It_is_kept_for_an_hour()
    {
        var closed = Close();

        time.Advance(TimeSpan.FromMinutes(59));
        var justInTime = seal.Open(closed, Person(Hers));
        time.Advance(TimeSpan.FromMinutes(1));
        var tooLate = seal.Open(closed, Person(Hers));

        Assert.NotNull(justInTime);
        Assert.Null(tooLate);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    public void What_was_not_sealed_here_is_not_opened(string text) => Assert.Null(seal.Open(text, Person(Hers)));

    string Close() => seal.Close("/playbook/plans/1?handler=Save", Hers, new() { ["Input.Tags"] = ["één", "twee"] });

    static ClaimsPrincipal Person(string account) => new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account)], "test"));
}
