using System.Net;
using System.Net.Http.Headers;
using Nestwerk.Families;
using Nestwerk.Families.Tongues;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families.My;

/// <summary>Her page in her language, and languages that the network adds.</summary>
[Trait("Row", "C5")]
public abstract class MyLanguageTests(TestHost host) : ParentTests(host)
{
    [Theory]
    [InlineData("nl", "ltr", "Jouw bladzijde")]
    [InlineData("nl-plain", "ltr", "Jouw bladzijde")]
    [InlineData("fr", "ltr", "Votre page")]
    [InlineData("en", "ltr", "Your page")]
    [InlineData("ar", "rtl", "صفحتك")]
    [InlineData("tr", "ltr", "Sayfanız")]
    public async Task She_chooses_her_language_by_its_own_name_and_stays_where_she_was(string code, string direction, string title)
    {
        var her = Here.Visitor();
        var choosing = await (await her.GetAsync(Links.My)).FollowAsync("header a");

        var page = await choosing.PressAsync($"button[value='{code}']");

        Assert.Equal(Links.My, page.Path);
        Assert.Equal(title, page.Title);
        Assert.Equal(direction, page.Find("html").GetAttribute("dir"));
        Assert.Equal(Tongue.OfTheProduct.Single(tongue => tongue.Code == code).Tag, page.Find("html").GetAttribute("lang"));
        Assert.All(Tongue.OfTheProduct, tongue => Assert.Contains(tongue.Name, choosing.Main));
    }

    [Fact]
    public async Task Without_a_choice_it_is_the_language_of_her_phone_and_then_her_own()
    {
        var family = await AFamily.LivingAsync(Here);
        var number = AParent.NewNumber();
        await family.WithNumberAsync(Here, number);
        await family.WithPinAsync(Here);
        await Here.InDbAsync(
            async (db, _) =>
            {
                (await db.FindAsync<FamilyMember>(family.Id, family.Mother.Id))!.Language = "ar";
                return await db.SaveChangesAsync();
            }
        );
        var asking = new HttpRequestMessage(HttpMethod.Get, Links.My);
        asking.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("tr-TR"));

        var (door, inside) = (await Here.Visitor().SendAsync(asking), await Here.Visitor().EnterAsync(Here, number));

        Assert.Equal("Sayfanız", door.Title);
        Assert.Equal("rtl", inside.Find("html").GetAttribute("dir"));
        Assert.Equal("أهلاً Mara", inside.Title);
        Assert.Equal("Mara", inside.Find("h1 bdi").TextContent);
    }

    [Fact]
    public async Task The_network_adds_a_language_and_what_is_missing_is_seen_by_the_editor_and_shown_in_another()
    {
        var editor = await Here.SignInAsync(Everybody.Technician);

        var added = await (await editor.GetAsync(Links.ParentTexts)).PressAsync(
            "main form",
            ("Input.Name", "Українська"),
            ("Input.Code", "uk")
        );
        var words = await editor.GetAsync(Links.ParentText("uk", "my.door.title"));
        var kept = await words.PressAsync("main form", ("Input.Text", "Ваша сторінка"));
        var page = await Here.Visitor().Speaks("uk").GetAsync(Links.My);

        Assert.Contains("teksten ontbreken", added.Main);
        Assert.Contains("ontbreekt", kept.Main);
        Assert.Equal("Ваша сторінка", page.Title);
        Assert.Contains("Je krijgt een bericht met een code.", page.Main);
    }

    [Fact]
    public async Task A_text_is_read_out_where_somebody_spoke_it()
    {
        var editor = await Here.SignInAsync(Everybody.Technician);
        var page = await editor.GetAsync(Links.ParentText("nl", "my.door.lede"));
        var form = new MultipartFormDataContent { { new StringContent(page.Token().Value), page.Token().Name } };
        form.Add(new ByteArrayContent(Sound()), "Sound", "lees.mp3");
        await editor.PostAsync($"{Links.ParentText("nl", "my.door.lede")}?handler=Speak", form);
        var her = Here.Visitor();

        var door = await her.GetAsync(Links.My);
        var played = await her.GetAsync(door.Find("audio").GetAttribute("src")!);

        Assert.Equal("none", door.Find("audio").GetAttribute("preload"));
        Assert.Equal(HttpStatusCode.OK, played.Status);
        Assert.Equal(SpokenText.Type, played.Header("Content-Type"));
        Assert.Empty((await her.Speaks("fr").GetAsync(Links.My)).Html.QuerySelectorAll("audio"));
    }

    [Fact]
    public async Task What_is_no_sound_and_words_that_lose_a_place_are_refused()
    {
        var editor = await Here.SignInAsync(Everybody.Technician);
        var page = await editor.GetAsync(Links.ParentText("nl", "my.hello"));
        var form = new MultipartFormDataContent { { new StringContent(page.Token().Value), page.Token().Name } };
        form.Add(new ByteArrayContent([1, 2, 3]), "Sound", "lees.mp3");

        var noSound = await editor.PostAsync($"{Links.ParentText("nl", "my.hello")}?handler=Speak", form);
        var noPlace = await page.PressAsync("main form", ("Input.Text", "Dag mama"));

        Assert.Contains("MP3", Assert.Single(noSound.Errors));
        Assert.Contains("accolades", Assert.Single(noPlace.Errors));
        Assert.Equal("Dag mama", noPlace.Find("textarea").TextContent);
    }

    [Fact]
    public async Task Only_who_looks_after_the_house_changes_texts()
    {
        var midwife = await Here.SignInAsync(Everybody.Midwife);

        Assert.Equal(HttpStatusCode.Forbidden, (await midwife.GetAsync(Links.ParentTexts)).Status);
    }

    /// <summary>Eight silent frames of MPEG 1 layer III, 128 kbit/s, 44.1 kHz.</summary>
    static byte[] Sound()
    {
        var frame = new byte[417];
        (frame[0], frame[1], frame[2], frame[3]) = (0xFF, 0xFB, 0x90, 0x64);
        return [.. Enumerable.Repeat(frame, 8).SelectMany(bytes => bytes)];
    }
}

public sealed class MyLanguageOnSqlite(SqliteHost host) : MyLanguageTests(host), IClassFixture<SqliteHost>;

public sealed class MyLanguageOnPostgres(PostgresHost host) : MyLanguageTests(host), IClassFixture<PostgresHost>;
