using System.Globalization;
using Nestwerk.Shared;

namespace Nestwerk.Tests.Shared;

public sealed class TextTests
{
    readonly T t = new(new(TimeProvider.System, new() { TimeZone = "Europe/Brussels" }));

    [Fact]
    public void A_sentence_is_cut_at_its_places()
    {
        In("nl");

        var parts = t.Parts("form.tooLong");

        Assert.Equal([("Dit is te lang: ", (int?)1, ""), (" tekens, er is plaats voor ", 0, ".")], parts);
    }

    [Theory]
    [InlineData("nl", 0, "Nog 0 herstelcodes over")]
    [InlineData("nl", 1, "Nog 1 herstelcode over")]
    [InlineData("nl", 2, "Nog 2 herstelcodes over")]
    [InlineData("fr", 0, "Encore 0 code de secours")]
    [InlineData("fr", 1, "Encore 1 code de secours")]
    [InlineData("fr", 2, "Encore 2 codes de secours")]
    [InlineData("en", 0, "0 recovery codes left")]
    public void A_number_chooses_its_form_and_French_counts_nought_as_one(string language, int number, string expected)
    {
        In(language);

        Assert.Equal(expected, t.Count("account.codesLeft", number));
    }

    [Fact]
    public void A_moment_is_said_as_it_was_in_the_house()
    {
        In("nl");
        var late = new DateTime(2026, 3, 31, 22, 30, 0, DateTimeKind.Utc);

        Assert.Equal("woensdag 1 april", t.Day(late));
        Assert.Equal("woensdag 1 april 2026", t.FullDay(late));
        Assert.Equal("0:30", t.Hour(late));
    }

    [Fact]
    public void Words_fall_back_to_the_nearest_language_that_exists()
    {
        Assert.Equal("nl", new Words("nl", "fr", "en").In("nl"));
        Assert.Equal("fr", new Words("nl", "fr", "en").In("fr"));
        Assert.Equal("nl", new Words("nl", null, "en").In("fr"));
        Assert.Equal("fr", new Words(null, "fr", "en").In("nl"));
        Assert.Equal("en", new Words(null, null, "en").In("fr"));
        Assert.Equal("", Words.None.In("nl"));
    }

    [Fact]
    public void Words_say_which_languages_are_missing_unless_nothing_is_there()
    {
        Assert.Equal(["fr", "en"], new Words("nl").Missing());
        Assert.Empty(Words.None.Missing());
        Assert.True(Words.None.IsEmpty());
    }

    [Fact]
    public void Tidied_words_have_no_blanks_around_them_and_one_kind_of_line_end() =>
        Assert.Equal(new Words("een\ntwee", null, "x"), new Words(" een\r\ntwee ", "  ", "x").Tidy());

    [Theory]
    [InlineData(null, "")]
    [InlineData("  Één   été,  CRÈME ", "een ete creme")]
    [InlineData("moeder-kind", "moeder kind")]
    [InlineData("R2-D2", "r2 d2")]
    [InlineData("صباح الخير", "صباح الخير")]
    public void Folded_text_compares_without_accents_case_or_signs(string? text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Theory]
    [InlineData("/nl", "fr", "/fr")]
    [InlineData("/nl/groups/12", "en", "/en/groups/12")]
    public void A_public_page_is_the_same_page_in_another_language(string path, string language, string expected) =>
        Assert.Equal(expected, Languages.PathIn(language, path));

    static void In(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.Culture(language);
}
