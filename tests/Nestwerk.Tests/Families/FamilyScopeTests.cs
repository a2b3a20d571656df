using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families;

public abstract class FamilyScopeTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task A_midwife_in_the_care_team_reads_her_family_and_no_other()
    {
        var (hers, other) = (await AFamily.LivingAsync(App, "Mara"), await AFamily.LivingAsync(App, "Noa"));
        await App.AddAsync(hers.Beside(Everybody.Midwife, Basis.CareTeam));

        var seen = await SeenByAsync<FamilyMember>(Everybody.Midwife);

        Assert.Contains(hers.Mother.Id, seen);
        Assert.DoesNotContain(other.Mother.Id, seen);
    }

    [Fact]
    public async Task A_note_of_another_opens_with_consent_and_closes_with_an_exclusion()
    {
        var family = await AFamily.LivingAsync(App);
        var note = family.Note("Ze slaapt slecht.", Everybody.Midwife);
        await App.AddAsync(note, family.Beside(Everybody.SocialWorker, Basis.CareTeam));

        var before = await SeenByAsync<CareNote>(Everybody.SocialWorker);
        await App.AddAsync(family.Yes(Everybody.SocialWorker, DataClass.Care));
        var after = await SeenByAsync<CareNote>(Everybody.SocialWorker);
        await App.AddAsync(family.No(Place.Lede.Id));
        var shutOut = await SeenByAsync<CareNote>(Everybody.SocialWorker);

        Assert.DoesNotContain(note.Id, before);
        Assert.Contains(note.Id, after);
        Assert.DoesNotContain(note.Id, shutOut);
    }

    [Fact]
    public async Task A_parent_sees_what_she_told()
    {
        var family = await AFamily.LivingAsync(App);
        var note = family.Note("Ze slaapt slecht.", Everybody.Midwife);
        await App.AddAsync(note);
        var her = Actor.Nobody with { PersonId = family.Mother.Id, SecondFactor = true, Parent = new(family.Id, family.Mother.Id, []) };

        Assert.Equal([note.Id], await SeenByAsync<CareNote>(her));
    }

    async Task<List<Guid>> SeenByAsync<TRow>(Inhabitant who)
        where TRow : class, IFamilyRow => await SeenByAsync<TRow>(await who.ActorAsync(App));

    async Task<List<Guid>> SeenByAsync<TRow>(Actor actor)
        where TRow : class, IFamilyRow
    {
        using var scope = App.Services.CreateScope();
        var rows = scope.ServiceProvider.GetRequiredService<FamilyScope>().Of<TRow>(actor, Act.Read, Purpose.CoordinateTrajectory);
        return await rows.Select(row => row.Id).ToListAsync();
    }
}

public sealed class FamilyScopeOnSqlite(SqliteHost host) : FamilyScopeTests(host), IClassFixture<SqliteHost>;

public sealed class FamilyScopeOnPostgres(PostgresHost host) : FamilyScopeTests(host), IClassFixture<PostgresHost>;
