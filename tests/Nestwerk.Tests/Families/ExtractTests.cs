using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Families.Rights;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.Reliability;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families;

[Trait("Row", "R30")]
public abstract class ExtractTests(TestHost host) : WebTests(host)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_gets_what_another_told_and_everybody_gets_what_she_told_herself()
    {
        var random = new Random(LongForm.Seed);
        var times = LongForm.Times(5, 400);
        var (told, foreign) = (0, 0);
        for (var time = 0; time < times; time++)
        {
            var family = await AFamily.LivingAsync(App, "Mara");
            var father = FamilyMember.New(family.Id, Kin.Father, "Bilal", family.Seal, null, null, Time.Utc);
            var child = FamilyMember.New(family.Id, Kin.Child, "Noor", family.Seal, family.Mother.Id, null, Time.Utc);
            child.KeeperId = random.Next(2) == 0 ? family.Mother.Id : father.Id;
            var rows = Enumerable.Range(0, 20).Select(number => Row(random, number, family, father, child)).ToList();
            await App.AddAsync([father, child, .. rows.Select(row => row.Row)]);

            var hers = await TextAsync(family, family.Mother.Id);
            var his = await TextAsync(family, father.Id);

            foreach (var row in rows)
            foreach (var (who, text) in new[] { (family.Mother.Id, hers), (father.Id, his) })
            {
                var mayHave = row.Row.ToldBy is null || row.Row.ToldBy == who;
                Assert.True(mayHave || !text.Contains(row.Word, StringComparison.Ordinal), $"{row.Row.GetType().Name} told by another");
                Assert.False(row.Row is SensitiveNote && text.Contains(row.Word, StringComparison.Ordinal));
                Assert.True(row.Row.ToldBy != who || row.Row is SensitiveNote || text.Contains(row.Word, StringComparison.Ordinal));
                told += row.Row.ToldBy == who ? 1 : 0;
                foreign += mayHave ? 0 : 1;
            }
            Assert.DoesNotContain("Bilal", hers, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Mara", his, StringComparison.OrdinalIgnoreCase);
        }
        Assert.True(told > 0 && foreign > 0);
        LongForm.Report($"R30: {times} families, {told} items of her own all there, {foreign} items told by others: 0 in an extract");
    }

    [Fact]
    public async Task She_finds_who_stands_beside_her_and_what_she_agreed_to()
    {
        var family = await AFamily.LivingAsync(App);
        await App.AddAsync(family.Beside(Everybody.Midwife, Basis.CareTeam), family.Yes(Everybody.SocialWorker, DataClass.Care));

        var extract = (await ExtractAsync(family, family.Mother.Id, null))!;

        Assert.Contains(Everybody.Midwife.Name, Fields(extract, "Relation"));
        Assert.Contains(Everybody.SocialWorker.Name, Fields(extract, "Consent"));
        Assert.Contains(Everybody.SocialWorker.Name, Extracts.Json(extract), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_prints_it_for_her_reads_no_more_than_before()
    {
        var family = await AFamily.LivingAsync(App);
        var note = family.Note("Ze slaapt slecht.", Everybody.SocialWorker);
        await App.AddAsync(note, family.Beside(Everybody.Midwife, Basis.CareTeam));

        var paper = (await ExtractAsync(family, family.Mother.Id, await Everybody.Midwife.ActorAsync(App)))!;
        var page = (await ExtractAsync(family, family.Mother.Id, null))!;

        Assert.Equal(1, paper.Hidden);
        Assert.DoesNotContain(paper.Parts, part => part.Key == "CareNotes");
        Assert.Contains(page.Parts, part => part.Key == "CareNotes");
    }

    [Fact]
    public async Task Every_table_about_families_is_taken_along_or_left_out_for_a_reason()
    {
        var tables = await App.InDbAsync(db => Task.FromResult(FamilyTables.Of(db.Model)));

        var forgotten = tables
            .Where(table => !table.IsRow)
            .Select(table => table.Type.Name)
            .Except(FactsAboutHer.Told)
            .Except(FactsAboutHer.LeftOut.Keys)
            .ToList();

        Assert.Empty(forgotten);
    }

    static (IFamilyRow Row, string Word) Row(Random random, int number, AFamily family, FamilyMember father, FamilyMember child)
    {
        Guid?[] people = [family.Mother.Id, father.Id, null];
        Guid?[] subjects = [family.Mother.Id, father.Id, child.Id, null];
        var (teller, subject) = (people[random.Next(people.Length)], subjects[random.Next(subjects.Length)]);
        var word = $"woord{number:00}x";
        FamilyText text = random.Next(4) switch
        {
            0 => New<CareNote>(id =>
                new()
                {
                    FamilyId = family.Id,
                    Id = id,
                    SubjectId = subject,
                    ToldBy = teller,
                    WrittenBy = null,
                    At = ManualTime.Start.UtcDateTime,
                }
            ),
            1 => New<PracticalNeed>(id =>
                new()
                {
                    FamilyId = family.Id,
                    Id = id,
                    SubjectId = subject,
                    ToldBy = teller,
                    WrittenBy = null,
                    At = ManualTime.Start.UtcDateTime,
                }
            ),
            2 => New<SensitiveNote>(id =>
                new()
                {
                    FamilyId = family.Id,
                    Id = id,
                    SubjectId = subject,
                    ToldBy = teller,
                    WrittenBy = Everybody.Midwife.Id,
                    At = ManualTime.Start.UtcDateTime,
                }
            ),
            _ => New<StoryParagraph>(id =>
                new()
                {
                    FamilyId = family.Id,
                    Id = id,
                    SubjectId = subject,
                    ToldBy = teller,
                    WrittenBy = null,
                    At = ManualTime.Start.UtcDateTime,
                    Position = number,
                }
            ),
        };
        text.Say($"{word}, zei Mara over Bilal.", family.Seal);
        if (random.Next(2) == 0)
            text.Show(ManualTime.Start.UtcDateTime.AddDays(-1));
        return (text, word);
    }

    static TText New<TText>(Func<Guid, TText> make) => make(Nestwerk.Shared.Ids.New());

    static string Fields(Extract extract, string part) =>
        string.Join(
            '\n',
            extract
                .Parts.Where(each => each.Key == part)
                .SelectMany(each => each.Items)
                .SelectMany(item => item.Fields)
                .Select(field => field.Value)
        );

    async Task<string> TextAsync(AFamily family, Guid member) => Extracts.Json((await ExtractAsync(family, member, null))!);

    async Task<Extract?> ExtractAsync(AFamily family, Guid member, Actor? by)
    {
        using var scope = App.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<Extracts>().OfAsync(family.Id, member, null, by, Cancel);
    }
}

public sealed class ExtractOnSqlite(SqliteHost host) : ExtractTests(host), IClassFixture<SqliteHost>;

public sealed class ExtractOnPostgres(PostgresHost host) : ExtractTests(host), IClassFixture<PostgresHost>;
