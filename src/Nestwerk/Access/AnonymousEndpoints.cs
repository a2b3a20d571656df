namespace Nestwerk.Access;

/// <summary>
/// Every address that opens without signing in, and why it may. A test compares this list with the application:
/// an address that is neither here nor behind a policy fails the build. Static files carry their own mark and are not listed.
/// </summary>
public static class AnonymousEndpoints
{
    const string InAnyLanguage = "{language:regex(^(nl|fr|en)$)}";

    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [""] = "Today, for staff; a visitor is led to the front page in her language and sees nothing else.",
        [InAnyLanguage] = "The public front page, the same for everybody.",
        [InAnyLanguage + "/help"] = "How to begin, the same for everybody; also for whoever cannot get in.",
        [InAnyLanguage + "/privacy"] = "What is kept about people, the same for everybody.",
        [InAnyLanguage + "/accessibility"] = "The accessibility statement, the same for everybody.",
        ["language"] = "A visitor chooses the language before she signs in; it writes a cookie, and her own preference once signed in.",
        ["sign-in"] = "The door. Counts guesses and limits them per address.",
        ["sign-in/code"] = "The second step at the door; answers only with the short-lived cookie of the first.",
        ["invitation"] = "Where a code is honoured that an admin gave. Limited per address; a code has 60 bits and works once.",
        ["first-run"] = "The first page of an empty instance. Asks the token of the console, and is gone once somebody came in.",
        ["/picture/{id:guid}"] = "The pictures of the House, which stand on its public page.",
        [InAnyLanguage + "/book/{id:guid}"] = "The contents of a book that its owners opened; any other book is not there.",
        [InAnyLanguage + "/book/{id:guid}/{recipe:guid}"] = "A session of such a book, as published.",
        ["/" + InAnyLanguage + "/book/{book:guid}/{recipe:guid}/files/{file:guid}"] = "A file that goes with such a session, as published.",
        [InAnyLanguage + "/book/{id:guid}/print"] = "Such a book as a booklet.",
        [InAnyLanguage + "/book/{id:guid}/ask"] = "A question to the contact of such a book. Limited per address; kept sealed.",
        [InAnyLanguage + "/book/{id:guid}/thanks"] = "Says that the question arrived; shows no data.",
        ["r/stop/{token}"] =
            "The link in a message: stops what comes to that number. 128 random bits; dies with the message. Limited per address.",
        ["my"] = "The door for parents. The same answer whether a number is known or not; counted per number and per address.",
        ["my/code"] = "The second step there; answers only with the short-lived cookie of the first.",
        ["my/pin"] = "The third step, behind a right code. Five tries, then only a worker helps.",
        ["my/language"] = "A parent chooses her language; it writes a cookie that goes with the window.",
        ["my/away"] = "Leaves quickly, signed in or not: ends her session here and leads to the weather.",
        ["my/voice/{id:guid}"] = "A text of these pages as somebody spoke it; the same for everybody.",
        ["my/error/{code:int?}"] = "Says to a parent in words what went wrong; shows no data.",
        ["error/{code:int?}"] = "Says in words what went wrong; shows no data.",
        ["demo"] = "The invented people. Exists in demo mode only, and answers only at home or when the demo is public.",
        ["demo/sign-in"] = "Makes the visitor an invented person, under the same conditions.",
        ["/health/live"] = "Says that the process answers, nothing else.",
        ["/health/ready"] = "Says whether it can do its work, nothing else.",
        ["{*path}"] = "The answer for a path that leads nowhere.",
    };
}
