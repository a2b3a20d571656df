using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Data;
using Nestwerk.Shared.Mail;
using Nestwerk.Shared.Sending;
using Nestwerk.Tests.Access;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Shared;

/// <summary>Mail against a real server of another make: Debian's python3-aiosmtpd.</summary>
public sealed class MailTests(SqliteHost host) : WebTests(host), IClassFixture<SqliteHost>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invitation_arrives_once_and_leaves_nothing_behind_in_the_house()
    {
        using var server = await SmtpSink.OpenAsync();
        await using var app = await TheHost.StartAnotherAsync(Settings(server.Port));

        var code = await TeamTests.InviteAsync(app, "Zoë Thys", "zoe@huis.example", "Facilitator");
        var waiting = await RowAsync(app);
        var sent = await SendAsync(app) + await SendAsync(app);
        var row = await RowAsync(app);
        var text = await server.ReadUntilAsync("END MESSAGE", Cancel);

        Assert.DoesNotContain("zoe@huis.example", waiting.Content, StringComparison.Ordinal);
        Assert.Equal((1, ""), (sent, row.Content));
        Assert.NotNull(row.SentAt);
        Assert.Contains("To: zoe@huis.example", text, StringComparison.Ordinal);
        Assert.Contains($"Message-ID: <{row.Id:N}@localhost>", text, StringComparison.Ordinal);
        Assert.Contains(code, Decoded(text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_tried_again_later_and_given_up_in_the_end()
    {
        await using var app = await TheHost.StartAnotherAsync(Settings(SmtpSink.FreePort()));
        await TeamTests.InviteAsync(app, "Zoë Thys", "zoe@huis.example", "Facilitator");

        var first = (await SendAsync(app), await SendAsync(app), (await RowAsync(app)).Tries);
        for (var round = 1; round < OutboxMail.MostTries; round++)
        {
            app.Time.Advance(TimeSpan.FromHours(5));
            await SendAsync(app);
        }
        var row = await RowAsync(app);

        Assert.Equal((0, 0, 1), first);
        Assert.NotNull(row.GivenUpAt);
        Assert.Equal("", row.Content);
        Assert.DoesNotContain("zoe@", string.Join("\n", app.Logs.All), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_mail_server_nothing_waits_to_be_sent()
    {
        await using var app = await TheHost.StartAnotherAsync();

        await TeamTests.InviteAsync(app, "Zoë Thys", "zoe@huis.example", "Facilitator");

        Assert.Equal(0, await app.InDbAsync(db => db.Set<OutboxMail>().CountAsync()));
    }

    static string[] Settings(int port) =>
        [
            "--Nestwerk:Mail:Host=127.0.0.1",
            $"--Nestwerk:Mail:Port={port}",
            "--Nestwerk:Mail:Encrypted=false",
            "--Nestwerk:Mail:From=huis@nestwerk.example",
        ];

    static Task<int> SendAsync(NestwerkApp app) => app.Services.GetRequiredService<Sender<OutboxMail>>().RunAsync(Cancel);

    static Task<OutboxMail> RowAsync(NestwerkApp app) => app.InDbAsync(db => db.Set<OutboxMail>().AsNoTracking().SingleAsync());

    static string Decoded(string message)
    {
        var body = message[(message.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
        var lines = body.Split('\n').Select(line => line.Trim()).TakeWhile(line => line.Length > 0 && !line.StartsWith('-'));
        return message.Contains("base64", StringComparison.OrdinalIgnoreCase)
            ? System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(lines)))
            : body.Replace("=\n", "", StringComparison.Ordinal);
    }
}
