using System.Diagnostics;
using Nestwerk.Families;
using Nestwerk.Families.Entering;
using Nestwerk.Tests.Families.My;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Reliability;

/// <summary>Whether the clock tells, at the step of the code, that a code was sent. In the short form it is only reported.</summary>
public sealed class CodeTimingOnSqlite(SqliteHost host) : ParentTests(host), IClassFixture<SqliteHost>
{
    const int TriesPerWindow = Entry.MostTries - 1;
    const int Numbers = 20;

    [Fact, Trait("Row", "R05")]
    public async Task How_long_a_wrong_code_takes_does_not_say_whether_a_code_was_sent()
    {
        var (random, each) = (new Random(LongForm.Seed), LongForm.Times(inShort: 8, inLong: 2000));
        var (known, unknown) = (new List<double>(), new List<double>());
        var numbers = await NumbersAsync();
        await TryAsync(AParent.NewNumber(), 0, []);

        for (var window = 1; known.Count < each || unknown.Count < each; window++)
        {
            var isKnown = known.Count < each && (unknown.Count >= each || random.Next(2) == 0);
            var number = isKnown ? numbers[window % Numbers] : AParent.NewNumber();
            if (window % Numbers == 0)
                Here.Time.Advance(TimeSpan.FromHours(5)); // So that no number is asked for too often in an hour, nor in a day.
            var had = await Here.CodesAsync();
            await TryAsync(number, window, isKnown ? known : unknown);
            Assert.Equal(isKnown ? had + 1 : had, await Here.CodesAsync());
        }

        var area = Clouds.Area(known, unknown);
        LongForm.Report(
            $"code timing: {known.Count} wrong codes where one was sent, {unknown.Count} where none was, area under the curve {area:0.000} (the same: 0.500)."
        );
        Clouds.Judge(area, each);
    }

    async Task<List<string>> NumbersAsync()
    {
        var numbers = new List<string>();
        for (var i = 0; i < Numbers; i++)
        {
            var family = await AFamily.LivingAsync(Here);
            numbers.Add(AParent.NewNumber());
            await family.WithNumberAsync(Here, numbers[i]);
            await family.WithPinAsync(Here);
        }
        return numbers;
    }

    /// <summary>Asks for a code in a window of its own, waits until it is sent or not, and types wrong ones.</summary>
    async Task TryAsync(string number, int window, List<double> took)
    {
        var browser = Here.Visitor();
        await PostAsync(browser, Links.My, ("To", number), window);
        var code = await Here.LastCodeAsync() == "000000" ? "000001" : "000000";
        for (var i = 0; i < TriesPerWindow; i++)
            took.Add(await PostAsync(browser, Links.MyCode, ("Typed", code), window));
    }

    static async Task<double> PostAsync(Browser browser, string page, (string, string) field, int window)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, page)
        {
            Content = Browser.Encode([(await browser.GetAsync(page)).Token(), field]),
        };
        request.Headers.Add("X-Forwarded-For", $"203.{window / 62500 % 250}.{window / 250 % 250}.{window % 250}");
        var watch = Stopwatch.StartNew();
        await browser.SendAsync(request);
        return watch.Elapsed.TotalMilliseconds;
    }
}
