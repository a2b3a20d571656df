using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families;

/// <summary>What a yes must hold: who, when, how, in which language, which text; and taking it back is as easy as giving it.</summary>
[Trait("Row", "R29")]
public abstract class ConsentFactsTests(TestHost host) : WebTests(host)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_yes_opens_at_once_what_it_names_and_nothing_beside_it()
    {
        var (family, note) = await SharedAsync();
        await App.AddAsync(family.Yes(Everybody.SocialWorker, DataClass.Care));

        Assert.True(await ReadsAsync<CareNote>(note.Id));
        Assert.False(await ReadsAsync<CareNote>(note.Id, Purpose.Refer));
    }

    [Fact]
    public async Task It_is_taken_back_by_one_verb_dated_and_closes_at_once()
    {
        var (family, note) = await SharedAsync();
        var yes = family.Yes(Everybody.SocialWorker, DataClass.Care);
        await App.AddAsync(yes);
        Assert.True(await ReadsAsync<CareNote>(note.Id));

        await ChangeAsync(yes, each => each.Withdraw(family.Mother.Id, Time.Utc));

        Assert.False(await ReadsAsync<CareNote>(note.Id));
        var kept = await KeptAsync(yes);
        Assert.Equal((family.Mother.Id, Time.Utc, Time.Utc), (kept.WithdrawnBy, kept.WithdrawnAt, kept.Until));
    }

    [Fact]
    public async Task It_says_how_it_was_asked_and_keeps_saying_it_after_it_was_taken_back()
    {
        var (family, _) = await SharedAsync();
        var yes = family.Yes(Everybody.SocialWorker, DataClass.Care);
        await App.AddAsync(yes);

        await ChangeAsync(yes, each => each.Withdraw(family.Mother.Id, Time.Utc));

        var kept = await KeptAsync(yes);
        Assert.Equal((Evidence.Spoken, "nl", "1"), (kept.Evidence, kept.Language, kept.TextVersion));
        Assert.Equal((family.Mother.Id, Everybody.SocialWorker.Id), (kept.GivenBy, kept.AskedBy));
    }

    [Fact]
    public async Task Taking_it_back_twice_keeps_the_first_date()
    {
        var (family, _) = await SharedAsync();
        var yes = family.Yes(Everybody.SocialWorker, DataClass.Care);
        await App.AddAsync(yes);
        var first = Time.Utc;

        await ChangeAsync(yes, each => each.Withdraw(family.Mother.Id, first));
        await ChangeAsync(yes, each => each.Withdraw(Everybody.Midwife.Id, first.AddDays(1)));

        Assert.Equal(first, (await KeptAsync(yes)).WithdrawnAt);
    }

    [Fact]
    public async Task A_yes_until_a_day_closes_on_that_day_by_itself()
    {
        var (family, note) = await SharedAsync();
        await App.AddAsync(family.Yes(Everybody.SocialWorker, DataClass.Care).Lasting(Time.Utc.AddMinutes(5)));
        Assert.True(await ReadsAsync<CareNote>(note.Id));

        Time.Advance(TimeSpan.FromMinutes(5));

        Assert.False(await ReadsAsync<CareNote>(note.Id));
    }

    async Task<(AFamily, CareNote)> SharedAsync()
    {
        var family = await AFamily.LivingAsync(App);
        var note = family.Note("Ze slaapt slecht.", Everybody.Midwife);
        await App.AddAsync(note, family.Beside(Everybody.SocialWorker, Basis.CareTeam));
        return (family, note);
    }

    async Task<bool> ReadsAsync<TRow>(Guid id, Purpose purpose = Purpose.CoordinateTrajectory)
        where TRow : class, IFamilyRow
    {
        var actor = await Everybody.SocialWorker.ActorAsync(App);
        using var scope = App.Services.CreateScope();
        return await scope
            .ServiceProvider.GetRequiredService<FamilyScope>()
            .Of<TRow>(actor, Act.Read, purpose)
            .AnyAsync(row => row.Id == id, Cancel);
    }

    Task<int> ChangeAsync(Consent which, Action<Consent> change) =>
        App.InDbAsync(async db =>
        {
            change(await db.Set<Consent>().SingleAsync(each => each.Id == which.Id, Cancel));
            return await db.SaveChangesAsync(Cancel);
        });

    Task<Consent> KeptAsync(Consent which) => App.InDbAsync(db => db.Set<Consent>().SingleAsync(each => each.Id == which.Id, Cancel));
}

public sealed class ConsentFactsOnSqlite(SqliteHost host) : ConsentFactsTests(host), IClassFixture<SqliteHost>;

public sealed class ConsentFactsOnPostgres(PostgresHost host) : ConsentFactsTests(host), IClassFixture<PostgresHost>;
