using Nestwerk.Data;
using Nestwerk.Playbook;
using Nestwerk.Shared;

namespace Nestwerk.Cli.Demo;

/// <summary>What visitors of the open book asked: two wait, one was answered.</summary>
static class DemoQuestions
{
    static readonly (int DaysAgo, string? Recipe, bool Answered, Asked Asked)[] All =
    [
        (
            2,
            "when-do-i-call",
            false,
            new(
                "Ellen Vandevelde",
                "ellen.vandevelde@voorbeeld.example",
                "Wij geven groepen in Lokeren. Hebben jullie de kaartjes met de klachten ook in het Turks, of mogen wij ze zelf laten vertalen?"
            )
        ),
        (
            5,
            null,
            false,
            new(
                "",
                "0499 00 00 00",
                "Bonjour, nous sommes une petite équipe à Soignies.\n\nPar quelle fiche commencer avec un groupe de six mamans qui ne se connaissent pas ?"
            )
        ),
        (
            21,
            "making-a-safe-bed",
            true,
            new(
                "Jolien",
                "jolien@voorbeeld.example",
                "In onze zaal is er geen plaats voor een bed. Kan deze sessie ook met een pop en een doos?"
            )
        ),
    ];

    public static async Task FillAsync(IServiceProvider services, CancellationToken cancel)
    {
        var (db, box) = (services.GetRequiredService<NestwerkDb>(), services.GetRequiredService<SealedBox>());
        var now = services.GetRequiredService<HouseClock>().Utc;
        foreach (var (days, recipe, answered, asked) in All)
        {
            var (id, about) = (DemoIds.For($"question {days}"), recipe is null ? (Guid?)null : DemoWorld.Recipe(recipe));
            var question = Question.Ask(id, DemoWorld.Book, about, asked, box, now.AddDays(-days));
            if (answered)
                question.Answered(DemoWorld.Person("Tom Beeckman"), now.AddDays(2 - days));
            db.Add(question);
        }
        await db.SaveChangesAsync(cancel);
    }
}
