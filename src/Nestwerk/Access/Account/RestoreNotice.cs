using Microsoft.EntityFrameworkCore;
using Nestwerk.Access.Team;
using Nestwerk.Data;

namespace Nestwerk.Access.Account;

/// <summary>Tells the owner of an account that a way into it was made: for thirty days, also where no mail is sent.</summary>
public sealed class RestoreNotice(NestwerkDb db, Actor actor)
{
    public async Task<(string Who, DateTime At)?> LastAsync(CancellationToken cancel)
    {
        var me = actor.PersonId;
        var last = await (
            from invitation in db.Set<Invitation>()
            where invitation.PersonId == me
            from maker in db.Set<Person>().Where(person => person.Id == invitation.MadeBy).DefaultIfEmpty()
            orderby invitation.MadeAt descending
            select new { maker!.Name, invitation.MadeAt }
        ).FirstOrDefaultAsync(cancel);
        return last is null ? null : (last.Name ?? "", last.MadeAt);
    }
}
