using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Families.Reaching;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families;

/// <summary>Guessing the word that keeps a protected person safe.</summary>
public abstract class CodeWordTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task A_wrong_word_stays_in_the_trail_and_a_right_one_does_not_count()
    {
        var family = await ProtectedAsync();
        var form = await FormAsync(family, Everybody.Midwife);

        for (var each = 0; each < WordTries.MostAnHour + 1; each++)
            await form.PressAsync("main form", ("Input.Value", "0470 55 55 55"), ("Input.Word", "lamp"));
        var wrong = await form.PressAsync("main form", ("Input.Value", "0470 66 66 66"), ("Input.Word", "tulp"));

        Assert.Contains("Dat is het codewoord niet.", Assert.Single(wrong.Errors));
        var row = Assert.Single(await MissedAsync(family));
        Assert.Equal((Everybody.Midwife.Id, family.Mother.Id), (row.PersonId, row.SubjectId));
    }

    [Fact, Trait("Row", "R14")]
    public async Task After_five_wrong_words_in_an_hour_even_the_right_one_waits_and_nobody_else_is_shut_out()
    {
        var family = await ProtectedAsync();
        await App.AddAsync(family.Beside(Everybody.SocialWorker, Basis.CareTeam));
        var form = await FormAsync(family, Everybody.Midwife);
        for (var guess = 0; guess < WordTries.MostAnHour; guess++)
            await form.PressAsync("main form", ("Input.Value", "0470 66 66 66"), ("Input.Word", $"tulp {guess}"));

        var shut = await form.PressAsync("main form", ("Input.Value", "0470 66 66 66"), ("Input.Word", "lamp"));
        var other = await (await FormAsync(family, Everybody.SocialWorker)).PressAsync(
            "main form",
            ("Input.Value", "0470 77 77 77"),
            ("Input.Word", "lamp")
        );

        Assert.Contains("Probeer het over een uur opnieuw", Assert.Single(shut.Errors));
        Assert.Equal(Links.Family(family.Id), other.Path);
        Assert.Equal(WordTries.MostAnHour + 1, (await MissedAsync(family)).Count);
        Time.Advance(TimeSpan.FromHours(1));
        var later = await (await FormAsync(family, Everybody.Midwife)).PressAsync(
            "main form",
            ("Input.Value", "0470 66 66 66"),
            ("Input.Word", "lamp")
        );
        Assert.Equal(Links.Family(family.Id), later.Path);
    }

    async Task<AFamily> ProtectedAsync()
    {
        var family = await AFamily.LivingAsync(App, "Yara");
        await App.AddAsync(family.Beside(Everybody.Midwife, Basis.CareTeam), family.Protected("Roos", "lamp"));
        return family;
    }

    async Task<Page> FormAsync(AFamily family, Inhabitant who) =>
        await (await SignInAsync(who)).GetAsync(Links.NewChannel(family.Id, family.Mother.Id));

    Task<List<AuditRow>> MissedAsync(AFamily family) =>
        App.InDbAsync(db => db.Set<AuditRow>().Where(row => row.Event == "channel.word-missed" && row.OfFamily == family.Id).ToListAsync());
}

public sealed class CodeWordOnSqlite(SqliteHost host) : CodeWordTests(host), IClassFixture<SqliteHost>;

public sealed class CodeWordOnPostgres(PostgresHost host) : CodeWordTests(host), IClassFixture<PostgresHost>;
