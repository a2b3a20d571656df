using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Shared;

namespace Nestwerk.Cli.Demo;

/// <summary>What the invented families told, what was written down with them, and who looked since.</summary>
static class DemoFamilyTexts
{
    /// <summary>How many days ago each of those beside a family opened its page.</summary>
    static readonly int[] Looks = [26, 12, 3];

    public static IEnumerable<object> Of(DemoFamily family, FamilySeal seal, HouseClock clock) =>
        [
            .. Needs(family, seal, clock),
            .. Story(family, seal, clock),
            .. Notes(family, seal, clock),
            .. Sensitive(family, seal, clock),
            .. Looked(family, clock),
        ];

    public static Guid IdOf<TText>(DemoFamily family, int place)
        where TText : FamilyText => DemoIds.For($"{typeof(TText).Name} {family.Word} {place}");

    static IEnumerable<FamilyText> Needs(DemoFamily family, FamilySeal seal, HouseClock clock)
    {
        foreach (var (place, text) in family.Needs.Index())
        {
            var (id, mother) = (IdOf<PracticalNeed>(family, place), family.MemberId(0));
            var need = new PracticalNeed
            {
                FamilyId = family.Id,
                Id = id,
                SubjectId = mother,
                ToldBy = mother,
                WrittenBy = DemoWorld.Person(family.By),
                At = clock.Day(family.Since).AddMinutes(place),
            };
            yield return Said(need, text, true, seal);
        }
    }

    static IEnumerable<FamilyText> Story(DemoFamily family, FamilySeal seal, HouseClock clock)
    {
        foreach (var (place, told) in family.Story.Index())
        {
            var (id, mother) = (IdOf<StoryParagraph>(family, place), family.MemberId(0));
            var paragraph = new StoryParagraph
            {
                FamilyId = family.Id,
                Id = id,
                SubjectId = mother,
                ToldBy = mother,
                WrittenBy = Writer(told),
                At = clock.Day(told.Day),
                Position = place,
            };
            yield return Said(paragraph, told.Text, true, seal);
        }
    }

    static IEnumerable<FamilyText> Notes(DemoFamily family, FamilySeal seal, HouseClock clock)
    {
        var mother = family.MemberId(0);
        foreach (var (place, told) in family.Notes.Index())
        {
            var note = new CareNote
            {
                FamilyId = family.Id,
                Id = IdOf<CareNote>(family, place),
                SubjectId = mother,
                ToldBy = null,
                WrittenBy = Writer(told),
                At = clock.Day(told.Day),
            };
            yield return Said(note, told.Text, told.Shown, seal);
        }
    }

    static IEnumerable<FamilyText> Sensitive(DemoFamily family, FamilySeal seal, HouseClock clock)
    {
        var mother = family.MemberId(0);
        foreach (var (place, told) in family.Sensitive.Index())
        {
            var note = new SensitiveNote
            {
                FamilyId = family.Id,
                Id = IdOf<SensitiveNote>(family, place),
                SubjectId = mother,
                ToldBy = mother,
                WrittenBy = Writer(told),
                At = clock.Day(told.Day),
            };
            yield return Said(note, told.Text, false, seal);
        }
    }

    static Guid? Writer(DemoText told) => told.By is { } name ? DemoWorld.Person(name) : null;

    static FamilyText Said(FamilyText row, string text, bool shown, FamilySeal seal)
    {
        row.Say(text, seal);
        if (shown)
            row.Show(row.At);
        return row;
    }

    static IEnumerable<AuditRow> Looked(DemoFamily family, HouseClock clock)
    {
        foreach (var who in family.Team.SelectMany(DemoWorld.PeopleOf).Distinct().Where(who => !family.No.Contains(who)))
        foreach (var days in Looks.Where(days => -days >= family.Since))
        {
            var at = clock.Day(-days).AddMinutes(-family.Members.Count * who.Length);
            yield return new()
            {
                Id = Guid.CreateVersion7(new DateTimeOffset(at)),
                At = at,
                PersonId = DemoWorld.Person(who),
                Event = "family.read",
                SubjectId = family.Id,
                OfFamily = family.Id,
                Classes = DataClasses.Contact | DataClasses.Needs | DataClasses.Care,
            };
        }
    }
}
