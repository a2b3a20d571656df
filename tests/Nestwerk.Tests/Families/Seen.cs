using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families;

/// <summary>What somebody would find at this moment.</summary>
static class Seen
{
    public static async Task<List<Guid>> ByAsync<TRow>(NestwerkApp app, Inhabitant who, Purpose purpose = Purpose.CoordinateTrajectory)
        where TRow : class, IFamilyRow
    {
        var actor = await who.ActorAsync(app);
        using var scope = app.Services.CreateScope();
        var rows = scope.ServiceProvider.GetRequiredService<FamilyScope>().Of<TRow>(actor, Act.Read, purpose);
        return await rows.Select(row => row.Id).ToListAsync();
    }
}
