using Nestwerk.Access;
using static Nestwerk.Tests.Access.FamilyPolicyTests;
using static Nestwerk.Tests.Access.OneFamily;

namespace Nestwerk.Tests.Access;

/// <summary>What somebody opens who is bound by her promise only: nothing that was told in confidence, whatever else speaks for it.</summary>
[Trait("Row", "R03")]
public sealed class SecrecyPolicyTests
{
    static readonly Actor Bound = Worker(Role.CareWorker);
    static readonly Actor Promised = Bound with { Secrecy = Secrecy.Discretion };

    [Theory]
    [InlineData(DataClass.Contact)]
    [InlineData(DataClass.Attendance)]
    [InlineData(DataClass.Needs)]
    public void A_promise_is_enough_for_what_is_practical(DataClass data) =>
        Assert.Equal(Reason.Allowed, Decide(Promised, new OneFamily().Beside(Her), data));

    [Theory]
    [InlineData(DataClass.Care)]
    [InlineData(DataClass.Confidential)]
    public void It_is_not_enough_for_what_was_told_in_confidence_even_where_she_wrote_it(DataClass data)
    {
        var (facts, row) = (new OneFamily().Beside(Her), new OneFamily().Row(writtenBy: Her));

        Assert.Equal(Reason.NoRole, Decide(Promised, facts, data, row: row));
        Assert.Equal(Reason.Allowed, Decide(Bound, facts, data, row: row));
    }

    [Fact]
    public void A_broken_glass_does_not_stand_in_for_it() =>
        Assert.Equal(Reason.NoRole, Decide(Promised, new OneFamily().Broken(Her).Facts, DataClass.Care));
}
