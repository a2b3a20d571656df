using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Families.Sending;
using Nestwerk.Shared;
using Nestwerk.Shared.Sending;
using Nestwerk.Tests.Architecture;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families;

public abstract class QuietTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task One_act_makes_a_family_quiet_until_somebody_reopens_it_with_her()
    {
        var family = await AFamily.LivingAsync(App);
        var child = FamilyMember.New(family.Id, Kin.Unborn, "de kleine", family.Seal, null, Everybody.Midwife.Id, Now);
        await App.AddAsync(child, family.Beside(Everybody.Midwife, Basis.CareTeam));
        var midwife = await SignInAsync(Everybody.Midwife);

        var page = await midwife.GetAsync(Links.Loss(family.Id));
        var who = await page.PressAsync(
            "main form .primary",
            ("What", "PregnancyEnded"),
            ("Child", $"{child.Id}"),
            ("Words", "Zeg niets op de groep.")
        );
        var quiet = await AsksAsync(family.Id);
        var open = await (await midwife.GetAsync(Links.Reopen(family.Id))).PressAsync("main form .primary");

        Assert.Contains("Het is stil, vanaf nu.", who.Main);
        Assert.Equal((true, true, 0), quiet);
        Assert.NotNull(await App.InDbAsync(db => Members(db).Where(each => each.Id == child.Id).Select(each => each.LeftAt).SingleAsync()));
        Assert.Contains("Het gaat weer open.", open.Main);
        Assert.Equal((false, false, 1), await AsksAsync(family.Id));
    }

    [Fact]
    public async Task The_words_are_sealed_and_nothing_says_what_happened_on_other_pages()
    {
        var family = await AFamily.LivingAsync(App);
        await App.AddAsync(family.Beside(Everybody.Midwife, Basis.CareTeam));
        var midwife = await SignInAsync(Everybody.Midwife);
        await (await midwife.GetAsync(Links.Loss(family.Id))).PressAsync(
            "main form .primary",
            ("What", "BabyDied"),
            ("Words", "Hij heette Noor.")
        );

        var who = await midwife.GetAsync(Links.Who(family.Id));
        var row = await App.InDbAsync(db => db.Set<Quiet>().SingleAsync(each => each.FamilyId == family.Id));

        Assert.DoesNotContain("gestorven", who.Text);
        Assert.DoesNotContain("Noor", System.Text.Encoding.UTF8.GetString(row.Words!.Box));
        Assert.Equal((Loss.BabyDied, "Hij heette Noor."), (row.KindIn(family.Seal), row.WordsIn(family.Seal)));
    }

    /// <summary>Grows by itself with everything that is registered to run, to remind, to ask or to send.</summary>
    [Fact]
    public void Everything_that_comes_by_itself_says_so_and_leaves_quiet_families_alone()
    {
        using var scope = App.Services.CreateScope();
        var running = App.Services.GetServices<IHostedService>().Select(each => Scheduled.SpeakerOf(each.GetType(), scope.ServiceProvider));
        var asking = scope.ServiceProvider.GetServices<IAttention>().Select(each => each.GetType());
        var declared = typeof(Program).Assembly.GetTypes().Where(Scheduled.IsDeclared).Where(type => !type.IsGenericTypeDefinition);

        Architecture.Verdict.Clean(Scheduled.Wrong(running.Concat(asking).Concat(declared).Where(Scheduled.IsOurs).Distinct()));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void No_message_leaves_for_a_quiet_family_but_the_code_she_asked_for_herself(MessageTemplate template)
    {
        var her = new ContactView
        {
            Kind = ChannelKind.Mobile,
            State = template == MessageTemplate.ConfirmNumber ? ChannelState.Stale : ChannelState.Confirmed,
            Time = new(10, 0),
            Left = TimeSpan.FromHours(5),
        };

        Assert.Equal(Nestwerk.Families.Sending.Verdict.Send, ContactRules.Decide(template, her).Verdict);
        Assert.Equal(
            template == MessageTemplate.SignInCode ? Nestwerk.Families.Sending.Verdict.Send : Nestwerk.Families.Sending.Verdict.Nothing,
            ContactRules.Decide(template, her with { IsQuiet = true }).Verdict
        );
    }

    public static TheoryData<MessageTemplate> Templates => [.. Enum.GetValues<MessageTemplate>()];

    async Task<(bool Quiet, bool Among, int Left)> AsksAsync(Guid family)
    {
        using var scope = App.Services.CreateScope();
        var quiet = scope.ServiceProvider.GetRequiredService<QuietFamilies>();
        var db = scope.ServiceProvider.GetRequiredService<Nestwerk.Data.NestwerkDb>();
        return (
            await quiet.IsQuietAsync(family, CancellationToken.None),
            (await quiet.AmongAsync([family], CancellationToken.None)).Contains(family),
            await quiet.Filter(db.Set<FamilyKey>()).CountAsync(key => key.FamilyId == family)
        );
    }

    static IQueryable<FamilyMember> Members(Nestwerk.Data.NestwerkDb db) => db.Set<FamilyMember>();

    DateTime Now => Time.GetUtcNow().UtcDateTime;
}

public sealed class QuietOnSqlite(SqliteHost host) : QuietTests(host), IClassFixture<SqliteHost>;

public sealed class QuietOnPostgres(PostgresHost host) : QuietTests(host), IClassFixture<PostgresHost>;

public sealed class ScheduledTests
{
    [Fact]
    public void What_says_nothing_and_what_never_asks_are_found() =>
        Assert.Equal(
            [
                "Silent does not say whether it touches families",
                "Careless says it leaves quiet families alone and never asks which those are",
            ],
            Scheduled.Wrong([typeof(Silent), typeof(Careless), typeof(Careful), typeof(Elsewhere)])
        );

    sealed class Silent;

    [ByItself(Touches.FamiliesUnlessQuiet)]
    sealed class Careless;

    [ByItself(Touches.FamiliesUnlessQuiet)]
    sealed class Careful(QuietFamilies quiet)
    {
        public Task<bool> MaySendAsync(Guid family) => quiet.IsQuietAsync(family, CancellationToken.None);
    }

    [ByItself(Touches.NoFamily)]
    sealed class Elsewhere;
}

/// <summary>What must hold of everything that runs, reminds or sends without anybody asking.</summary>
static class Scheduled
{
    public static bool IsOurs(Type type) => type.Assembly == typeof(Program).Assembly;

    public static bool IsDeclared(Type type) => Said(type) is not null;

    /// <summary>A sender sends whatever it is given: whoever says what may leave speaks for it.</summary>
    public static Type SpeakerOf(Type type, IServiceProvider services) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(SendingRounds<>)
            ? services.GetRequiredService(typeof(IPost<>).MakeGenericType(type.GetGenericArguments())).GetType()
            : type;

    public static IEnumerable<string> Wrong(IEnumerable<Type> types) =>
        from type in types
        let said = Said(type)
        let wrong = said is null ? "does not say whether it touches families"
        : said.Touches == Touches.FamiliesUnlessQuiet && !Asks(type) ? "says it leaves quiet families alone and never asks which those are"
        : null
        where wrong is not null
        select $"{type.Name} {wrong}";

    /// <summary>It asks itself, or through something that it uses.</summary>
    static bool Asks(Type type) =>
        Used(type).Contains(typeof(QuietFamilies)) || Used(type).Where(IsOurs).Any(used => Used(used).Contains(typeof(QuietFamilies)));

    static HashSet<Type> Used(Type type) => [.. References.Of(type)];

    static ByItselfAttribute? Said(Type type) =>
        (ByItselfAttribute?)type.GetCustomAttributes(typeof(ByItselfAttribute), inherit: false).SingleOrDefault();
}
