using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families.My;

/// <summary>Her story on her own page: she writes it, and says who reads which part.</summary>
public abstract class MyStoryTests(TestHost host) : ParentTests(host)
{
    const string Words = "Ik slaap slecht. Mijn zus helpt mij.";

    [Fact, Trait("Row", "C9")]
    public async Task Nobody_reads_a_part_until_she_says_so_and_nobody_after_she_stops()
    {
        var (family, her) = await InsideAsync();
        await Here.AddAsync(family.Beside(Everybody.Midwife, Basis.CareTeam), family.Beside(Everybody.SocialWorker, Basis.CareTeam));

        var told = await (await her.GetAsync(Links.MyStory)).PressAsync("main form[action='/my/story']", ("Words", Words));
        var alone = await ReadByAsync(Everybody.Midwife);
        var shared = await told.PressAsync($"form[action$=Let] button[value='{Everybody.Midwife.Id}']");
        var (read, other) = (await ReadByAsync(Everybody.Midwife), await ReadByAsync(Everybody.SocialWorker));
        var stopped = await shared.PressAsync("form[action$=Stop] button");

        Assert.Contains(Words, told.Main);
        Assert.Empty(alone);
        Assert.Single(read);
        Assert.Empty(other);
        Assert.Contains("Kaat Willems mag dit lezen.", shared.Main);
        Assert.Contains("Alleen jij leest dit.", stopped.Main);
        Assert.Empty(await ReadByAsync(Everybody.Midwife));
    }

    [Fact]
    public async Task What_she_writes_anew_is_read_by_the_same_people_and_the_old_words_by_nobody()
    {
        var (family, her) = await InsideAsync();
        await Here.AddAsync(family.Beside(Everybody.Midwife, Basis.CareTeam));
        var told = await (await her.GetAsync(Links.MyStory)).PressAsync("main form[action='/my/story']", ("Words", Words));
        var shared = await told.PressAsync($"form[action$=Let] button[value='{Everybody.Midwife.Id}']");

        var anew = await shared.PressAsync("form[action$=Change]", ("Words1", "Nu slaap ik beter."));
        var read = await ReadByAsync(Everybody.Midwife);
        var gone = await anew.PressAsync("form[action$=Remove]");

        Assert.Contains("Nu slaap ik beter.", anew.Main);
        Assert.DoesNotContain(Words, anew.Main);
        Assert.DoesNotContain("Nu leest alleen jij", anew.Main);
        Assert.Equal("Nu slaap ik beter.", Assert.Single(read).TextIn(family.Seal));
        Assert.DoesNotContain("Nu slaap ik beter.", gone.Main);
        Assert.Empty(await ReadByAsync(Everybody.Midwife));
    }

    [Fact]
    public async Task She_sees_that_who_wrote_it_down_reads_it_and_can_end_that()
    {
        var (family, her) = await InsideAsync();
        await Here.AddAsync(family.Beside(Everybody.Midwife, Basis.CareTeam));
        await (await (await Here.SignInAsync(Everybody.Midwife)).GetAsync(Links.Story(family.Id))).PressAsync(
            "main form",
            ("Input.Text", Words)
        );

        var page = await her.GetAsync(Links.MyStory);
        var anew = await page.PressAsync("form[action$=Change]", ("Words1", "Nu slaap ik beter."));

        Assert.Contains("Kaat Willems schreef dit met jou op en kan het lezen.", page.Main);
        Assert.DoesNotContain("Alleen jij leest dit.", page.Main);
        Assert.Empty(page.FindAll($"form[action$=Let] button[value='{Everybody.Midwife.Id}']"));
        Assert.Contains("Alleen jij leest dit.", anew.Main);
        Assert.Empty(await ReadByAsync(Everybody.Midwife));
    }

    [Fact, Trait("Row", "C8")]
    public async Task Nothing_has_to_be_written_and_what_is_too_long_stays_in_the_field()
    {
        var (_, her) = await InsideAsync();
        var page = await her.GetAsync(Links.MyStory);

        var empty = await page.PressAsync("main form[action='/my/story']", ("Words", " "));
        var longer = await page.PressAsync("main form[action='/my/story']", ("Words", new string('a', 4001)));

        Assert.Contains("Later mag ook", page.Main);
        Assert.Contains("of laat het zo", empty.Main);
        Assert.Contains("aaaa", longer.Find("#Words").TextContent);
    }

    [Fact]
    public async Task His_story_is_not_on_her_page_and_not_hers_to_change()
    {
        var (family, her) = await InsideAsync();
        var father = await family.WithAsync(Here, Kin.Father, "Sami");
        var his = new StoryParagraph
        {
            FamilyId = family.Id,
            Id = Nestwerk.Shared.Ids.New(),
            SubjectId = father.Id,
            ToldBy = father.Id,
            WrittenBy = null,
            At = Here.Time.Utc,
            Position = 1,
        };
        his.Say("Ik ben bang voor morgen.", family.Seal);
        await Here.AddAsync(his);

        var page = await her.GetAsync(Links.MyStory);
        var forced = await her.PostAsync($"{Links.MyStory}?handler=Remove", page.Token(), ("part", $"{his.Id}"));

        Assert.DoesNotContain("bang", page.Text);
        Assert.Equal(HttpStatusCode.NotFound, forced.Status);
    }

    async Task<List<StoryParagraph>> ReadByAsync(Inhabitant who)
    {
        var actor = await who.ActorAsync(Here);
        return await Here.InDbAsync(
            async (_, services) =>
                await services
                    .GetRequiredService<FamilyScope>()
                    .Of<StoryParagraph>(actor, Act.Read, Purpose.CoordinateTrajectory)
                    .Where(row => row.EndedAt == null)
                    .ToListAsync()
        );
    }
}

public sealed class MyStoryOnSqlite(SqliteHost host) : MyStoryTests(host), IClassFixture<SqliteHost>;

public sealed class MyStoryOnPostgres(PostgresHost host) : MyStoryTests(host), IClassFixture<PostgresHost>;
