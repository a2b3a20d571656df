using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access;

/// <summary>The authenticator secrets and recovery codes.</summary>
sealed class AccountTokens(NestwerkDb db) : ISealedColumn
{
    public async Task<IReadOnlyList<SealedValue>> ReadAsync(CancellationToken cancel)
    {
        var tokens = db.Set<IdentityUserToken<Guid>>().AsNoTracking().Where(token => token.Value != null);
        return
        [
            .. (await tokens.ToListAsync(cancel)).Select(token => new SealedValue(
                token.Value!,
                SealedUserStore.BoundTo(token.UserId, token.Name),
                (anew, stop) =>
                    tokens
                        .Where(row => row.UserId == token.UserId && row.LoginProvider == token.LoginProvider && row.Name == token.Name)
                        .Where(row => row.Value == token.Value)
                        .ExecuteUpdateAsync(row => row.SetProperty(kept => kept.Value, anew), stop)
            )),
        ];
    }
}
