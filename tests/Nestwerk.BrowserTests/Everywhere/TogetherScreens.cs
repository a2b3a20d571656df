namespace Nestwerk.BrowserTests.Everywhere;

/// <summary>The pages of a book of several houses, and of trainings.</summary>
static class TogetherScreens
{
    const string Facilitator = "Nele Verhasselt";
    const string Editor = "Tom Beeckman";
    const string Admin = "Anja Pauwels";

    public static readonly IReadOnlyList<Screen> All =
    [
        new("book, owners", "/playbook/books/{book}/owners", Editor),
        new("book, owners, nothing chosen", "/playbook/books/{book}/owners", Editor, page => Screen.SendAsync(page)),
        new("book, step out", "/playbook/books/{book}/owners", Editor, page => page.Locator("a[href*='step-out']").ClickAsync()),
        new("books that ask, none", "/playbook/books/asked", Admin),
        new("reviews", "/playbook/reviews", Editor),
        new("review, nothing proposed", "/playbook/recipes/{recipe}/review", Editor),
        new("compare", "/playbook/recipes/{recipe}/compare", Facilitator),
        new("compare with the draft", "/playbook/recipes/{recipe}/compare?from=1&to=draft", Editor),
        new("adapt", "/playbook/recipes/{recipe}/adapt", Editor),
        new("margin", "/playbook/recipes/{recipe}/notes", Facilitator),
        new("margin, empty", "/playbook/recipes/{recipe}/notes", Facilitator, page => Screen.SendAsync(page)),
        new("read again", "/playbook/read-again", Editor),
        new("trainings", "/playbook/trainings", Editor),
        new("trainings, mine", "/playbook/trainings/mine", Facilitator),
        new("training, new", "/playbook/trainings/new", Editor),
        new("training, new and empty", "/playbook/trainings/new", Editor, page => Screen.SendAsync(page)),
        new("training asked of a book", "/playbook/trainings/asked?book={book}", Editor),
        new("training asked of a session", "/playbook/trainings/asked?recipe={recipe}", Editor),
    ];
}
