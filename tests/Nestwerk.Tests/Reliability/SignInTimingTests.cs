using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Reliability;

/// <summary>Whether the clock tells what the answer does not. In the short form it is only reported: a busy machine says nothing.</summary>
public sealed class SignInTimingOnSqlite(SqliteHost host) : WebTests(host), IClassFixture<SqliteHost>
{
    [Fact, Trait("Row", "R05")]
    public async Task How_long_an_answer_takes_does_not_say_whether_an_address_is_known()
    {
        var (random, each) = (new Random(LongForm.Seed), LongForm.Times(inShort: 6, inLong: 2000));
        var (known, unknown) = (new List<double>(), new List<double>());
        await HashAsTheHouseDoesAsync();
        await AskAsync("warm@nestwerk.example", 0);

        while (known.Count < each || unknown.Count < each)
        {
            var isKnown = known.Count < each && (unknown.Count >= each || random.Next(2) == 0);
            var number = known.Count + unknown.Count;
            var address = isKnown ? Everybody.All[random.Next(Everybody.All.Count)].Email : $"nobody.{number}@nestwerk.example";
            (isKnown ? known : unknown).Add(await AskAsync(address, number));
        }

        var area = Clouds.Area(known, unknown);
        LongForm.Report($"sign-in timing: {each} known and {each} unknown addresses, area under the curve {area:0.000} (the same: 0.500).");
        Clouds.Judge(area, each);
    }

    /// <summary>The people of the world have a hash that is made in a moment.</summary>
    async Task HashAsTheHouseDoesAsync()
    {
        using var scope = App.Services.CreateScope();
        var hash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<IdentityUser<Guid>>>().HashPassword(new(), Everybody.Password);
        await App.InDbAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, hash)));
    }

    async Task<double> AskAsync(string address, int number)
    {
        var browser = Visitor();
        var token = (await browser.GetAsync("/sign-in")).Token();
        var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = Browser.Encode([token, ("Input.Address", address), ("Input.Password", "not her password")]),
        };
        request.Headers.Add("X-Forwarded-For", $"203.0.{number / 250}.{number % 250}");
        var watch = Stopwatch.StartNew();
        await browser.SendAsync(request);
        return watch.Elapsed.TotalMilliseconds;
    }
}
