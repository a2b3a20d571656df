using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access;

/// <summary>Everything in the database that is sealed under the key ring. A domain that seals more adds it here.</summary>
public sealed class SealedSecrets(NestwerkDb db, SealedBox box, KeyRing keys)
{
    /// <summary>Seals everything anew under the newest key. What was changed meanwhile is left as it became: that is newer than the key.</summary>
    /// <returns>How many values moved to the newest key.</returns>
    public async Task<int> SealAnewAsync(CancellationToken cancel)
    {
        var newest = keys.Newest().Id;
        var moved = 0;
        foreach (var token in await Tokens().AsNoTracking().ToListAsync(cancel))
        {
            if (SealedBox.KeyOf(token.Value!) == newest)
                continue;
            var boundTo = SealedUserStore.BoundTo(token.UserId, token.Name);
            var anew = box.Seal(box.Open(token.Value!, boundTo), boundTo);
            moved += await Tokens()
                .Where(row => row.UserId == token.UserId && row.LoginProvider == token.LoginProvider && row.Name == token.Name)
                .Where(row => row.Value == token.Value)
                .ExecuteUpdateAsync(row => row.SetProperty(kept => kept.Value, anew), cancel);
        }
        return moved;
    }

    /// <returns>The keys under which something is sealed today.</returns>
    public async Task<IReadOnlySet<string>> KeysInUseAsync(CancellationToken cancel) =>
        (await Tokens().Select(token => token.Value!).ToListAsync(cancel)).Select(SealedBox.KeyOf).ToHashSet(StringComparer.Ordinal);

    IQueryable<IdentityUserToken<Guid>> Tokens() => db.Set<IdentityUserToken<Guid>>().Where(token => token.Value != null);
}
