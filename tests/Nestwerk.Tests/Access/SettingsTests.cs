using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Shared;
using Nestwerk.Shared.Mail;
using Nestwerk.Shared.Settings;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Access;

/// <summary>How the house is set up, by the one who looks after it.</summary>
public abstract class SettingsTests(TestHost host) : WebTests(host)
{
    const string HouseForm = "form[action*='handler=House']";
    const string MeetingsForm = "form[action*='handler=Meetings']";
    const string MailForm = "form[action*='handler=Mail']";

    [Fact]
    public async Task A_new_name_stands_on_the_public_page_at_once_and_after_a_restart()
    {
        await using var app = await StartAsync();
        var before = await app.Visitor().GetAsync("/nl");
        var browser = await app.SignInAsync(Everybody.Facilitator);

        await (await browser.GetAsync("/settings")).PressAsync(HouseForm, ("Input.Name", "Huis van het Kind Denderhoutem"));
        var after = await app.Visitor().GetAsync("/nl");
        app.Services.GetRequiredService<NestwerkOptions>().Name = "vergeten";
        await app.Services.GetRequiredService<SettingsStore>().ApplyAsync(CancellationToken.None);

        Assert.Equal("Nestwerk", before.Title);
        Assert.Equal("Huis van het Kind Denderhoutem", after.Title);
        Assert.Equal("Huis van het Kind Denderhoutem", app.Services.GetRequiredService<NestwerkOptions>().Name);
    }

    [Fact]
    public async Task Thresholds_that_do_not_go_up_are_refused_and_stay_as_typed()
    {
        await using var app = await StartAsync();
        var browser = await app.SignInAsync(Everybody.Facilitator);
        var page = await browser.GetAsync("/settings");

        var refused = await page.PressAsync(MeetingsForm, ("Input.LightPercent", "50"), ("Input.MostMinutes", "150"));
        var kept = await refused.PressAsync(MeetingsForm, ("Input.LightPercent", "10"));

        Assert.Single(refused.Errors);
        Assert.Equal("150", kept.Find("[name='Input.MostMinutes']").GetAttribute("value"));
        Assert.Equal(10, app.Services.GetRequiredService<NestwerkOptions>().Balance.LightPercent);
    }

    [Fact]
    public async Task The_password_of_the_mail_server_is_sealed_and_never_shown()
    {
        await using var app = await StartAsync();
        var browser = await app.SignInAsync(Everybody.Facilitator);
        const string Secret = "zeer-geheim-9";

        var saved = await (await browser.GetAsync("/settings")).PressAsync(
            MailForm,
            ("Input.Host", "smtp.stad.example"),
            ("Input.From", "huis@stad.example"),
            ("Input.User", "huis"),
            ("Input.Password", Secret)
        );
        await saved.PressAsync(MailForm, ("Input.Port", "25"));
        var row = await app.InDbAsync(db => db.Set<HouseSettings>().AsNoTracking().SingleAsync());

        Assert.DoesNotContain(Secret, saved.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, row.MailPassword, StringComparison.Ordinal);
        Assert.Null(row.Choices.Mail!.Password);
        Assert.Equal((25, Secret), (Mail(app).Port, Mail(app).Password));
    }

    [Fact]
    public async Task What_stands_in_configuration_is_shown_without_its_secrets_and_cannot_be_changed()
    {
        await using var app = await StartAsync("--Nestwerk:Mail:Host=smtp.vast.example", "--Nestwerk:Mail:Password=niet-tonen");
        var browser = await app.SignInAsync(Everybody.Facilitator);
        var page = await browser.GetAsync("/settings");

        await browser.PostAsync("/settings?handler=Mail", page.Token(), ("Input.Host", "elders.example"), ("Input.From", "a@b.example"));

        Assert.Contains("smtp.vast.example", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("niet-tonen", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector(MailForm));
        Assert.Equal("smtp.vast.example", Mail(app).Host);
    }

    [Fact]
    public async Task A_logo_is_kept_without_what_hung_on_it_and_stands_on_every_page()
    {
        await using var app = await StartAsync();
        var browser = await app.SignInAsync(Everybody.Facilitator);

        await UploadAsync(browser, Nestwerk.Tests.Shared.Pictures.Png("Author", "Anneleen"), "true");
        var front = await app.Visitor().GetAsync("/nl");
        var picture = await app.Visitor().GetAsync(front.Find(".brand img").GetAttribute("src")!);

        Assert.Equal("image/png", picture.Header("Content-Type"));
        Assert.DoesNotContain("Anneleen", picture.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().GetAsync($"/picture/{Nestwerk.Shared.Ids.New()}")).Status);
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_in_words()
    {
        await using var app = await StartAsync();
        var browser = await app.SignInAsync(Everybody.Facilitator);

        var page = await UploadAsync(browser, "<svg onload=alert(1)>"u8.ToArray(), "false");

        Assert.Single(page.Errors);
        Assert.Equal(0, await app.InDbAsync(db => db.Set<HousePicture>().CountAsync()));
    }

    static MailOptions Mail(NestwerkApp app) => app.Services.GetRequiredService<NestwerkOptions>().Mail;

    static async Task<Page> UploadAsync(Browser browser, byte[] bytes, string isLogo)
    {
        var token = (await browser.GetAsync("/settings")).Token();
        var file = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        return await browser.PostAsync(
            "/settings?handler=Picture",
            new MultipartFormDataContent
            {
                { new StringContent(token.Value), token.Name },
                { new StringContent("Stad Ninove"), "PictureName" },
                { new StringContent(isLogo), "IsLogo" },
                { file, "Picture", "../logo.png" },
            }
        );
    }

    async Task<NestwerkApp> StartAsync(params string[] settings)
    {
        var app = await TheHost.StartAnotherAsync(settings);
        await app.AddAsync(Appointment.Beginning(Everybody.Facilitator.Id, Place.Ninove.Id, Role.PlatformAdmin, new(2024, 9, 1)));
        await app.Services.GetRequiredService<SettingsStore>().ApplyAsync(CancellationToken.None);
        return app;
    }
}

public sealed class SettingsOnSqlite(SqliteHost host) : SettingsTests(host), IClassFixture<SqliteHost>;

public sealed class SettingsOnPostgres(PostgresHost host) : SettingsTests(host), IClassFixture<PostgresHost>;
