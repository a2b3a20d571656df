using System.Text;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Exchange;
using Nestwerk.Shared;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Exchange;

/// <summary>A file of a book is right in every part, or it is refused with its reason.</summary>
[Trait("Row", "X")]
public sealed class BookReaderTests
{
    public static TheoryData<string> Hostile => [.. HostileBooks.All.Keys];

    [Fact]
    public void A_good_file_is_read() => Assert.Null(BookReader.Read(ABookFile.Bytes(ABookFile.Good()), ABookFile.Now).Problem);

    [Fact]
    public void There_are_more_than_fifty_ways_to_be_wrong() => Assert.True(HostileBooks.All.Count > 50);

    [Theory, MemberData(nameof(Hostile))]
    public void A_damaged_or_hostile_file_is_refused_with_its_reason(string name) =>
        Assert.Equal(HostileBooks.All[name].Problem, BookReader.Read(HostileBooks.All[name].Make(), ABookFile.Now).Problem?.Text);

    [Fact]
    public void Random_damage_never_breaks_the_reader()
    {
        var random = new Random(20261122);
        var good = ABookFile.Bytes(ABookFile.Good());
        for (var round = 0; round < 2000; round++)
        {
            var bad = good.ToArray();
            for (var change = random.Next(1, 4); change > 0; change--)
                bad[random.Next(bad.Length)] = (byte)random.Next(256);
            var read = BookReader.Read(bad, ABookFile.Now);
            Assert.True(read.Book is null != read.Problem is null);
        }
    }

    /// <summary>A fixed seed, so that a failure comes back.</summary>
    [Fact]
    public void Whatever_may_be_written_is_read_back_to_the_same_bytes()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 300; round++)
        {
            var good = ABookFile.Good();
            var count = random.Next(3);
            var recipe = new RecipeEntry(
                Ids.New(),
                [
                    .. Enumerable.Range(1, count).Select(number => ABookFile.Version(number, Any(random))),
                    ABookFile.Version(count + 1, Any(random) with { Steps = [], Minutes = new(1, random.Next(240), random.Next(240)) }),
                ]
            );
            var bytes = ABookFile.Bytes(good with { Recipes = [.. good.Recipes, recipe] });

            var read = BookReader.Read(bytes, ABookFile.Now);

            Assert.Null(read.Problem);
            Assert.Equal(bytes, ABookFile.Bytes(read.Book!));
        }
    }

    static RecipeContent Any(Random random) =>
        ARecipe.Content() with
        {
            Title = new(Text(random, RecipeRules.TitleLength), null, random.Next(2) == 0 ? null : Text(random, 20)),
            Description = new(Text(random, RecipeRules.TextLength), Text(random, 40), null),
            Steps =
            [
                .. Enumerable
                    .Range(0, random.Next(6))
                    .Select(_ => new Step(random.Next(240), (Talks)random.Next(2), new(Text(random, 60)))),
            ],
            Materials =
            [
                .. Enumerable
                    .Range(0, random.Next(6))
                    .Select(_ => new Material(new(Text(random, 60)), random.Next(1, 1000), (Per)random.Next(3))),
            ],
            Minutes = new(random.Next(240), random.Next(240), random.Next(240)),
            Audience = (Audience)random.Next(4),
            LanguageLevel = (LanguageLevel)random.Next(4),
            PartnerFriendly = random.Next(2) == 0,
            Sources = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Text(random, 60))],
        };

    /// <summary>Letters of many scripts, marks that JSON escapes, line ends and faces.</summary>
    static string Text(Random random, int most)
    {
        string[] letters = ["a", "é", "Ω", "ж", "م", "中", "👶", "\"", "\\", "/", "<", "&", "'", " ", "\n", "\t", "’", "\u00A0"];
        var text = new StringBuilder("x");
        for (var length = random.Next(most); text.Length < length - 3; )
            text.Append(letters[random.Next(letters.Length)]);
        return text.Append('x').ToString();
    }
}
