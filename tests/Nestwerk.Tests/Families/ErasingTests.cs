using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Families;
using Nestwerk.Families.Rights;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families;

[Trait("Row", "R31")]
public abstract class ErasingTests(TestHost host) : WebTests(host)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_family_that_was_erased_left_no_row_but_a_tombstone_and_its_proof()
    {
        var family = await RichAsync();

        var proof = await InTransactionAsync<Erasing, ErasureProof?>(erasing =>
            erasing.FamilyAsync(family.Id, Everybody.Midwife.Id, Cancel)
        );

        Assert.Empty(await RowsAsync(family.Id));
        Assert.NotNull(proof);
        Assert.Contains(("CareNotes", 1), proof.Lines);
        Assert.Contains(("FamilyKeys", 1), proof.Lines);
        Assert.Single(
            await App.InDbAsync(db =>
                db.Set<Tombstone>().Where(stone => stone.FamilyId == family.Id && stone.MemberId == null).ToListAsync(Cancel)
            )
        );
        Assert.Single(
            await App.InDbAsync(db =>
                db.Set<AuditRow>().Where(row => row.Event == "family.erased" && row.OfFamily == family.Id).ToListAsync(Cancel)
            )
        );
    }

    [Fact]
    public async Task One_who_was_erased_takes_her_words_along_and_the_others_stay_readable_under_another_key()
    {
        var family = await RichAsync();
        var father = await FatherAsync(family);
        var before = await WrappedAsync(family.Id);

        await InTransactionAsync<Erasing, ErasureProof?>(erasing => erasing.MemberAsync(family.Id, family.Mother.Id, null, Cancel));

        Assert.NotEqual(before, await WrappedAsync(family.Id));
        Assert.DoesNotContain(await RowsAsync(family.Id), row => row is CareNote or ContactChannel or SubjectRequest);
        using var scope = App.Services.CreateScope();
        var seal = await scope.ServiceProvider.GetRequiredService<FamilyKeys>().OfAsync(family.Id, Cancel);
        var left = (FamilyMember)Assert.Single(await RowsAsync(family.Id), row => row is FamilyMember);
        Assert.Equal(father.Id, left.Id);
        Assert.Equal("Bilal", left.NameIn(seal));
    }

    [Fact]
    public async Task A_request_for_the_whole_family_takes_the_other_parent_not_along()
    {
        var family = await RichAsync();
        await FatherAsync(family);
        var child = FamilyMember.New(family.Id, Kin.Child, "Noor", family.Seal, family.Mother.Id, null, Time.Utc);
        child.KeeperId = family.Mother.Id;
        await App.AddAsync(child);
        var request = SubjectRequest.Ask(family.Mother, Right.Erasure, null, null, Time.Utc);
        await App.AddAsync(request);

        var proofs = await InTransactionAsync<RequestDoing, IReadOnlyList<ErasureProof>>(doing =>
            doing.DoAsync(request, null, null, Cancel)
        );

        Assert.Equal(new HashSet<Guid> { family.Mother.Id, child.Id }, proofs.Select(proof => proof.MemberId!.Value).ToHashSet());
        Assert.Single(await RowsAsync(family.Id), row => row is FamilyMember);
    }

    [Fact]
    public async Task The_last_one_takes_the_family_along()
    {
        var family = await AFamily.LivingAsync(App);

        var proof = await InTransactionAsync<Erasing, ErasureProof?>(erasing =>
            erasing.MemberAsync(family.Id, family.Mother.Id, null, Cancel)
        );

        Assert.Null(proof!.MemberId);
        Assert.Empty(await RowsAsync(family.Id));
    }

    [Fact]
    public async Task Whom_something_was_shared_with_is_asked_to_look_at_her_own_papers()
    {
        var family = await RichAsync();
        await App.AddAsync(family.Yes(Everybody.SocialWorker, DataClass.Care));

        await InTransactionAsync<Recipients, bool>(async recipients =>
        {
            await recipients.ErasedAsync(family.Id, null, Cancel);
            return true;
        });

        var task = await App.InDbAsync(db =>
            db.Set<Mending>().SingleAsync(each => each.OfFamily == family.Id && each.ForId == Everybody.SocialWorker.Id, Cancel)
        );
        Assert.Equal((MendingKind.Erased, DataClass.Care), (task.Kind, task.Class));
    }

    async Task<AFamily> RichAsync()
    {
        var family = await AFamily.LivingAsync(App);
        var channel = ContactChannel.New(family.Mother, ChannelKind.Mobile, family.Mother.Id, null, Time.Utc);
        channel.Reach("0470 11 22 33", null, null, family.Seal);
        var request = SubjectRequest.Ask(family.Mother, Right.Access, family.Mother.Id, null, Time.Utc);
        request.Say("Alles.", family.Seal);
        await App.AddAsync(
            family.Note("Ze slaapt slecht.", Everybody.Midwife),
            channel,
            request,
            family.Beside(Everybody.Midwife, Basis.CareTeam),
            family.No(Everybody.Volunteer.Id)
        );
        return family;
    }

    async Task<FamilyMember> FatherAsync(AFamily family)
    {
        var father = FamilyMember.New(family.Id, Kin.Father, "Bilal", family.Seal, null, null, Time.Utc);
        await App.AddAsync(father);
        return father;
    }

    Task<string> WrappedAsync(Guid family) =>
        App.InDbAsync(db => db.Set<FamilyKey>().Where(key => key.FamilyId == family).Select(key => key.Wrapped).SingleAsync(Cancel));

    async Task<List<object>> RowsAsync(Guid family)
    {
        using var scope = App.Services.CreateScope();
        var rows = await scope.ServiceProvider.GetRequiredService<FamilyTables>().RowsAsync(family, Cancel);
        return [.. rows.Select(row => row.Row.Entity)];
    }

    async Task<TAnswer> InTransactionAsync<TService, TAnswer>(Func<TService, Task<TAnswer>> work)
        where TService : notnull
    {
        using var scope = App.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        var answer = await work(scope.ServiceProvider.GetRequiredService<TService>());
        await db.SaveChangesAsync(Cancel);
        await transaction.CommitAsync(Cancel);
        return answer;
    }
}

public sealed class ErasingOnSqlite(SqliteHost host) : ErasingTests(host), IClassFixture<SqliteHost>;

public sealed class ErasingOnPostgres(PostgresHost host) : ErasingTests(host), IClassFixture<PostgresHost>;
