using Nestwerk.Access.SignIn;

namespace Nestwerk.Tests.Access;

public sealed class TotpTests
{
    /// <summary>The secret of RFC 6238, appendix B: the digits 1 to 0, twice, in base 32.</summary>
    const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_codes_are_those_of_the_standard(long seconds, string code)
    {
        Assert.Equal(code, Totp.CodeAt(Key, At(seconds)));
        Assert.Equal(seconds / 30, Totp.StepOf(code, Key, At(seconds)));
    }

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void A_phone_may_be_one_step_early_or_late(int drift, bool taken)
    {
        var now = At(1234567890);

        Assert.Equal(taken, Totp.StepOf(Totp.CodeAt(Key, now.AddSeconds(drift)), Key, now) is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00592")]
    [InlineData("0059240")]
    [InlineData("abcdef")]
    [InlineData("٠٠٥٩٢٤")]
    public void What_is_not_six_right_digits_is_refused(string code) => Assert.Null(Totp.StepOf(code, Key, At(1234567890)));

    static DateTime At(long seconds) => DateTime.UnixEpoch.AddSeconds(seconds);
}
