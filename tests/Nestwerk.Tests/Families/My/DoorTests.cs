using System.Net;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Families.Entering;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families.My;

/// <summary>Number, code, PIN: and every wrong turn on the way.</summary>
public abstract class DoorTests(TestHost host) : ParentTests(host)
{
    [Fact]
    public async Task A_number_a_code_and_a_pin_lead_to_her_page()
    {
        var (family, number) = (await AFamily.LivingAsync(Here, "Mara"), AParent.NewNumber());
        await family.WithNumberAsync(Here, number);
        await family.WithPinAsync(Here);

        var page = await Here.Visitor().EnterAsync(Here, number);

        Assert.Equal(Links.MyPage, page.Path);
        Assert.Equal("Dag Mara", page.Title);
    }

    [Theory, Trait("Row", "R05")]
    [InlineData("known")]
    [InlineData("unknown")]
    [InlineData("protected")]
    [InlineData("unconfirmed")]
    [InlineData("no messages")]
    public async Task The_answer_is_the_same_whoever_asks(string who)
    {
        var number = await NumberOfAsync(who);
        var unknown = await Here.Visitor().AskAsync(AParent.NewNumber());

        var answer = await Here.Visitor().AskAsync(number);

        Assert.Equal(unknown.Path, answer.Path);
        Assert.Equal(Faceless(unknown), Faceless(answer));
        Assert.Equal(who == "known", await Here.LastCodeAsync() is not null);
    }

    [Theory, Trait("Row", "R05")]
    [InlineData("known")]
    [InlineData("protected")]
    [InlineData("unconfirmed")]
    [InlineData("no messages")]
    public async Task A_wrong_code_gets_the_same_answer_whether_one_was_sent_or_not(string who)
    {
        var (asked, unknown) = (
            await Here.Visitor().AskAsync(await NumberOfAsync(who)),
            await Here.Visitor().AskAsync(AParent.NewNumber())
        );
        var code = await Here.LastCodeAsync() == "000000" ? "000001" : "000000";

        for (var i = 0; i <= Entry.MostTries; i++)
        {
            (asked, unknown) = (
                await asked.PressAsync("main form", ("Typed", code)),
                await unknown.PressAsync("main form", ("Typed", code))
            );

            Assert.Equal((unknown.Status, unknown.Path), (asked.Status, asked.Path));
            Assert.Equal(Faceless(unknown), Faceless(asked));
            Assert.Equal(Headers(unknown), Headers(asked));
        }
    }

    [Fact]
    public async Task The_first_time_she_makes_her_pin_and_the_next_time_it_is_asked()
    {
        var (family, number) = (await AFamily.LivingAsync(Here), AParent.NewNumber());
        await family.WithNumberAsync(Here, number);
        var asked = await Here.Visitor().AskAsync(number);
        var making = await asked.PressAsync("main form", ("Typed", (await Here.LastCodeAsync())!));

        var easy = await making.PressAsync("main form", ("Typed", "111111"), ("Again", "111111"));
        var different = await easy.PressAsync("main form", ("Typed", "appelmoes"), ("Again", "appeltaart"));
        var inside = await different.PressAsync("main form", ("Typed", "Appelmoes"), ("Again", "appel moes"));
        var again = await Here.Visitor().EnterAsync(Here, number, "appelmoes");

        Assert.Contains("te makkelijk", easy.Main);
        Assert.Contains("niet gelijk", different.Main);
        Assert.Equal(Links.MyPage, inside.Path);
        Assert.Equal(Links.MyPage, again.Path);
    }

    [Fact]
    public async Task Five_wrong_codes_end_it_and_the_right_one_comes_too_late()
    {
        var (family, number) = (await AFamily.LivingAsync(Here), AParent.NewNumber());
        await family.WithNumberAsync(Here, number);
        await family.WithPinAsync(Here);
        var page = await Here.Visitor().AskAsync(number);
        var code = (await Here.LastCodeAsync())!;
        for (var i = 0; i < Entry.MostTries; i++)
            page = await page.PressAsync("main form", ("Typed", code == "000000" ? "000001" : "000000"));

        var late = await page.PressAsync("main form", ("Typed", code));

        Assert.Equal(Links.MyCode, late.Path);
        Assert.Contains("werkt niet meer", late.Main);
    }

    [Fact]
    public async Task A_code_lives_ten_minutes_and_opens_nothing_in_another_window()
    {
        var (family, number) = (await AFamily.LivingAsync(Here), AParent.NewNumber());
        await family.WithNumberAsync(Here, number);
        await family.WithPinAsync(Here);
        var page = await Here.Visitor().AskAsync(number);
        var code = (await Here.LastCodeAsync())!;
        var elsewhere = await (await Here.Visitor().AskAsync(AParent.NewNumber())).PressAsync("main form", ("Typed", code));
        Here.Time.Advance(Entry.Lasts);

        var late = await page.PressAsync("main form", ("Typed", code));

        Assert.Equal(Links.MyCode, elsewhere.Path);
        Assert.Contains("werkt niet meer", late.Main);
    }

    [Fact]
    public async Task A_code_alone_opens_nothing()
    {
        var (family, number) = (await AFamily.LivingAsync(Here), AParent.NewNumber());
        await family.WithNumberAsync(Here, number);
        await family.WithPinAsync(Here);
        var her = Here.Visitor();
        var pin = await (await her.AskAsync(number)).PressAsync("main form", ("Typed", (await Here.LastCodeAsync())!));

        foreach (var address in new[] { Links.MyPage, Links.MyPeople, Links.MyLooks, Links.MyDetails })
            Assert.Equal(Links.My, (await her.GetAsync(address)).Path);
        Assert.Equal(Links.MyPin, pin.Path);
        Assert.DoesNotContain("Mara", pin.Text);
    }

    [Fact]
    public async Task Five_wrong_pins_shut_it_and_only_a_worker_opens_it_again()
    {
        var (family, number) = (await AFamily.LivingAsync(Here), AParent.NewNumber());
        await family.WithNumberAsync(Here, number);
        await family.WithPinAsync(Here);
        await Here.AddAsync(family.Beside(Everybody.Midwife, Basis.CareTeam));
        var page = await Here.Visitor().EnterAsync(Here, number, "999999");
        for (var i = 1; i < ParentPin.MostTries; i++)
            page = await page.PressAsync("main form", ("Typed", "999999"));
        var shut = await page.PressAsync("main form", ("Typed", AParent.Pin));

        var worker = await Here.SignInAsync(Everybody.Midwife);
        await (await worker.GetAsync(Links.Pin(family.Id))).PressAsync(
            "main form",
            ("Member", $"{family.Mother.Id}"),
            ("Input.Pin", "573920"),
            ("Input.Again", "573920")
        );
        var open = await Here.Visitor().EnterAsync(Here, number, "573920");

        Assert.Equal(Links.MyPin, shut.Path);
        Assert.Contains("alleen je begeleider", shut.Main);
        Assert.Equal(Links.MyPage, open.Path);
    }

    [Fact]
    public async Task On_a_shared_phone_the_pin_says_who_she_is()
    {
        var (family, number) = (await AFamily.LivingAsync(Here, "Mara"), AParent.NewNumber());
        var father = await family.WithAsync(Here, Kin.Father, "Sami");
        await family.WithNumberAsync(Here, number);
        await family.WithNumberAsync(Here, number, of: father);
        await family.WithPinAsync(Here);
        await family.WithPinAsync(Here, "woensdag", father);

        var (hers, his) = (await Here.Visitor().EnterAsync(Here, number), await Here.Visitor().EnterAsync(Here, number, "Woensdag"));

        Assert.Equal("Dag Mara", hers.Title);
        Assert.Equal("Dag Sami", his.Title);
    }

    [Fact]
    public async Task On_a_shared_phone_nobody_makes_a_first_pin_alone()
    {
        var (family, number) = (await AFamily.LivingAsync(Here, "Mara"), AParent.NewNumber());
        var father = await family.WithAsync(Here, Kin.Father, "Sami");
        await family.WithNumberAsync(Here, number);
        await family.WithNumberAsync(Here, number, of: father);

        await Here.Visitor().AskAsync(number);

        Assert.Null(await Here.LastCodeAsync());
    }

    [Fact]
    public async Task Three_codes_an_hour_go_to_one_number_and_the_answer_stays_the_same()
    {
        var (family, number) = (await AFamily.LivingAsync(Here), AParent.NewNumber());
        await family.WithNumberAsync(Here, number);
        Page? last = null;
        for (var i = 0; i < Entries.MostPerNumber + 2; i++)
        {
            last = await Here.Visitor().AskAsync(number);
            await Here.LastCodeAsync();
        }
        var sent = await Here.CodesAsync();
        Here.Time.Advance(TimeSpan.FromMinutes(61));
        await Here.Visitor().AskAsync(number);
        await Here.LastCodeAsync();

        Assert.Equal(Links.MyCode, last!.Path);
        Assert.Equal(Entries.MostPerNumber, sent);
        Assert.Equal(sent + 1, await Here.CodesAsync());
    }

    [Fact]
    public async Task What_is_no_number_is_said_and_stays_in_the_field()
    {
        var page = await Here.Visitor().AskAsync("bel mij");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Schrijf een gsm-nummer", page.Main);
        Assert.Equal("bel mij", page.Find("#To").GetAttribute("value"));
    }

    [Fact]
    public async Task Digits_of_another_script_are_digits()
    {
        var (family, number) = (await AFamily.LivingAsync(Here), AParent.NewNumber());
        await family.WithNumberAsync(Here, number);
        await family.WithPinAsync(Here);
        static string Arabic(string digits) => string.Concat(digits.Select(digit => (char)('٠' + (digit - '0'))));
        var her = Here.Visitor().Speaks("ar");
        var asked = await her.AskAsync(Arabic(number));
        var proved = await asked.PressAsync("main form", ("Typed", Arabic((await Here.LastCodeAsync())!)));

        var inside = await proved.PressAsync("main form", ("Typed", Arabic(AParent.Pin)));

        Assert.Equal(Links.MyPage, inside.Path);
    }

    async Task<string> NumberOfAsync(string who)
    {
        var (family, number) = (await AFamily.LivingAsync(Here), AParent.NewNumber());
        if (who == "unknown")
            return AParent.NewNumber();
        var channel = await family.WithNumberAsync(Here, number, confirmed: who != "unconfirmed");
        if (who == "protected")
            await Here.AddAsync(family.Protected());
        if (who == "no messages")
            await Here.InDbAsync(async db =>
            {
                var kept = await db.Set<ContactChannel>().SingleAsync(each => each.Id == channel.Id);
                kept.LeaveNoMessages(Here.Time.Utc);
                return await db.SaveChangesAsync();
            });
        return number;
    }

    /// <summary>The page without the token that differs on every page.</summary>
    static string Faceless(Page page) => page.Text.Replace(page.Token().Value, "", StringComparison.Ordinal);

    static IEnumerable<string> Headers(Page page) =>
        page
            .Answer.Headers.Concat(page.Answer.Content.Headers)
            .Where(header => header.Key != "Set-Cookie")
            .Select(header => $"{header.Key}: {string.Join(",", header.Value)}")
            .Order(StringComparer.Ordinal);
}

public sealed class DoorOnSqlite(SqliteHost host) : DoorTests(host), IClassFixture<SqliteHost>;

public sealed class DoorOnPostgres(PostgresHost host) : DoorTests(host), IClassFixture<PostgresHost>;
