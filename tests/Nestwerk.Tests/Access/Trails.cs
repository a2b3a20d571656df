using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Access.Trail;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Access;

/// <summary>Trails for tests: filled, sealed and looked at.</summary>
static class Trails
{
    public static async Task FillAsync(NestwerkApp app, int rows)
    {
        var random = new Random(rows);
        foreach (var part in Enumerable.Range(0, rows).Chunk(1 + (rows / 3)))
        {
            await app.AddAsync([.. part.Select(number => (object)Row(random, number))]);
            await SealAsync(app);
        }
    }

    public static Task<int> SealAsync(NestwerkApp app) => app.Services.GetRequiredService<AuditSealer>().RunAsync(default);

    public static async Task<AuditReport> VerifyAsync(NestwerkApp app)
    {
        using var scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<AuditVerifier>().RunAsync(default);
    }

    /// <summary>A row as the product writes them: some about a family, some not.</summary>
    public static AuditRow Row(Random random, long number)
    {
        var about = random.Next(3);
        return new()
        {
            Id = Ids.New(),
            At = ManualTime.Start.UtcDateTime.AddSeconds(number),
            PersonId = Ids.New(),
            Event = about == 0 ? "plan.created" : "family.read",
            SubjectId = Ids.New(),
            OfFamily = about == 0 ? null : Ids.New(),
            Classes = about == 0 ? DataClasses.None : DataClasses.Group,
            Act = about == 0 ? null : Act.Read,
            Reason = about == 2 ? Reason.BrokenGlass : null,
            AtOrganisation = random.Next(2) == 0 ? null : Ids.New(),
            SessionId = random.Next(2) == 0 ? null : Ids.New(),
        };
    }
}
