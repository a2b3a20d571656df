using Microsoft.Playwright;
using Nestwerk.BrowserTests.Host;
using Nestwerk.Cli.Demo;
using Nestwerk.Playbook;

namespace Nestwerk.BrowserTests.Everywhere;

/// <summary>A page as somebody meets it. A new page is one line in <see cref="All"/>.</summary>
/// <param name="Name">For the name of the test.</param>
/// <param name="Path">Its address. <c>{plan}</c>, <c>{block}</c>, <c>{long}</c>, <c>{recipe}</c> are of the demo; <c>{mine}</c> is a meeting of this screen alone.</param>
/// <param name="Who">Who looks at it; null for a visitor.</param>
/// <param name="Prepare">What she does before we look.</param>
sealed record Screen(string Name, string Path, string? Who = null, Func<IPage, Task>? Prepare = null)
{
    /// <summary>What its own meeting says and holds; nothing unless it is told.</summary>
    public Func<PlanFacts>? Meeting { get; init; }
    public Func<PlanBlock[]>? Blocks { get; init; }

    /// <summary>Whether somebody else sits in her window afterwards, so that the next screen needs another.</summary>
    public bool Changes { get; init; }

    static readonly string Word = new('W', 120);

    const string Nele = Meetings.Author;
    const string Editor = "Tom Beeckman";
    const string Admin = "Anja Pauwels";

    public static readonly IReadOnlyList<Screen> All =
    [
        new("front", "/{language}"),
        new("help", "/{language}/help"),
        new("privacy", "/{language}/privacy"),
        new("accessibility", "/{language}/accessibility"),
        new("search, nothing asked", "/search", Admin),
        new("search", "/search?q=an", Admin),
        new("search of a facilitator", "/search?q=baby", Nele),
        new("search, nothing found", "/search?q=xyzzy", Nele),
        new("search, words that never end", "/search?q=" + Word, Nele),
        new("open book", "/{language}/book/{book}"),
        new("open book, a session", "/{language}/book/{book}/{recipe}"),
        new("open book, booklet", "/{language}/book/{book}/print"),
        new("open book, ask", "/{language}/book/{book}/ask?recipe={recipe}"),
        new("open book, ask, wrong", "/{language}/book/{book}/ask", null, page => SendAsync(page, ("Input.Reply", "ergens"))),
        new("open book, thanks", "/{language}/book/{book}/thanks"),
        new("sign in", "/sign-in"),
        new(
            "sign in, wrong",
            "/sign-in",
            null,
            page => SendAsync(page, ("Input.Address", "an@nestwerk.example"), ("Input.Password", "verkeerd"))
        ),
        new("not found", "/error/404"),
        new("not for you", "/playbook/plans", "Katelijne Roels"),
        new("demo people", "/demo"),
        new("account", "/account", Nele),
        new("account of an admin", "/account", Admin),
        new("people", "/people", Admin),
        new("invite", "/people/invite", Admin),
        new("invite, empty", "/people/invite", Admin, page => SendAsync(page)),
        new(
            "code for a colleague",
            "/people/invite",
            Admin,
            async page =>
            {
                await page.Locator("[name='Input.Name']").FillAsync("Lotte Baert");
                await page.Locator("[name='Input.Address']").FillAsync("lotte@huis.example");
                await page.Locator("main .btn.primary").ClickAsync();
                await page.Locator(".code-big").WaitForAsync();
            }
        ),
        new("colleague", "/people", Admin, page => page.GetByRole(AriaRole.Link, new() { Name = "Nele" }).ClickAsync()),
        new("settings", "/settings", "Koen Raes"),
        new("code from an admin", "/invitation"),
        new("code from an admin, wrong", "/invitation", null, page => SendAsync(page, ("Address", "a@b.example"), ("Code", "XXXX"))),
        new("menu open", "/playbook/plans", Nele, page => page.Locator("header .menu > summary").ClickAsync()),
        new("library", "/playbook", Nele),
        new("library for an editor", "/playbook", Editor),
        new("library, filtered", "/playbook?minutes=30&pillar=Feel&people=12&without=projector&theme=our-developing-baby", Nele),
        new("library, nothing fits", "/playbook?q=xyzzy", Nele),
        new("library for a meeting", "/playbook?plan={mine}", Nele),
        new("recipe", "/playbook/recipes/{recipe}", Nele),
        new("recipe for an editor", "/playbook/recipes/{recipe}", Editor),
        new("recipe, put in a meeting", "/playbook/recipes/{recipe}", Nele, page => page.Locator("main .menu > summary").ClickAsync()),
        new("recipe, new", "/playbook/recipes/new", Editor),
        new("recipe, new and empty", "/playbook/recipes/new", Editor, page => SendAsync(page)),
        new("recipe, edit", "/playbook/recipes/{recipe}/edit", Editor),
        new("recipe, publish", "/playbook/recipes/{recipe}/publish", Editor),
        new("recipe, read through", "/playbook/recipes/{recipe}/read-through", Editor),
        new("recipe, versions", "/playbook/recipes/{recipe}/versions", Editor),
        new("recipe, one version", "/playbook/recipes/{recipe}/versions/1", Nele),
        new("recipe, archive", "/playbook/recipes/{recipe}/archive", Editor),
        new("recipe, delete", "/playbook/recipes/{recipe}/delete", Editor),
        new("recipe, files", "/playbook/recipes/{recipe}/files", Editor),
        new("recipe, files, wrong", "/playbook/recipes/{recipe}/files", Editor, page => SendAsync(page)),
        new("book, bring in", "/playbook/books/import", Editor),
        new("book, bring in, wrong", "/playbook/books/import", Editor, page => SendAsync(page)),
        new("book, looked at", "/playbook/books/import", Editor, BookInHand.BringAsync),
        new("card", "/playbook/recipes/{recipe}/card", Nele),
        new("booklet", "/playbook/booklet?theme=our-developing-baby", Nele),
        new("booklet, choosing", "/playbook/booklet?minutes=15", Nele, page => page.Locator(".sheetbar summary").ClickAsync()),
        new("book", "/playbook/books/{book}", Editor),
        new("book, wrong", "/playbook/books/{book}", Editor, page => SendAsync(page, ("Input.Title.Nl", new string('x', 300)))),
        .. TogetherScreens.All,
        .. LogScreens.All,
        .. ParentScreens.All,
        .. FamilyScreens.All,
        new("questions", "/playbook/questions", Editor),
        new("questions, none", "/playbook/questions", Nele),
        new("lists", "/playbook/lists", Editor),
        new("bin", "/playbook/bin", Editor),
        new("bin of a facilitator", "/playbook/bin", Nele),
        new("plans", "/playbook/plans", Nele),
        new("plans, past", "/playbook/plans?show=past", Nele),
        new("plans, archive", "/playbook/plans?show=archive", Nele),
        new("plans, none", "/playbook/plans?show=archive", "Lieve Moens"),
        new("plan, new", "/playbook/plans/new", Nele),
        new("plan, new from a filter", "/playbook/plans/new?people=12&audience=Pregnancy", Nele),
        new("facts", "/playbook/plans/{mine}/facts", Nele),
        new(
            "facts, wrong",
            "/playbook/plans/{mine}/facts",
            Nele,
            page =>
                SendAsync(
                    page,
                    ("Input.Title", new string('x', 200)),
                    ("Input.People", "-3"),
                    ("Input.Start", "20:00"),
                    ("Input.RoomUntil", "19:00")
                )
        ),
        new("block", "/playbook/plans/{plan}/blocks/{block}", Nele),
        new(
            "block, wrong",
            "/playbook/plans/{plan}/blocks/{block}",
            Nele,
            page => SendAsync(page, ("Input.Title", ""), ("Input.Minutes", "-5"))
        ),
        new("composer, empty", "/playbook/plans/{mine}", Nele),
        new("composer, words that never end", "/playbook/plans/{mine}", Nele)
        {
            Meeting = Endless,
            Blocks = () => [Meetings.Own(Word, 20, Pillar.Do)],
        },
        new("run sheet, words that never end", "/playbook/plans/{mine}/runsheet", Nele)
        {
            Meeting = Endless,
            Blocks = () => [Meetings.Own(Word, 20, Pillar.Do)],
        },
        new("plans, words that never end", "/playbook/plans", "Samira El Idrissi") { Meeting = Endless },
        new("composer, balanced", "/playbook/plans/{plan}", Nele),
        new("composer, too long", "/playbook/plans/{long}", Nele),
        new("composer, read only", "/playbook/plans/{plan}", "Griet Van Damme"),
        new("composer, print menu", "/playbook/plans/{plan}", Nele, page => page.Locator("main .menu > summary").ClickAsync()),
        new("fill it up", "/playbook/plans/{mine}/fill?goal=informed", Nele) { Meeting = () => Meetings.Evening("Vol") },
        new("fill it up, already complete", "/playbook/plans/{plan}/fill", Nele),
        new("fill it up, a rule gives way", "/playbook/plans/{mine}/fill", Nele)
        {
            Meeting = () => Meetings.Evening("Kort") with { WantedMinutes = 45, People = 18 },
        },
        new("fill it up, nothing fits", "/playbook/plans/{mine}/fill", Nele)
        {
            Meeting = () => Meetings.Evening("Te groot") with { People = 200 },
        },
        new("fill it up, words that never end", "/playbook/plans/{mine}/fill", Nele) { Meeting = Endless },
        new("plan, archive", "/playbook/plans/{plan}/archive", Nele),
        new("plan, delete", "/playbook/plans/{plan}/delete", Nele),
        new("run sheet", "/playbook/plans/{plan}/runsheet", Nele),
        new("live run, not begun", "/playbook/plans/{plan}/run", Nele),
        new("live run, empty", "/playbook/plans/{mine}/run", Nele),
        new("live run", "/playbook/plans/{mine}/run", Nele, BeginAsync) { Blocks = Meeting105 },
        new("live run, standing still", "/playbook/plans/{mine}/run", Nele, page => BeginAsync(page, "[data-hook=pause] button"))
        {
            Blocks = Meeting105,
        },
        new("live run, late", "/playbook/plans/{mine}/run", Nele, page => BeginAsync(page, ".pair form:first-child button"))
        {
            Blocks = Meeting105,
        },
        new("live run, over", "/playbook/plans/{mine}/run", Nele, page => BeginAsync(page, "[value=End] ~ .btn")) { Blocks = Meeting105 },
        new("live run, words that never end", "/playbook/plans/{mine}/run", Nele, BeginAsync)
        {
            Meeting = Endless,
            Blocks = () => [Meetings.Own(Word, 20, Pillar.Do), Meetings.Own(Word, 20, Pillar.Feel)],
        },
        new("packing", "/playbook/plans/{plan}/packing", Nele),
        new("packing of a week", "/playbook/packing", Nele),
        new("handout", "/playbook/plans/{plan}/handout", Nele),
        new("goals", "/playbook/goals?plan={plan}&plan={long}", Nele),
    ];

    public string PathIn(string language, MeetingPlan mine) =>
        Path.Replace("{language}", language, StringComparison.Ordinal)
            .Replace("{mine}", mine.Id.ToString(), StringComparison.Ordinal)
            .Replace("{plan}", DemoIds.For("plan Straks met drie").ToString(), StringComparison.Ordinal)
            .Replace("{block}", DemoIds.For("block Straks met drie 0").ToString(), StringComparison.Ordinal)
            .Replace("{long}", DemoIds.For("plan Huilen, slapen, troosten").ToString(), StringComparison.Ordinal)
            .Replace("{book}", DemoWorld.Book.ToString(), StringComparison.Ordinal)
            .Replace("{recipe}", DemoWorld.Recipe("when-do-i-call").ToString(), StringComparison.Ordinal);

    static PlanFacts Endless() =>
        new()
        {
            Title = Word,
            Place = Word,
            Needs = Word,
            Practical = Word,
            Agreements = Word,
        };

    static PlanBlock[] Meeting105() => [Meetings.Welcome(10), Meetings.Own("Praten", 30, Pillar.Feel), Meetings.Pause(15)];

    static Task BeginAsync(IPage page) => BeginAsync(page, null);

    /// <summary>Begins the meeting, and presses one button of its clock.</summary>
    static async Task BeginAsync(IPage page, string? press)
    {
        await page.Locator("main form .primary").ClickAsync();
        await page.Locator("[data-run]").WaitForAsync();
        if (press is not null)
            await page.Locator($"main {press}").First.ClickAsync();
    }

    /// <summary>Fills in the form of the page and sends it; the answer names what is wrong.</summary>
    internal static async Task SendAsync(IPage page, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
            await page.Locator($"main [name='{name}']").FillAsync(value);
        await page.Locator("main form:not([hidden]) .btn.primary").First.ClickAsync();
        await page.Locator(".errors").WaitForAsync();
    }
}
