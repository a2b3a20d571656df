using Nestwerk.Playbook;
using Nestwerk.Shared;

namespace Nestwerk.Tests.Playbook;

/// <summary>A question and the book it is asked of.</summary>
sealed record CompletionCase(CompletionQuestion Question, IReadOnlyList<CompletionCandidate> Book)
{
    public CompletionAnswer Answer() => PlanCompletion.Propose(Question, Book);
}

/// <summary>Cases by chance with a fixed seed: the same in every run. Small numbers, so that ties, misses and every relaxation come up.</summary>
static class CompletionCases
{
    static readonly string[] Goals = ["a", "b", "c", "d"];
    static readonly string[] Settings = ["room", "floor"];
    static readonly int[] Minutes = [0, 0, 5, 8, 10, 10, 15, 20, 25, 30];

    public static IEnumerable<CompletionCase> Small(int seed, int count) => Some(seed, count, 1, 12);

    public static IEnumerable<CompletionCase> Large(int seed, int count) => Some(seed, count, 20, 60);

    /// <summary>A whole book for one evening: a welcome and a pause stand, four goals are asked, and 105 minutes are wished for.</summary>
    public static CompletionCase Full(int seed, int size)
    {
        var chance = new Random(seed);
        CompletionCandidate[] book =
        [
            .. Enumerable.Range(1, size).Select(number => Candidate(chance, number) with { Settings = [], Audience = Audience.Both }),
        ];
        return new(
            new()
            {
                OtherMinutes = 20,
                Goals = Goals,
                Wanted = 105,
                People = 10,
            },
            book
        );
    }

    static IEnumerable<CompletionCase> Some(int seed, int count, int fewest, int most)
    {
        var chance = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var size = chance.Next(fewest, most + 1);
            var book = Enumerable.Range(1, size).Select(number => Candidate(chance, number)).ToList();
            yield return new(Question(chance, book), book);
        }
    }

    static CompletionCandidate Candidate(Random chance, int number) =>
        new(Id(number), Mix(chance), Pick(chance, Goals, 3), chance.Next(3) == 0)
        {
            GroupSize = chance.Next(3) > 0 ? new(4, 14) : new(chance.Next(2, 9), chance.Next(9, 16)),
            Audience = chance.Next(3) > 0 ? Audience.Both : (Audience)chance.Next(4),
            Settings = Pick(chance, Settings, 4),
        };

    static CompletionQuestion Question(Random chance, IReadOnlyList<CompletionCandidate> book) =>
        new()
        {
            Placed = chance.Next(3) == 0 ? default : new(Some(chance), Some(chance), Some(chance)),
            OtherMinutes = chance.Next(3) * 8,
            Used = book.Where(_ => chance.Next(12) == 0).Select(candidate => candidate.Id).ToHashSet(),
            Goals = Pick(chance, Goals, 3),
            Wanted = chance.Next(3) == 0 ? null : chance.Next(45, 126),
            RoomMinutes = chance.Next(5) == 0 ? chance.Next(60, 130) : null,
            People = chance.Next(2) == 0 ? null : chance.Next(2, 18),
            Audience = chance.Next(2) == 0 ? null : (Audience)chance.Next(4),
            Offered = chance.Next(2) == 0 ? null : Pick(chance, Settings, 2),
            Ruled = chance.Next(5) > 0,
            MostAdded = chance.Next(4) == 0 ? chance.Next(0, 8) : 7,
            Balance =
                chance.Next(4) == 0
                    ? new()
                    {
                        LightPercent = 20,
                        AimFromPercent = 27,
                        HeavyPercent = 52,
                    }
                    : new BalanceOptions(),
        };

    static PillarMinutes Mix(Random chance) =>
        new(Minutes[chance.Next(Minutes.Length)], Minutes[chance.Next(Minutes.Length)], Minutes[chance.Next(Minutes.Length)]);

    static int Some(Random chance) => chance.Next(4) * 7;

    static string[] Pick(Random chance, string[] from, int oneIn) => [.. from.Where(_ => chance.Next(oneIn) == 0)];

    /// <summary>Ids whose order is that of the numbers.</summary>
    public static Guid Id(int number) => new($"{number:x8}-0000-0000-0000-000000000000");
}
