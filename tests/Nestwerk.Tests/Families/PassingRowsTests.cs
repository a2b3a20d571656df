using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Data;
using Nestwerk.Families;
using Nestwerk.Families.Entering;
using Nestwerk.Families.Rights;
using Nestwerk.Families.Sending;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families;

/// <summary>What only passes goes by a clock of its own, and no round is done twice.</summary>
[Trait("Row", "R31")]
public abstract class PassingRowsTests(TestHost host) : WebTests(host)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_visits_and_reminders_go_after_their_own_term_and_what_is_young_stays()
    {
        var family = await AFamily.LivingAsync(App);
        var (old, young, waiting) = (Message(family, -40, true), Message(family, -3, true), Message(family, -40, false));
        var (gone, seen) = (Visit(family, -120), Visit(family, -10));
        var (done, asked) = (Reminder(-120), Reminder(-10));
        await App.AddAsync(old, young, waiting, gone, seen, done, asked);

        var due = await DueAsync(family);
        Assert.Equal([(Term.Message, 1), (Term.Session, 1)], due.Select(each => (each.Term, each.Count)));
        foreach (var each in due)
            await ForgetAsync(each);
        await ForgetAsync(new(Term.Reminder, Guid.Empty, null, Time.Utc));

        var left = await App.InDbAsync(db => db.Set<FamilyMessage>().Where(row => row.FamilyId == family.Id).ToListAsync(Cancel));
        Assert.Equal(new HashSet<Guid> { young.Id, waiting.Id }, left.Select(row => row.Id).ToHashSet());
        Assert.Equal(
            seen.Id,
            await App.InDbAsync(db =>
                db.Set<ParentSession>().Where(row => row.FamilyId == family.Id).Select(row => row.Id).SingleAsync(Cancel)
            )
        );
        Assert.False(await App.InDbAsync(db => db.Set<AskAgain>().AnyAsync(row => row.Id == done.Id, Cancel)));
        Assert.True(await App.InDbAsync(db => db.Set<AskAgain>().AnyAsync(row => row.Id == asked.Id, Cancel)));
    }

    [Fact]
    public async Task The_dry_run_counts_them_and_says_when()
    {
        var family = await AFamily.LivingAsync(App);
        await App.AddAsync(Message(family, -40, true), Message(family, -20, true), Visit(family, -120));

        var page = await (await SignInAsync(Everybody.Officer)).GetAsync(Nestwerk.Families.Links.OfficerRetention);

        Assert.Contains("berichten", page.Main, StringComparison.Ordinal);
        Assert.Contains("bezoeken aan hun bladzijde", page.Main, StringComparison.Ordinal);
        Assert.Equal(
            3,
            await App.InDbAsync(async db =>
                await db.Set<FamilyMessage>().CountAsync(row => row.FamilyId == family.Id, Cancel)
                + await db.Set<ParentSession>().CountAsync(row => row.FamilyId == family.Id, Cancel)
            )
        );
    }

    [Fact]
    public async Task While_another_instance_does_the_work_this_one_leaves_it()
    {
        var family = await AFamily.LivingAsync(App);
        var request = SubjectRequest.Ask(family.Mother, Right.Restriction, family.Mother.Id, null, Time.Utc.AddDays(-4));
        await App.AddAsync(request);
        var services = App.Services;
        var other = new Leases(services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<WriteGate>(), Time);
        var clock = services.GetRequiredService<RightsClock>();

        Assert.True(await other.TakeAsync("rights", Cancel));
        await clock.RoundAsync(Cancel);
        Assert.Null((await KeptAsync(request)).DoneAt);
        await other.LeaveAsync("rights", Cancel);
        await clock.RoundAsync(Cancel);

        Assert.NotNull((await KeptAsync(request)).DoneAt);
        Assert.False(await other.TakeAsync("rights", Cancel));
    }

    FamilyMessage Message(AFamily family, int days, bool left)
    {
        var at = Time.Utc.AddDays(days);
        var channel = ContactChannel.New(family.Mother, ChannelKind.Mobile, family.Mother.Id, null, at);
        var row = FamilyMessage.New(channel, Nestwerk.Families.Sending.Message.SignInCode("123456"), "nl", family.Seal, at);
        if (left)
            row.Sent(at);
        return row;
    }

    ParentSession Visit(AFamily family, int days)
    {
        var at = Time.Utc.AddDays(days);
        return new()
        {
            FamilyId = family.Id,
            Id = Ids.New(),
            MemberId = family.Mother.Id,
            TokenHash = new byte[32],
            From = at,
            Until = at + ParentSession.Longest,
        };
    }

    AskAgain Reminder(int days) =>
        new()
        {
            Id = Ids.New(),
            PersonId = Everybody.Midwife.Id,
            On = Time.Today.AddDays(days),
        };

    async Task<List<Due>> DueAsync(AFamily family)
    {
        using var scope = App.Services.CreateScope();
        var due = await scope.ServiceProvider.GetRequiredService<Forgetting>().DueAsync(Cancel);
        return [.. due.Where(each => each.FamilyId == family.Id).OrderBy(each => each.Term)];
    }

    async Task ForgetAsync(Due due)
    {
        using var scope = App.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<Forgetting>().ForgetAsync(due, Cancel);
        await scope.ServiceProvider.GetRequiredService<NestwerkDb>().SaveChangesAsync(Cancel);
    }

    Task<SubjectRequest> KeptAsync(SubjectRequest request) =>
        App.InDbAsync(db => db.Set<SubjectRequest>().AsNoTracking().SingleAsync(each => each.Id == request.Id, Cancel));
}

public sealed class PassingRowsOnSqlite(SqliteHost host) : PassingRowsTests(host), IClassFixture<SqliteHost>;

public sealed class PassingRowsOnPostgres(PostgresHost host) : PassingRowsTests(host), IClassFixture<PostgresHost>;
