using FsCheck;
using FsCheck.Fluent;
using Nestwerk.Playbook;

namespace Nestwerk.Tests.Playbook;

public sealed class PillarMinutesTests
{
    static readonly Gen<int> Minutes = Gen.Choose(0, RecipeRules.MostMinutes);

    static readonly Arbitrary<(PillarMinutes Mix, int Length)> Stretches = (
        from know in Minutes
        from @do in Minutes
        from feel in Minutes
        from length in Minutes
        select (new PillarMinutes(know, @do, feel), length)
    ).ToArbitrary();

    [Fact, Trait("Row", "A7")]
    public void A_mix_in_another_length_adds_up_exactly() =>
        Prop.ForAll(Stretches, each => each.Mix.Total == 0 || each.Mix.Stretched(each.Length).Total == each.Length)
            .QuickCheckThrowOnFailure();

    [Fact, Trait("Row", "A7")]
    public void No_pillar_moves_a_whole_minute_from_its_share() =>
        Prop.ForAll(
                Stretches,
                each =>
                    each.Mix.Total == 0
                    || Pillars.All.All(pillar =>
                        Math.Abs(each.Mix.Stretched(each.Length)[pillar] - ((double)each.Mix[pillar] * each.Length / each.Mix.Total)) < 1
                    )
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_mix_of_nothing_stays_nothing() => Assert.Equal(default, default(PillarMinutes).Stretched(30));
}
