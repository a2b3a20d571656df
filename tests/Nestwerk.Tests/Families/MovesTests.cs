using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Families;
using Nestwerk.Shared;
using Nestwerk.Tests.Architecture;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families;

public abstract class MovesTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task A_small_file_goes_to_the_family_it_belongs_to_with_everything_in_it()
    {
        var (known, small) = (await AFamily.LivingAsync(App), await AFamily.LivingAsync(App, "Maartje"));
        var note = small.Note("Komt graag op donderdag.", Everybody.Facilitator);
        await App.AddAsync(known.Beside(Everybody.Midwife, Basis.CareTeam), small.Beside(Everybody.Midwife, Basis.CareTeam));
        await App.AddAsync(note, small.Beside(Everybody.Facilitator, Basis.Enrolment), small.No(Everybody.SocialWorker.Id));
        var midwife = await SignInAsync(Everybody.Midwife);

        var page = await midwife.GetAsync(Links.Join(known.Id));
        var who = await page.PressAsync(
            "main form .primary",
            ("Other", $"{small.Mother.Id}"),
            ("Same", $"{known.Mother.Id}"),
            ("How", "Spoken")
        );

        Assert.Contains("Het is nu één gezin.", who.Main);
        var moved = await RowAsync<CareNote>(known.Id, note.Id);
        Assert.Equal("Komt graag op donderdag.", moved.TextIn(known.Seal));
        Assert.Equal((known.Mother.Id, known.Mother.Id), (moved.SubjectId, moved.ToldBy));
        Assert.Equal(0, await LeftAsync(small.Id));
        var group = (await RowsAsync<Relation>(known.Id)).Single(each => each.HolderId == Everybody.Facilitator.Id);
        Assert.Equal(known.Mother.Id, group.MemberId);
        Assert.Single(await RowsAsync<Exclusion>(known.Id), each => each.MemberId == known.Mother.Id);
        Assert.Equal(small.Id, Assert.Single(await RowsAsync<FamilyMove>(known.Id)).OtherFamilyId);
        Assert.Equal(known.Id, Assert.Single(await RowsAsync<FamilyMove>(small.Id)).OtherFamilyId);
    }

    [Fact]
    public async Task A_parent_who_goes_takes_what_she_told_and_leaves_what_the_other_told()
    {
        var family = await AFamily.LivingAsync(App);
        var father = FamilyMember.New(family.Id, Kin.Father, "Joris", family.Seal, null, null, Now);
        var child = FamilyMember.New(family.Id, Kin.Child, "Fien", family.Seal, null, Everybody.Midwife.Id, Now);
        var (hers, his) = (family.Note("Zij vertelde dit.", Everybody.Midwife), Told(family, father, "Hij vertelde dat."));
        await App.AddAsync(
            father,
            child,
            hers,
            his,
            family.Beside(Everybody.Midwife, Basis.CareTeam),
            family.Beside(Everybody.SocialWorker, Basis.CareTeam)
        );
        await App.AddAsync(family.Yes(Everybody.SocialWorker, DataClass.Care), family.No(Place.Liege.Id));
        var midwife = await SignInAsync(Everybody.Midwife);

        var page = await midwife.GetAsync(Links.Split(family.Id));
        var who = await page.PressAsync("main form .primary", ("Leaver", $"{family.Mother.Id}"), ("How", "Spoken"));

        var apart = Guid.Parse(who.Path.Split('/')[2]);
        var seal = await SealAsync(apart);
        Assert.Equal("Zij vertelde dit.", (await RowAsync<CareNote>(apart, hers.Id)).TextIn(seal));
        Assert.Equal("Mara", (await RowAsync<FamilyMember>(apart, family.Mother.Id)).NameIn(seal));
        Assert.Equal("Fien", (await RowAsync<FamilyMember>(apart, child.Id)).NameIn(seal));
        Assert.Equal([his.Id], (await RowsAsync<CareNote>(family.Id)).Select(each => each.Id));
        Assert.Equal(new[] { father.Id, child.Id }.Order(), (await RowsAsync<FamilyMember>(family.Id)).Select(each => each.Id).Order());
        Assert.Equal([Everybody.Midwife.Id], (await RowsAsync<Relation>(apart)).Select(each => each.HolderId));
        Assert.Equal((1, 0), ((await RowsAsync<Consent>(apart)).Count, (await RowsAsync<Consent>(family.Id)).Count));
        Assert.Single(await RowsAsync<Exclusion>(apart));
        Assert.Equal(MoveKind.Split, Assert.Single(await RowsAsync<FamilyMove>(apart)).Kind);
    }

    /// <summary>Grows by itself with every table that is keyed by a family.</summary>
    [Fact]
    public async Task Every_table_of_a_family_says_which_way_its_rows_go()
    {
        var model = await App.InDbAsync(db => Task.FromResult(db.Model));

        Verdict.Clean(
            MoveRules.Tables(model).Where(table => MoveRules.HowOf(table) is null).Select(table => $"{table.ClrType.Name} does not say")
        );
        Verdict.Clean(Unmovable(model));
    }

    /// <summary>Rows are made anew with another family and sealed anew under the name of their table: both must be possible.</summary>
    static IEnumerable<string> Unmovable(IModel model) =>
        from table in MoveRules.Tables(model)
        where MoveRules.HowOf(table) != Splitting.Stays
        let key = table.FindPrimaryKey()!.Properties.Select(property => property.Name).ToList()
        from wrong in new[]
        {
            key is not ["FamilyId", "Id"] ? $"{table.ClrType.Name} is keyed by {string.Join(", ", key)}" : null,
            table.GetForeignKeys().Any(to => to.PrincipalEntityType.FindProperty("FamilyId") is not null)
                ? $"{table.ClrType.Name} is tied to another row of the family"
                : null,
        }
        where wrong is not null
        select wrong;

    static CareNote Told(AFamily family, FamilyMember by, string text)
    {
        var note = new CareNote
        {
            FamilyId = family.Id,
            Id = Ids.New(),
            SubjectId = by.Id,
            ToldBy = by.Id,
            WrittenBy = Everybody.Midwife.Id,
            At = ManualTime.Start.UtcDateTime,
        };
        note.Say(text, family.Seal);
        return note;
    }

    DateTime Now => Time.GetUtcNow().UtcDateTime;

    Task<List<TRow>> RowsAsync<TRow>(Guid family)
        where TRow : class => App.InDbAsync(db => db.Set<TRow>().Where(row => EF.Property<Guid>(row, "FamilyId") == family).ToListAsync());

    Task<TRow> RowAsync<TRow>(Guid family, Guid id)
        where TRow : class =>
        App.InDbAsync(db =>
            db.Set<TRow>().SingleAsync(row => EF.Property<Guid>(row, "FamilyId") == family && EF.Property<Guid>(row, "Id") == id)
        );

    async Task<FamilySeal> SealAsync(Guid family)
    {
        using var scope = App.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<FamilyKeys>().OfAsync(family, CancellationToken.None);
    }

    /// <summary>What is still kept under this family, apart from where it went.</summary>
    Task<int> LeftAsync(Guid family) =>
        App.InDbAsync(async db =>
        {
            var left =
                await db.Set<FamilyKey>().CountAsync(key => key.FamilyId == family)
                + await db.Set<FamilyFile>().CountAsync(file => file.FamilyId == family);
            foreach (var table in MoveRules.Tables(db.Model).Where(table => MoveRules.HowOf(table) != Splitting.Stays).ToList())
                left += await CountAsync(db, table.ClrType, family);
            return left;
        });

    static Task<int> CountAsync(NestwerkDb db, Type table, Guid family) =>
        (Task<int>)
            typeof(MovesTests)
                .GetMethod(nameof(CountOfAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                .MakeGenericMethod(table)
                .Invoke(null, [db, family])!;

    static Task<int> CountOfAsync<TRow>(NestwerkDb db, Guid family)
        where TRow : class => db.Set<TRow>().CountAsync(row => EF.Property<Guid>(row, "FamilyId") == family);
}

public sealed class MovesOnSqlite(SqliteHost host) : MovesTests(host), IClassFixture<SqliteHost>;

public sealed class MovesOnPostgres(PostgresHost host) : MovesTests(host), IClassFixture<PostgresHost>;
