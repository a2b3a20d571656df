using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Cli.Keeping;
using Nestwerk.Data;
using Nestwerk.Families;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.Reliability;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families;

[Trait("Row", "R32")]
public abstract class FamilyKeysTests(TestHost host) : WebTests(host)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_value_opens_in_its_own_family_column_and_row_only()
    {
        var (one, two) = (await AFamily.LivingAsync(App), await AFamily.LivingAsync(App));
        var row = Ids.New();
        var value = one.Seal.Seal("Mara", "FamilyMember.Name", row);

        Assert.Equal("Mara", one.Seal.Open(value, "FamilyMember.Name", row));
        Assert.ThrowsAny<CryptographicException>(() => one.Seal.Open(value, "FamilyMember.Name", Ids.New()));
        Assert.ThrowsAny<CryptographicException>(() => one.Seal.Open(value, "CareNote.Text", row));
        Assert.ThrowsAny<CryptographicException>(() => two.Seal.Open(value, "FamilyMember.Name", row));
    }

    [Fact]
    public async Task The_key_of_one_family_does_not_open_another_family_when_they_are_swapped()
    {
        var (one, two) = (await AFamily.LivingAsync(App), await AFamily.LivingAsync(App));
        var wrapped = await App.InDbAsync(db =>
            db.Set<FamilyKey>().Where(key => key.FamilyId == two.Id).Select(key => key.Wrapped).SingleAsync(Cancel)
        );
        await App.InDbAsync(db =>
            db.Set<FamilyKey>()
                .Where(key => key.FamilyId == one.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(key => key.Wrapped, wrapped), Cancel)
        );

        await Assert.ThrowsAnyAsync<CryptographicException>(() => OpenAsync(App, one.Id));
    }

    [Fact]
    public async Task Without_the_key_of_the_house_or_with_another_nothing_opens()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var family = await AFamily.LivingAsync(app);
        var ring = app.Services.GetRequiredService<KeyRing>();
        var id = ring.Newest().Id;
        var file = Path.Combine(app.Services.GetRequiredService<NestwerkOptions>().KeysFolder, "sealing", id + ".key");

        ring.Destroy(id);
        await Assert.ThrowsAnyAsync<CryptographicException>(() => OpenAsync(app, family.Id));
        await File.WriteAllBytesAsync(file, RandomNumberGenerator.GetBytes(KeyRing.KeySize), Cancel);
        await Assert.ThrowsAnyAsync<CryptographicException>(() => OpenAsync(app, family.Id));
    }

    [Fact]
    public async Task All_families_open_after_a_rotation_under_which_others_go_on_reading()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var many = LongForm.Times(60, 100_000);
        var ids = await ManyAsync(app, many);
        using var stop = new CancellationTokenSource();
        var reading = ReadOnAsync(app, ids, stop.Token);

        using (var scope = app.Services.CreateScope())
        {
            var rotated = await scope.ServiceProvider.GetRequiredService<Rotation>().RunAsync(Cancel);
            Assert.True(rotated.Moved >= many);
        }
        await stop.CancelAsync();

        Assert.True(await reading > 0);
        Assert.All(await OpenManyAsync(app, ids), name => Assert.Equal("Mara", name));
        Assert.Equal(0, await SameNoncesAsync(app, ids));
        LongForm.Report($"R32: {many} families rotated while others read, all open after, every nonce once");
    }

    static async Task<List<Guid>> ManyAsync(NestwerkApp app, int many)
    {
        var ids = new List<Guid>();
        foreach (var chunk in Enumerable.Range(0, many).Chunk(500))
        {
            using var scope = app.Services.CreateScope();
            var desk = scope.ServiceProvider.GetRequiredService<FamilyDesk>();
            ids.AddRange(chunk.Select(_ => desk.Begin(Place.Ninove.Id, Kin.Mother, "Mara", null).Person.FamilyId));
            await scope.ServiceProvider.GetRequiredService<NestwerkDb>().SaveChangesAsync(Cancel);
        }
        return ids;
    }

    static async Task<int> ReadOnAsync(NestwerkApp app, List<Guid> ids, CancellationToken stop)
    {
        var read = 0;
        do
        {
            await Task.Yield(); // SQLite answers at once, and the rotation would never begin
            await OpenAsync(app, ids[read % ids.Count]);
            read++;
        } while (!stop.IsCancellationRequested);
        return read;
    }

    static async Task<FamilySeal> OpenAsync(NestwerkApp app, Guid family)
    {
        using var scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<FamilyKeys>().OfAsync(family, Cancel);
    }

    static async Task<List<string>> OpenManyAsync(NestwerkApp app, List<Guid> ids)
    {
        using var scope = app.Services.CreateScope();
        var keys = scope.ServiceProvider.GetRequiredService<FamilyKeys>();
        var members = await scope
            .ServiceProvider.GetRequiredService<FamilyScope>()
            .For<FamilyMember>(Job.Rights)
            .AsNoTracking()
            .ToListAsync(Cancel);
        var names = new List<string>();
        foreach (var chunk in members.Chunk(500))
        {
            var seals = await keys.OfAsync([.. chunk.Select(member => member.FamilyId)], Cancel);
            names.AddRange(chunk.Select(member => member.NameIn(seals[member.FamilyId])));
        }
        return names;
    }

    static async Task<int> SameNoncesAsync(NestwerkApp app, List<Guid> ids)
    {
        using var scope = app.Services.CreateScope();
        var members = await scope
            .ServiceProvider.GetRequiredService<FamilyScope>()
            .For<FamilyMember>(Job.Rights)
            .AsNoTracking()
            .ToListAsync(Cancel);
        var nonces = members.Select(member => Convert.ToHexString(member.Name.Box.AsSpan(0, 12))).ToList();
        Assert.True(nonces.Count >= ids.Count);
        return nonces.Count - nonces.Distinct(StringComparer.Ordinal).Count();
    }
}

public sealed class FamilyKeysOnSqlite(SqliteHost host) : FamilyKeysTests(host), IClassFixture<SqliteHost>;

public sealed class FamilyKeysOnPostgres(PostgresHost host) : FamilyKeysTests(host), IClassFixture<PostgresHost>;
