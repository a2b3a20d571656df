using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Families;
using Nestwerk.Families.Rights;
using Nestwerk.Shared;

namespace Nestwerk.BrowserTests.Parents;

static class ACopy
{
    /// <summary>As if she had asked for it three days ago.</summary>
    public static async Task LieReadyAsync(IServiceProvider all, Guid member)
    {
        using var scope = all.CreateScope();
        var services = scope.ServiceProvider;
        using var turn = await services.GetRequiredService<WriteGate>().EnterAsync(CancellationToken.None);
        var (db, now) = (services.GetRequiredService<NestwerkDb>(), services.GetRequiredService<HouseClock>().Utc);
        var her = await services.GetRequiredService<FamilyScope>().For<FamilyMember>(Job.Demo).SingleAsync(each => each.Id == member);
        var request = SubjectRequest.Ask(her, Right.Access, member, null, now);
        request.Finish(null, now);
        db.Add(request);
        await db.SaveChangesAsync();
    }
}
