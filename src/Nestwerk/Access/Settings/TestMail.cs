using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;
using Nestwerk.Shared.Mail;

namespace Nestwerk.Access.Settings;

/// <summary>A message to the one who asks, to see whether mail leaves the house.</summary>
public sealed class TestMail(NestwerkDb db, WriteGate gate, Outbox outbox, Actor actor, NestwerkOptions options, T t)
{
    public async Task SendAsync(CancellationToken cancel)
    {
        var address = await (
            from person in db.Set<Person>()
            join account in db.Users on person.AccountId equals account.Id
            where person.Id == actor.PersonId
            select account.Email
        ).SingleAsync(cancel);
        using var turn = await gate.EnterAsync(cancel);
        outbox.Add("test", new(address!, t["settings.testSubject", options.Name], t["settings.testBody", options.Name]));
        await db.SaveChangesAsync(cancel);
    }
}
