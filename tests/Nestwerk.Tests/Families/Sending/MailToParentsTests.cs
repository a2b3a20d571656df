using Nestwerk.Families;
using Nestwerk.Families.Sending;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families.Sending;

/// <summary>Mail to a parent through a real server of another make.</summary>
[Trait("Row", "R23")]
public sealed class MailToParentsTests(SqliteHost host) : WebTests(host), IClassFixture<SqliteHost>
{
    [Fact, Trait("Row", "R06")]
    public async Task Mail_says_as_little_as_a_text_message_from_nobody_in_particular()
    {
        using var server = await SmtpSink.OpenAsync();
        await using var app = await TheHost.StartAnotherAsync([.. Settings(server.Port), "--Nestwerk:Name=Huis van het Kind Ninove"]);
        var family = await AFamily.LivingAsync(app);
        await app.WriteAsync(await app.ReachAsync(family, "mara@mail.example", ChannelKind.Mail), Message.CallUs());

        await app.PostAsync();
        var text = await server.ReadUntilAsync("END MESSAGE", TestContext.Current.CancellationToken);

        Assert.Contains("From: bericht@k7.example", text, StringComparison.Ordinal);
        Assert.Contains("Subject: Bericht", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Huis", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Mara ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sender_that_dies_repeats_a_mail_once_and_one_to_a_protected_person_never()
    {
        using var server = await SmtpSink.OpenAsync();
        var crashes = new Crashes();
        await using var app = await TheHost.StartAnotherAsync(Settings(server.Port), adjust: Crashes.Possible(crashes));
        var (ordinary, shielded) = (await AFamily.LivingAsync(app), await AFamily.LivingAsync(app, "Noa"));
        foreach (var (family, address) in new[] { (ordinary, "mara@mail.example"), (shielded, "noa@mail.example") })
        {
            await app.WriteAsync(await app.ReachAsync(family, address, ChannelKind.Mail), Message.CallUs());
            crashes.At = DiesAt.Answered;
            await Assert.ThrowsAsync<CrashException>(app.PostAsync);
        }
        await app.AddAsync(MessagesTests.Shielding(shielded));

        app.Time.Advance(TimeSpan.FromMinutes(5));
        await app.PostAsync();
        await app.WriteAsync(await app.ReachAsync(await AFamily.LivingAsync(app), "last@mail.example", ChannelKind.Mail), Message.CallUs());
        await app.PostAsync();
        var text = await server.ReadUntilAsync("To: last@mail.example", TestContext.Current.CancellationToken);

        Assert.Equal((3, 2), (text.Split("To: mara@").Length, text.Split("To: noa@").Length));
        Assert.Equal([CallReason.Unsure], (await app.CallsAsync(shielded.Id)).Select(call => call.Reason));
    }

    static string[] Settings(int port) =>
        [
            "--Nestwerk:Mail:Host=127.0.0.1",
            $"--Nestwerk:Mail:Port={port}",
            "--Nestwerk:Mail:Encrypted=false",
            "--Nestwerk:Mail:From=huis@nestwerk.example",
            "--Nestwerk:Messages:MailFrom=bericht@k7.example",
            "--Nestwerk:Messages:Url=https://k7.example",
        ];
}
