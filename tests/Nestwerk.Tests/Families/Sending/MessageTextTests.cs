using Nestwerk.Families.Sending;
using Nestwerk.Shared.Sending;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families.Sending;

/// <summary>Every message that could ever leave, written out: what the wrong reader learns from it is a time.</summary>
[Trait("Row", "R06")]
public sealed class MessageTextTests
{
    const string Link = "https://k7.example/r/stop/AAAAAAAAAAAAAAAAAAAAAA";

    /// <summary>Parts of words that say who writes, about what, or to whom.</summary>
    static readonly string[] Forbidden =
    [
        .. "baby bebe bébé zwanger enceinte gross pregnan hamile حامل bevall accouch birth doğum ولاد kind child enfant çocuk طفل ".Split(
            ' '
        ),
        .. "gezin famil aile عائل ouder parent ebeveyn moeder mama mère mother anne والد vader père father baba ".Split(' '),
        .. "huis maison house ev’ دار bijeenkomst rencontre meeting groep groupe group grup مجموع ".Split(' '),
        .. "vroedvrouw sage-femme midwife ebe قابل verpleeg infirm nurse hemşire dokter docteur doctor médecin طبيب ".Split(' '),
        .. "ocmw cpas welzijn sociaal social hulp aide help yardım مساعد zorg soin care bakım رعاي geweld violence şiddet عنف ".Split(' '),
        .. "straat rue street sokak شارع nestwerk dossier bestand fichier beste chère cher dear hallo bonjour hello merhaba مرحب".Split(
            ' '
        ),
    ];

    public static IEnumerable<(MessageTemplate Template, string Language, DateTime? At, string? Code, string Text)> Everything()
    {
        foreach (var template in Enum.GetValues<MessageTemplate>())
        foreach (var language in MessageTexts.Languages)
        foreach (var at in Moments(template))
        foreach (var code in Codes(template))
            yield return (template, language, at, code, MessageTexts.Text(template, language, at, code, Link));
    }

    [Fact]
    public void None_says_who_writes_about_what_or_to_whom()
    {
        var names = Everybody.All.SelectMany(who => who.Name.Split(' ')).Where(name => name.Length > 3);
        var words = Forbidden
            .Where(word => word.Length > 2)
            .Concat(names)
            .Concat([Place.Ninove.Name, Place.Lede.Name, Place.Liege.Name])
            .ToList();

        foreach (var message in Everything())
        {
            var said = message.Text.Replace(Link, "", StringComparison.Ordinal);
            Assert.DoesNotContain(words, word => said.Contains(word, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain("{", said, StringComparison.Ordinal);
            Assert.DoesNotContain("@", said, StringComparison.Ordinal);
        }
        Assert.True(Everything().Count() > 20_000);
    }

    [Fact]
    public void One_part_is_enough_where_the_letters_allow_and_two_elsewhere()
    {
        foreach (var message in Everything())
            if (message.Language is "ar" or "tr")
                Assert.True(SmsSegments.Of(message.Text) <= 2, message.Text);
            else
                Assert.True(SmsSegments.IsGsm(message.Text) && SmsSegments.Of(message.Text) == 1, message.Text);
    }

    [Fact]
    public void Each_offers_a_way_to_stop_and_says_what_it_must()
    {
        foreach (var message in Everything())
        {
            Assert.EndsWith(Link, message.Text, StringComparison.Ordinal);
            Assert.True(message.Code is null || message.Text.Contains(message.Code, StringComparison.Ordinal));
            Assert.True(message.At is not { } at || message.Text.Contains($"{at:H:mm}", StringComparison.Ordinal));
            Assert.True(
                message.At is not { } day
                    || message.Text.Contains($" {day.Day} ", StringComparison.Ordinal)
                    || message.Text.Contains($"{day.Day} ", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void Each_text_stands_in_every_language() =>
        Assert.All(
            MessageTexts.Everything,
            text =>
                Assert.Equal(
                    MessageTexts.Languages.Order(),
                    text.Value.Where(each => each.Value.Length > 0).Select(each => each.Key).Order()
                )
        );

    [Theory]
    [InlineData("nl-BE", "nl")]
    [InlineData("nl-x-a2", MessageTexts.PlainDutch)]
    [InlineData("ar-MA", "ar")]
    [InlineData("ti", "fr")]
    [InlineData(null, "fr")]
    public void A_language_we_do_not_have_becomes_that_of_the_house(string? asked, string given) =>
        Assert.Equal(given, MessageTexts.Known(asked, "fr"));

    [Theory]
    [InlineData("", 1)]
    [InlineData("a€", 1)]
    [InlineData("şş", 1)]
    public void Few_signs_are_one_part(string text, int parts) => Assert.Equal(parts, SmsSegments.Of(text));

    [Fact]
    public void Parts_are_counted_as_a_telephone_does()
    {
        Assert.Equal((1, 2, 2, 3), (Of('a', 160), Of('a', 161), Of('a', 306), Of('a', 307)));
        Assert.Equal((1, 2, 2, 3), (Of('ş', 70), Of('ş', 71), Of('ş', 134), Of('ş', 135)));
        Assert.Equal((1, 2), (Of('€', 80), Of('€', 81)));

        static int Of(char sign, int times) => SmsSegments.Of(new string(sign, times));
    }

    static IEnumerable<DateTime?> Moments(MessageTemplate template) =>
        template is MessageTemplate.DateComing or MessageTemplate.DateChanged or MessageTemplate.DateCancelled
            ? Enumerable
                .Range(0, 366)
                .SelectMany(day =>
                    new[] { 0, 9, 13.5, 23.75 }.Select(hour => (DateTime?)new DateTime(2028, 1, 1).AddDays(day).AddHours(hour))
                )
            : [null];

    static IEnumerable<string?> Codes(MessageTemplate template) =>
        template == MessageTemplate.SignInCode ? ["000000", "123456", "99999999"] : [null];
}
