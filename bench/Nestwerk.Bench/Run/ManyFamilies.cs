using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Families;
using Nestwerk.Playbook;
using Nestwerk.Shared;

namespace Nestwerk.Bench.Run;

/// <summary>
/// A throw-away instance with very many families: one is begun as the product does it, the others are copies of its rows under
/// their own id, each with look-ups of its own number and address. What is sealed in a copy opens nowhere; nobody opens it here.
/// </summary>
sealed class ManyFamilies : IAsyncDisposable
{
    static readonly string[] Copied = ["FamilyKeys", "FamilyFiles", "FamilyMembers", "ContactChannels"];
    readonly string folder;
    readonly WebApplication app;

    ManyFamilies(string folder, int count)
    {
        (this.folder, Count) = (folder, count);
        app = Program.Build(
            [$"--Nestwerk:Data={Path.Combine(folder, "data")}", "--Nestwerk:Postgres=", "--urls=http://127.0.0.1:0"],
            adjust: builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddRazorPages().AddApplicationPart(typeof(ManyFamilies).Assembly);
            }
        );
    }

    public int Count { get; }
    public IServiceProvider Services => app.Services;
    public string Source => $"Data Source={Path.Combine(folder, "data", "nestwerk.db")}";

    public static string Number(int family) => (32_400_000_000_000 + family).ToString(CultureInfo.InvariantCulture);

    public static string Address(int family) => FormattableString.Invariant($"ouder{family}@post.example");

    public static async Task<ManyFamilies> MakeAsync(string work, int count, CancellationToken cancel)
    {
        var place = Path.Combine(work, "families");
        if (Directory.Exists(place))
            Directory.Delete(place, recursive: true);
        var many = new ManyFamilies(place, count);
        await many.Services.GetRequiredService<Migrator>().RunAsync(cancel);
        await many.FillAsync(cancel);
        return many;
    }

    /// <summary>From here on it answers, with the pages of the contenders beside its own.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        await Services.GetRequiredService<FirstLists>().EnsureAsync(cancel);
        await app.StartAsync(cancel);
    }

    /// <returns>A browser in which she is signed in.</returns>
    public async Task<HttpClient> SignInAsync(Guid person)
    {
        using var scope = Services.CreateScope();
        var services = scope.ServiceProvider;
        var account = await services.GetRequiredService<UserManager<IdentityUser<Guid>>>().FindByIdAsync($"{person}");
        var context = new DefaultHttpContext { RequestServices = services, Request = { Scheme = "http", Host = new("localhost") } };
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        await services.GetRequiredService<Sessions>().BeginAsync(account!, SessionClaims.SecondFactor, default);
        var cookies = context.Response.Headers.SetCookie.Select(cookie => cookie!.Split(';')[0]);
        return new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = new(app.Urls.Single()),
            DefaultRequestHeaders = { { "Cookie", string.Join("; ", cookies) } },
        };
    }

    async Task FillAsync(CancellationToken cancel)
    {
        using var scope = Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        var desk = scope.ServiceProvider.GetRequiredService<FamilyDesk>();
        var house = new Organisation { Id = Ids.New(), Name = "Huis van het Kind" };
        db.Add(house);
        var (mother, seal) = desk.Begin(house.Id, Kin.Mother, "Mirte Kersenpit", null);
        await desk.AddChannelAsync(mother, ChannelKind.Mobile, Number(0), seal, null, cancel);
        await desk.AddChannelAsync(mother, ChannelKind.Mail, Address(0), seal, null, cancel);
        await db.SaveChangesAsync(cancel);
        var secrets = scope.ServiceProvider.GetRequiredService<HouseSecrets>();
        var (phone, mail) = (await secrets.FindAsync("lookup:Phone", cancel), await secrets.FindAsync("lookup:Mail", cancel));
        await using var connection = new SqliteConnection(Source);
        await connection.OpenAsync(cancel);
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync(cancel);
        foreach (var table in Copied)
            Copy(connection, transaction, table);
        AddLookups(connection, transaction, mother, phone!, mail!);
        await transaction.CommitAsync(cancel);
        await db.Database.ExecuteSqlRawAsync("ANALYZE", cancel);
    }

    void Copy(SqliteConnection connection, SqliteTransaction transaction, string table)
    {
        using var ask = Command(connection, transaction, $"SELECT name FROM pragma_table_info('{table}') WHERE name <> 'FamilyId'");
        using var reader = ask.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add($"\"{reader.GetString(0)}\"");
        var columns = string.Join(", ", names);
        using var copy = Command(
            connection,
            transaction,
            $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Count - 1})
            INSERT INTO "{table}" (FamilyId, {columns})
            SELECT printf('00000000-0000-7000-8000-%012X', i), {columns} FROM "{table}", n
            """
        );
        copy.ExecuteNonQuery();
    }

    void AddLookups(SqliteConnection connection, SqliteTransaction transaction, FamilyMember like, byte[] phone, byte[] mail)
    {
        using var add = Command(
            connection,
            transaction,
            "INSERT INTO FamilyLookups (FamilyId, Id, MemberId, OfId, Kind, Hash) VALUES ($family, $id, $member, $member, $kind, $hash)"
        );
        foreach (var name in new[] { "$family", "$id", "$member", "$kind", "$hash" })
            add.Parameters.Add(new() { ParameterName = name });
        for (var family = 1; family < Count; family++)
        {
            Add(LookupKind.Phone, Number(family), phone);
            Add(LookupKind.Mail, Address(family), mail);

            void Add(LookupKind kind, string plain, byte[] key)
            {
                var hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(plain));
                object[] values =
                [
                    FormattableString.Invariant($"00000000-0000-7000-8000-{family:X12}"),
                    Ids.New(),
                    like.Id,
                    $"{kind}",
                    hash,
                ];
                foreach (var (place, value) in values.Index())
                    add.Parameters[place].Value = value;
                add.ExecuteNonQuery();
            }
        }
    }

    static SqliteCommand Command(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        return command;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
