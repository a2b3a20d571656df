using Nestwerk.Families;
using Nestwerk.Families.Sending;

namespace Nestwerk.Tests.Families.Sending;

/// <summary>Every way a channel can stand, for every message: in a forbidden one nothing leaves.</summary>
[Trait("Row", "R27")]
public sealed class ContactRulesTests
{
    static readonly bool[] Both = [false, true];

    [Fact]
    public void Nothing_leaves_in_a_forbidden_state()
    {
        foreach (var (template, her) in Everything().Where(each => ContactRules.Decide(each.Template, each.Her).Verdict == Verdict.Send))
        {
            Assert.True(her.Kind is ChannelKind.Mobile or ChannelKind.Mail);
            Assert.False(her.IsProtected || her.TakesNoMessages);
            Assert.True(her.Left > TimeSpan.Zero);
            Assert.True(her.State is not (ChannelState.Stopped or ChannelState.Wrong));
            if (template is not (MessageTemplate.SignInCode or MessageTemplate.ConfirmNumber))
                Assert.Equal(ChannelState.Confirmed, her.State);
            if (template == MessageTemplate.ConfirmNumber)
                Assert.False(her.WasAskedToday);
            if (template == MessageTemplate.SignInCode)
                continue;
            Assert.False(her.IsQuiet || her.IsRestricted);
            Assert.True(her.Kind == ChannelKind.Mail || her.Time.IsBetween(ContactRules.From, ContactRules.To));
        }
    }

    [Fact]
    public void After_a_loss_nobody_is_written_to_and_nobody_is_set_to_call()
    {
        foreach (var (template, her) in Everything().Where(each => each.Her.IsQuiet && each.Template != MessageTemplate.SignInCode))
            Assert.Equal(new Ruling(Verdict.Nothing), ContactRules.Decide(template, her));
    }

    [Fact]
    public void What_tells_about_a_date_is_never_dropped_without_a_call()
    {
        foreach (
            var (template, her) in Everything()
                .Where(each => each.Template is MessageTemplate.DateChanged && !each.Her.IsQuiet && !each.Her.IsRestricted)
        )
        {
            var ruling = ContactRules.Decide(template, her);
            Assert.NotEqual(Verdict.Nothing, ruling.Verdict);
            Assert.Equal(ruling.Verdict == Verdict.Call, ruling.Why is not null);
        }
    }

    [Fact]
    public void About_a_protected_person_an_unknown_outcome_becomes_a_call_and_is_never_tried_again()
    {
        var her = Fine with { IsProtected = true, IsUnsure = true };

        Assert.Equal(new Ruling(Verdict.Call, CallReason.Unsure), ContactRules.Decide(MessageTemplate.DateComing, her));
        Assert.Equal(new Ruling(Verdict.Nothing), ContactRules.Decide(MessageTemplate.SignInCode, her));
        Assert.Equal(new Ruling(Verdict.Send), ContactRules.Decide(MessageTemplate.DateComing, Fine with { IsUnsure = true }));
    }

    [Theory]
    [InlineData(20, 59, Verdict.Send, 0)]
    [InlineData(21, 0, Verdict.Wait, 660)]
    [InlineData(3, 30, Verdict.Wait, 270)]
    [InlineData(7, 59, Verdict.Wait, 1)]
    [InlineData(8, 0, Verdict.Send, 0)]
    public void At_night_a_telephone_stays_silent(int hour, int minute, Verdict verdict, int minutes)
    {
        var ruling = ContactRules.Decide(MessageTemplate.DateComing, Fine with { Time = new(hour, minute) });

        Assert.Equal((verdict, TimeSpan.FromMinutes(minutes)), (ruling.Verdict, ruling.For));
    }

    [Fact]
    public void What_would_wait_past_its_meaning_is_called_through()
    {
        var her = Fine with { Time = new(23, 0), Left = TimeSpan.FromHours(9) };

        Assert.Equal(new Ruling(Verdict.Call, CallReason.TooLate), ContactRules.Decide(MessageTemplate.DateCancelled, her));
    }

    [Fact]
    public void So_many_a_day_and_no_more()
    {
        var many = Fine with { SentLately = ContactRules.MostInADay };

        Assert.Equal(new Ruling(Verdict.Call, CallReason.TooMany), ContactRules.Decide(MessageTemplate.DateComing, many));
        Assert.Equal(Verdict.Send, ContactRules.Decide(MessageTemplate.SignInCode, many).Verdict);
        Assert.Equal(
            Verdict.Nothing,
            ContactRules.Decide(MessageTemplate.SignInCode, many with { SentLately = ContactRules.MostCodesInADay }).Verdict
        );
    }

    static ContactView Fine =>
        new()
        {
            Kind = ChannelKind.Mobile,
            State = ChannelState.Confirmed,
            Time = new(10, 0),
            Left = TimeSpan.FromDays(1),
        };

    static IEnumerable<(MessageTemplate Template, ContactView Her)> Everything() =>
        from template in Enum.GetValues<MessageTemplate>()
        from kind in Enum.GetValues<ChannelKind>()
        from state in Enum.GetValues<ChannelState>()
        from flags in Enumerable.Range(0, 64)
        from sent in new[] { 0, 3, 6 }
        from hour in new[] { 3, 8, 20, 21 }
        from left in new[] { -1, 0, 5, 48 }
        select (
            template,
            Fine with
            {
                Kind = kind,
                State = state,
                TakesNoMessages = Both[flags & 1],
                IsProtected = Both[(flags >> 1) & 1],
                IsQuiet = Both[(flags >> 2) & 1],
                IsRestricted = Both[(flags >> 3) & 1],
                IsUnsure = Both[(flags >> 4) & 1],
                WasAskedToday = Both[(flags >> 5) & 1],
                SentLately = sent,
                Time = new(hour, 0),
                Left = TimeSpan.FromHours(left),
            }
        );
}
