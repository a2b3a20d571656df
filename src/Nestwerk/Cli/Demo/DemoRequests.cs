using Nestwerk.Access;
using Nestwerk.Families.Rights;
using Nestwerk.Shared;

namespace Nestwerk.Cli.Demo;

/// <summary>What a few of the invented parents asked as is their right: some wait, one lies ready.</summary>
static class DemoRequests
{
    /// <summary>Family, what was asked, how many hours ago, whether a worker wrote it down, in which words, and after how many hours it was done.</summary>
    static readonly (string Family, Right Right, int Ago, bool Told, string? Words, int? DoneAfter)[] All =
    [
        ("mirte", Right.Access, 20, false, null, null),
        ("lore", Right.Access, 120, false, null, 72),
        ("dries", Right.Correction, 44, true, "Onze dochter heet Noor-Lien, met een streepje.", null),
        ("maud", Right.Objection, 30, true, "Pas de nom sur l’affiche du groupe, s’il vous plaît.", null),
    ];

    public static IEnumerable<SubjectRequest> Of(DemoFamily family, FamilySeal seal, HouseClock clock)
    {
        foreach (var asked in All.Where(each => each.Family == family.Word))
        {
            var (her, at) = (family.MemberId(0), clock.Utc.AddHours(-asked.Ago));
            var request = new SubjectRequest
            {
                FamilyId = family.Id,
                Id = DemoIds.For($"request {family.Word} {asked.Right}"),
                SubjectId = her,
                ToldBy = her,
                WrittenBy = asked.Told ? DemoWorld.Person(family.By) : null,
                Right = asked.Right,
                MemberId = her,
                At = at,
                DueAt = at + SubjectRequest.Wait,
            };
            request.Say(asked.Words, seal);
            if (asked.DoneAfter is { } hours)
                request.Finish(null, at.AddHours(hours));
            yield return request;
        }
    }
}
