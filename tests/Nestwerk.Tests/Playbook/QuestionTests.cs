using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Playbook;
using Nestwerk.Shared;
using Nestwerk.Shared.Mail;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook;

/// <summary>Anybody asks the contact of an open book a question; only the contact and the editors of the book read it.</summary>
[Trait("Row", "A15")]
public abstract class QuestionTests(TestHost host) : WebTests(host)
{
    const string Text = "Mogen wij de kaartjes vertalen?";

    [Fact]
    public async Task A_question_about_a_session_reaches_the_named_contact_and_lies_sealed()
    {
        var book = ABook.Open(Everybody.Facilitator);
        var recipe = ARecipe.Published(ARecipe.Content("Kaartjes leggen"), book: book);
        await App.AddAsync(book, recipe);

        var form = await (await Visitor().GetAsync($"/nl/book/{book.Id}/{recipe.Id}")).FollowAsync("main .head a");
        var thanks = await form.PressAsync(
            "main form",
            ("Input.Text", Text),
            ("Input.Reply", "ellen@voorbeeld.example"),
            ("Input.Name", "Ellen")
        );

        Assert.Contains(Everybody.Facilitator.Name, form.Main);
        Assert.Contains(Everybody.Facilitator.Name, thanks.Main);
        var contact = await SignInAsync(Everybody.Facilitator);
        var read = await (await contact.GetAsync(Links.Library)).FollowAsync("main .head a[href$='/questions']");
        Assert.All([Text, "Ellen", "ellen@voorbeeld.example", "Kaartjes leggen"], word => Assert.Contains(word, read.Main));
        var kept = await App.InDbAsync(db => db.Set<Question>().SingleAsync(each => each.BookId == book.Id));
        Assert.Equal(recipe.Id, kept.RecipeId);
        Assert.DoesNotContain("kaartjes", kept.Sealed, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Only_the_contact_and_the_editors_of_the_book_read_and_answer_it()
    {
        var (book, question) = await AskedAsync(Everybody.Facilitator);
        foreach (var other in new[] { Everybody.Stranger, Everybody.Colleague, Everybody.Neighbour, Everybody.Admin })
        {
            var browser = await SignInAsync(other);
            var page = await browser.GetAsync(Links.Questions);
            Assert.DoesNotContain(Text, page.Main);
            var token = (await browser.GetAsync("/playbook")).Token();
            Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(Links.Questions, token, ("id", question.Id.ToString()))).Status);
        }
        var editor = await (await SignInAsync(Everybody.LibraryEditor)).GetAsync(Links.Questions);

        var answered = await editor.PressAsync($"button[value='{question.Id}']");

        Assert.Contains(Text, editor.Main);
        Assert.Contains($"Beantwoord op dinsdag 9 maart 2027 door {Everybody.LibraryEditor.Name}", answered.Main);
        var kept = await App.InDbAsync(db => db.Set<Question>().SingleAsync(each => each.BookId == book.Id));
        Assert.Equal((Everybody.LibraryEditor.Id, Time.Utc), (kept.AnsweredBy, kept.AnsweredAt));
    }

    [Fact]
    public async Task A_form_filled_in_by_a_machine_is_thanked_and_forgotten()
    {
        var book = ABook.Open(Everybody.Facilitator);
        await App.AddAsync(book);
        var form = await Visitor().GetAsync($"/nl/book/{book.Id}/ask");

        var thanks = await form.PressAsync(
            "main form",
            ("Input.Text", "Buy"),
            ("Input.Reply", "a@b.example"),
            ("Input.Website", "spam.example")
        );

        Assert.Equal("Dank je, je vraag is aangekomen", thanks.Title);
        Assert.False(await App.InDbAsync(db => db.Set<Question>().AnyAsync(each => each.BookId == book.Id)));
    }

    [Fact]
    public async Task A_question_that_is_too_long_or_cannot_be_answered_comes_back_as_it_was_typed()
    {
        var book = ABook.Open(Everybody.Facilitator);
        await App.AddAsync(book);
        var form = await Visitor().GetAsync($"/nl/book/{book.Id}/ask");
        var tooLong = new string('é', Asked.TextLength + 1);

        var again = await form.PressAsync("main form", ("Input.Text", tooLong), ("Input.Reply", "ergens"), ("Input.Name", "Ellen"));

        Assert.Equal(2, again.Errors.Count);
        Assert.Equal(tooLong, again.Find("#Input_Text").TextContent.Trim());
        Assert.Equal(
            ("ergens", "Ellen"),
            (again.Find("#Input_Reply").GetAttribute("value"), again.Find("#Input_Name").GetAttribute("value"))
        );
        Assert.False(await App.InDbAsync(db => db.Set<Question>().AnyAsync(each => each.BookId == book.Id)));
    }

    [Fact]
    public async Task Without_somebody_who_answers_today_there_is_no_form()
    {
        var (nobody, gone) = (ABook.Open(), ABook.Open(Everybody.Former));
        await App.AddAsync(nobody, gone);
        foreach (var book in new[] { nobody, gone })
        {
            Assert.Empty((await Visitor().GetAsync($"/nl/book/{book.Id}")).FindAll("a[href$='/ask']"));
            Assert.Equal(HttpStatusCode.NotFound, (await Visitor().GetAsync($"/nl/book/{book.Id}/ask")).Status);
        }
    }

    [Fact]
    public async Task The_mail_to_the_contact_says_that_there_is_a_question_and_not_what()
    {
        await using var app = await TheHost.StartAnotherAsync([
            "--Nestwerk:Mail:Host=localhost",
            "--Nestwerk:Mail:From=huis@nestwerk.example",
        ]);
        var book = ABook.Open(Everybody.Facilitator);
        await app.AddAsync(book);
        var form = await app.Visitor().GetAsync($"/fr/book/{book.Id}/ask");

        await form.PressAsync("main form", ("Input.Text", Text), ("Input.Reply", "0499 00 00 00"), ("Input.Name", "Ellen"));

        var mail = await app.InDbAsync(db => db.Set<OutboxMail>().SingleAsync());
        var letter = app.Services.GetRequiredService<SealedBox>().Open(mail.Content, $"outbox:{mail.Id:N}");
        Assert.Equal("question", mail.Kind);
        Assert.Contains(Everybody.Facilitator.Email, letter);
        Assert.Contains(Links.Questions, letter);
        Assert.All([Text, "Ellen", "0499"], word => Assert.DoesNotContain(word, letter));
    }

    [Fact]
    public async Task A_year_after_the_answer_it_is_gone_and_one_that_waits_stays()
    {
        var book = ABook.Open(Everybody.Facilitator);
        var (old, young, waiting) = (Ask(book, 400), Ask(book, 400), Ask(book, 800));
        old.Answered(Everybody.Facilitator.Id, Time.Utc.AddDays(-366));
        young.Answered(Everybody.Facilitator.Id, Time.Utc.AddDays(-364));
        await App.AddAsync(book, old, young, waiting);

        await App.Services.GetRequiredService<Purge>().RunAsync(TestContext.Current.CancellationToken);

        var left = await App.InDbAsync(db =>
            db.Set<Question>().Where(each => each.BookId == book.Id).Select(each => each.Id).ToListAsync()
        );
        Assert.Equal(new[] { young.Id, waiting.Id }.Order(), left.Order());
    }

    [Fact]
    public async Task Many_questions_from_one_address_are_refused()
    {
        await using var app = await TheHost.StartAnotherAsync(["--Nestwerk:SignInsPerMinute=2"]);
        var book = ABook.Open(Everybody.Facilitator);
        await app.AddAsync(book);
        var form = await app.Visitor().GetAsync($"/nl/book/{book.Id}/ask");
        var statuses = new List<HttpStatusCode>();

        for (var i = 0; i < 3; i++)
            statuses.Add((await form.PressAsync("main form", ("Input.Text", Text), ("Input.Reply", "a@b.example"))).Status);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses);
    }

    async Task<(Book Book, Question Question)> AskedAsync(Inhabitant contact)
    {
        var book = ABook.Open(contact);
        var question = Ask(book, 0);
        await App.AddAsync(book, question);
        return (book, question);
    }

    Question Ask(Book book, int daysAgo) =>
        Question.Ask(
            Ids.New(),
            book.Id,
            null,
            new("Ellen", "ellen@voorbeeld.example", Text),
            App.Services.GetRequiredService<SealedBox>(),
            Time.Utc.AddDays(-daysAgo)
        );
}

public sealed class QuestionsOnSqlite(SqliteHost host) : QuestionTests(host), IClassFixture<SqliteHost>;

public sealed class QuestionsOnPostgres(PostgresHost host) : QuestionTests(host), IClassFixture<PostgresHost>;
