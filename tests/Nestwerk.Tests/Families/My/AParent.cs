using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Families;
using Nestwerk.Families.Entering;
using Nestwerk.Families.Sending;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families.My;

/// <summary>What a parent does at the door and on her own page.</summary>
static class AParent
{
    public const string Pin = "482913";
    static int numbers = 470_000_000;

    /// <summary>A number nobody had before in this run.</summary>
    public static string NewNumber() => $"0{Interlocked.Increment(ref numbers)}";

    /// <summary>Her number, said by her to a worker, unless a test says otherwise.</summary>
    public static Task<ContactChannel> WithNumberAsync(
        this AFamily family,
        NestwerkApp app,
        string number,
        bool confirmed = true,
        FamilyMember? of = null
    ) =>
        app.InDbAsync(
            async (db, services) =>
            {
                var desk = services.GetRequiredService<FamilyDesk>();
                var channel = await desk.AddChannelAsync(
                    of ?? family.Mother,
                    ChannelKind.Mobile,
                    number,
                    family.Seal,
                    null,
                    CancellationToken.None
                );
                if (confirmed)
                    channel.Confirm(Confirmation.Spoken, Everybody.Midwife.Id, app.Time.Utc);
                await db.SaveChangesAsync();
                return channel;
            }
        );

    public static Task WithPinAsync(this AFamily family, NestwerkApp app, string pin = Pin, FamilyMember? of = null) =>
        app.InDbAsync(
            async (db, services) =>
            {
                await services
                    .GetRequiredService<Pins>()
                    .MakeAsync(family.Id, (of ?? family.Mother).Id, pin, Everybody.Midwife.Id, CancellationToken.None);
                return await db.SaveChangesAsync();
            }
        );

    /// <summary>Another grown-up or a child in the same file.</summary>
    public static Task<FamilyMember> WithAsync(this AFamily family, NestwerkApp app, Kin kin, string name) =>
        app.InDbAsync(
            async (db, _) =>
            {
                var member = FamilyMember.New(family.Id, kin, name, family.Seal, null, null, app.Time.Utc);
                db.Add(member);
                await db.SaveChangesAsync();
                return member;
            }
        );

    /// <summary>Types a number at the door.</summary>
    public static async Task<Page> AskAsync(this Browser her, string number) =>
        await (await her.GetAsync(Links.My)).PressAsync("main form", ("To", number));

    /// <summary>Number, code and PIN.</summary>
    public static async Task<Page> EnterAsync(this Browser her, NestwerkApp app, string number, string pin = Pin)
    {
        var asked = await her.AskAsync(number);
        var proved = await asked.PressAsync("main form", ("Typed", await app.LastCodeAsync()));
        return await proved.PressAsync("main form", ("Typed", pin));
    }

    /// <summary>Sends what is waited for, and opens the last code that lies ready to leave; null when there is none.</summary>
    public static async Task<string?> LastCodeAsync(this NestwerkApp app)
    {
        await app.Services.GetRequiredService<CodeSender>().RunAsync(CancellationToken.None);
        return await app.InDbAsync(
            async (db, services) =>
            {
                var last = (await Codes(db).ToListAsync()).MaxBy(row => row.Id);
                return last?.CodeIn(await services.GetRequiredService<FamilyKeys>().OfAsync(last.FamilyId, CancellationToken.None));
            }
        );
    }

    /// <summary>How many codes were sent so far.</summary>
    public static async Task<int> CodesAsync(this NestwerkApp app)
    {
        await app.Services.GetRequiredService<CodeSender>().RunAsync(CancellationToken.None);
        return await app.InDbAsync(db => Codes(db).CountAsync());
    }

    static IQueryable<FamilyMessage> Codes(NestwerkDb db) =>
        db.Set<FamilyMessage>().AsNoTracking().Where(row => row.Template == MessageTemplate.SignInCode);

    /// <summary>Chooses the language of her pages.</summary>
    public static Browser Speaks(this Browser her, string language)
    {
        her.Keep($"{Nestwerk.Families.Tongues.P.Cookie}={language}; path=/");
        return her;
    }

    /// <summary>The mother is a person about whom the wrong one must learn nothing.</summary>
    public static Protection Protected(this AFamily family) =>
        new()
        {
            FamilyId = family.Id,
            Id = Ids.New(),
            MemberId = family.Mother.Id,
            PlacedBy = Everybody.Midwife.Id,
            From = ManualTime.Start.UtcDateTime.AddDays(-1),
            Alias = new([0]),
            CodeWord = new([0]),
        };

    public static async Task<TAnswer> InDbAsync<TAnswer>(this NestwerkApp app, Func<NestwerkDb, IServiceProvider, Task<TAnswer>> work)
    {
        using var scope = app.Services.CreateScope();
        return await work(scope.ServiceProvider.GetRequiredService<NestwerkDb>(), scope.ServiceProvider);
    }
}
