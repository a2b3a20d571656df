using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Playbook;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.Reliability;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook.Together;

/// <summary>
/// Many editors of two houses change one draft at once. Each counts in a number of her own, in the same text: whoever
/// comes second gets both texts, puts her change in the stored one and saves again. At the end every change is there, once.
/// </summary>
[Trait("Row", "A10")]
public abstract class ParallelEditorsTests(TestHost host) : WebTests(host)
{
    static readonly int Editors = LongForm.Times(60, 200);

    /// <summary>So many send at the same moment: a house has one door.</summary>
    const int AtTheDoor = 20;

    /// <summary>So many save what they merged at the same moment.</summary>
    const int Merging = 2;
    const string Save = "main form .savebar button.primary";
    readonly SemaphoreSlim door = new(AtTheDoor);
    readonly SemaphoreSlim merging = new(Merging);
    int lost;
    int sawBoth;

    [Fact]
    public async Task Of_all_edits_at_once_none_is_lost_and_every_loser_sees_both_texts()
    {
        var rounds = LongForm.Times(1, 50);
        var (book, recipe) = await BeginAsync();
        var browsers = await ArriveAsync();
        var random = new Random(LongForm.Seed);

        for (var round = 0; round < rounds; round++)
        {
            var pages = await Task.WhenAll(browsers.Select(browser => ThroughTheDoorAsync(() => browser.GetAsync(Edit(recipe)))));
            var order = Enumerable.Range(0, Editors).ToArray();
            random.Shuffle(order);
            await Task.WhenAll(order.Select(who => EditAsync(pages[who], who)));
        }

        var draft = await App.InDbAsync(db =>
            db.Set<Recipe>().Where(each => each.Id == recipe.Id).Select(each => each.Draft).SingleAsync()
        );
        Assert.All(Numbers(draft.Care.Nl!), count => Assert.Equal(rounds, count));
        Assert.Equal(lost, sawBoth);
        Assert.True(lost >= (Editors - AtTheDoor) * rounds, "There was hardly anybody who came second.");
        Assert.Equal(Editors * rounds, await DraftedAsync(recipe));
        await PublishAsync(browsers[0], recipe, draft.Care.Nl!);
        LongForm.Report(
            $"Parallel editors: {Editors} editors, {Editors * rounds} edits accepted, {lost} came second, {sawBoth} saw both texts"
        );
    }

    async Task EditAsync(Page page, int who)
    {
        var mine = Plus(page.Find("#Input_Care_Nl").TextContent, who);
        var answer = await ThroughTheDoorAsync(() => page.PressAsync(Save, ("Input.Care.Nl", mine)));
        if (answer.Status == HttpStatusCode.Found)
            return;
        await merging.WaitAsync();
        try
        {
            while (answer.Status == HttpStatusCode.Conflict)
            {
                var stored = SeeBoth(answer, mine);
                mine = Plus(stored, who);
                answer = await answer.PressAsync(Save, ("Input.Care.Nl", mine));
            }
        }
        finally
        {
            merging.Release();
        }
        Assert.Equal(HttpStatusCode.Found, answer.Status);
    }

    /// <returns>The stored text, as the page shows it beside hers.</returns>
    string SeeBoth(Page answer, string mine)
    {
        Interlocked.Increment(ref lost);
        var stored = Assert.Single(answer.FindAll("section[aria-labelledby='change-Care'] .theirs [lang=nl]"));
        var yours = Assert.Single(answer.FindAll("section[aria-labelledby='change-Care'] .yours [lang=nl]"));
        Assert.Equal(mine, yours);
        Assert.Equal(mine, answer.Find("#Input_Care_Nl").TextContent.Trim());
        Assert.NotEqual(mine, stored);
        Interlocked.Increment(ref sawBoth);
        return stored;
    }

    async Task<(Book Book, Recipe Recipe)> BeginAsync()
    {
        var book = ABook.Closed();
        book.Owners.Add(new BookOwner { OrganisationId = Place.Lede.Id });
        var care = string.Join(' ', Enumerable.Repeat(0, Editors));
        var recipe = ARecipe.Published(ARecipe.Content() with { Care = new(care) }, book: book);
        await App.AddAsync(book, recipe);
        return (book, recipe);
    }

    async Task<Browser[]> ArriveAsync()
    {
        var people = Enumerable
            .Range(0, Editors)
            .Select(number => new Inhabitant(
                $"Editor{number} Parallel",
                new Duty(Role.LibraryEditor, number % 2 == 0 ? Place.Ninove : Place.Lede)
            ))
            .ToList();
        await App.AddAsync([.. people.SelectMany(person => person.Rows())]);
        var browsers = new List<Browser>();
        foreach (var person in people)
        {
            var browser = await SignInAsync(person);
            browser.Follows = false;
            browsers.Add(browser);
        }
        return [.. browsers];
    }

    async Task PublishAsync(Browser browser, Recipe recipe, string care)
    {
        var form = await browser.GetAsync(Links.Recipe(recipe.Id, "publish"));
        await form.PressAsync("main form button.primary", ("Input.Note", "Samen geteld"));
        var newest = await App.InDbAsync(db =>
            db.Set<RecipeVersion>().Where(version => version.RecipeId == recipe.Id && version.IsNewest).SingleAsync()
        );
        Assert.Equal((2, care), (newest.Number, newest.Content.Care.Nl));
    }

    Task<int> DraftedAsync(Recipe recipe) =>
        App.InDbAsync(db => db.Set<AuditRow>().CountAsync(row => row.Event == "recipe.drafted" && row.SubjectId == recipe.Id));

    async Task<Page> ThroughTheDoorAsync(Func<Task<Page>> send)
    {
        await door.WaitAsync();
        try
        {
            return await send();
        }
        finally
        {
            door.Release();
        }
    }

    static string Edit(Recipe recipe) => Links.Recipe(recipe.Id, "edit");

    static int[] Numbers(string text) => [.. text.Trim().Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    static string Plus(string text, int who)
    {
        var numbers = Numbers(text);
        numbers[who]++;
        return string.Join(' ', numbers);
    }
}

public sealed class ParallelEditorsOnSqlite(SqliteHost host) : ParallelEditorsTests(host), IClassFixture<SqliteHost>;

public sealed class ParallelEditorsOnPostgres(PostgresHost host) : ParallelEditorsTests(host), IClassFixture<PostgresHost>;
