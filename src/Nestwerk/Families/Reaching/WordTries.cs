using Microsoft.AspNetCore.Mvc.Filters;
using Nestwerk.Access;

namespace Nestwerk.Families.Reaching;

/// <summary>
/// Counts the words that are tried to change how a protected person is reached, over all instances together, and writes down each that
/// was not hers. It stands around the transaction: what is refused in there keeps nothing. The count is of one worker and one family, so
/// that nobody shuts another out.
/// </summary>
public sealed class WordTries(Throttle throttle, AuditTrail audit, Actor actor) : IAsyncPageFilter
{
    public const int AroundTheTransaction = -1;
    public const int MostAnHour = 5;
    static readonly Allowance Guesses = new("code-word", MostAnHour, TimeSpan.FromHours(1));

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancel = context.HttpContext.RequestAborted;
        if (context.HandlerInstance is not ChannelPage page || string.IsNullOrWhiteSpace(page.Input.Word))
        {
            await next();
            return;
        }
        Try[] guess = [new(Guesses, $"{actor.PersonId}|{page.Family}")];
        page.MayGuess = await throttle.TakeAsync(guess, cancel);
        await next();
        if (page.Missed)
            await audit.MissedAsync(page.Family, "channel.word-missed", page.Member.Id, cancel);
        else if (page.MayGuess)
            await throttle.GiveBackAsync(guess, cancel);
    }
}
