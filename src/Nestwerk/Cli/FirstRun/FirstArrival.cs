using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Access.Team;
using Nestwerk.Data;

namespace Nestwerk.Cli.FirstRun;

/// <summary>
/// An instance without an organisation waits for its first person. The page for that opens only with a token that stands on the
/// console of the one who started it, is made anew at every start, and is worth nothing once somebody came in.
/// </summary>
public sealed class FirstArrival(IServiceScopeFactory scopes)
{
    readonly string token = OneTimeCode.New();
    volatile bool isWaiting;

    public bool IsWaiting => isWaiting;

    /// <returns>The token, when the instance is empty; else null.</returns>
    public async Task<string?> WaitAsync(CancellationToken cancel)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        isWaiting = !await db.Set<Organisation>().AnyAsync(cancel);
        return isWaiting ? token : null;
    }

    public bool Opens(string? typed) =>
        isWaiting
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(OneTimeCode.Hash(typed ?? "")),
            Encoding.ASCII.GetBytes(OneTimeCode.Hash(token))
        );

    public void Close() => isWaiting = false;
}
