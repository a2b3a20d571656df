using Nestwerk.Playbook.Together;
using Nestwerk.Shared;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook.Together;

/// <summary>Who may read a draft, when a recipe is to be read again, and which words changed: without a database.</summary>
public sealed class TogetherRulesTests
{
    static readonly Guid Proposer = Ids.New();
    static readonly Guid Colleague = Ids.New();
    static readonly Guid Elsewhere = Ids.New();
    static readonly DateOnly Today = new(2027, 3, 9);

    [Fact]
    public void An_editor_of_another_house_reads_when_there_is_one()
    {
        var readers = ReviewRules.Readers(Proposer, [At(Proposer, Place.Ninove), At(Colleague, Place.Ninove), At(Elsewhere, Place.Lede)]);

        Assert.Equal([Elsewhere], readers);
    }

    [Fact]
    public void A_colleague_reads_when_no_other_house_has_an_editor() =>
        Assert.Equal([Colleague], ReviewRules.Readers(Proposer, [At(Proposer, Place.Ninove), At(Colleague, Place.Ninove)]));

    [Fact]
    public void Nobody_reads_where_she_works_alone_and_she_is_not_locked_out()
    {
        var book = Houses.Shared(reviewed: true);

        Assert.Empty(ReviewRules.Readers(Proposer, [At(Proposer, Place.Ninove)]));
        Assert.Equal(ReviewNeed.Nobody, ReviewRules.Need(book, Proposer, [At(Proposer, Place.Ninove)]));
        Assert.Equal(ReviewNeed.Reader, ReviewRules.Need(book, Proposer, [At(Proposer, Place.Ninove), At(Colleague, Place.Ninove)]));
        Assert.Equal(ReviewNeed.None, ReviewRules.Need(Houses.Shared(), Proposer, [At(Colleague, Place.Ninove)]));
    }

    [Theory]
    [InlineData(null, ReadAgainState.Never)]
    [InlineData(-1, ReadAgainState.Late)]
    [InlineData(0, ReadAgainState.Soon)]
    [InlineData(30, ReadAgainState.Soon)]
    [InlineData(31, ReadAgainState.Fine)]
    public void A_recipe_asks_to_be_read_again_thirty_days_ahead(int? days, ReadAgainState state) =>
        Assert.Equal(state, ReadAgainRules.State(days is { } number ? Today.AddDays(number) : null, Today));

    [Theory]
    [InlineData("een kring van tien", "een ruime kring van twaalf")]
    [InlineData("", "nieuw")]
    [InlineData("weg", "")]
    [InlineData("zelfde tekst.", "zelfde tekst.")]
    [InlineData("a b a b", "b a b a")]
    public void The_pieces_of_a_comparison_are_the_texts_again(string before, string after)
    {
        var (old, now) = WordDiff.Between(before, after);

        Assert.Equal(before, string.Concat(old.Select(piece => piece.Text)));
        Assert.Equal(after, string.Concat(now.Select(piece => piece.Text)));
        Assert.Equal(Same(old), Same(now));
        Assert.DoesNotContain(old, piece => piece.Mark == Mark.Come);
        Assert.DoesNotContain(now, piece => piece.Mark == Mark.Gone);
    }

    [Fact]
    public void Only_the_words_that_changed_are_marked()
    {
        var (old, now) = WordDiff.Between("Neem tien matjes mee.", "Neem twaalf matjes mee.");

        Assert.Equal([new(Mark.Same, "Neem "), new(Mark.Gone, "tien "), new(Mark.Same, "matjes mee.")], old);
        Assert.Equal([new(Mark.Same, "Neem "), new(Mark.Come, "twaalf "), new(Mark.Same, "matjes mee.")], now);
    }

    [Fact]
    public void A_text_too_long_to_compare_counts_as_rewritten()
    {
        var (old, now) = WordDiff.Between(string.Concat(Enumerable.Repeat("a ", 2000)), string.Concat(Enumerable.Repeat("b ", 2000)));

        Assert.Equal(Mark.Gone, Assert.Single(old).Mark);
        Assert.Equal(Mark.Come, Assert.Single(now).Mark);
    }

    static string Same(IEnumerable<Piece> pieces) =>
        string.Concat(pieces.Where(piece => piece.Mark == Mark.Same).Select(piece => piece.Text));

    static BookEditor At(Guid person, Place place) => new(person, [place.Id]);
}
