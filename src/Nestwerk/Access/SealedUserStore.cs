using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access;

/// <summary>Identity's own store, except that authenticator secrets and recovery codes are sealed before they are kept.</summary>
public sealed class SealedUserStore(NestwerkDb context, SealedBox box, IdentityErrorDescriber describer)
    : UserOnlyStore<IdentityUser<Guid>, NestwerkDb, Guid>(context, describer)
{
    public override Task SetTokenAsync(
        IdentityUser<Guid> user,
        string loginProvider,
        string name,
        string? value,
        CancellationToken cancellationToken
    ) => base.SetTokenAsync(user, loginProvider, name, value is null ? null : box.Seal(value, BoundTo(user.Id, name)), cancellationToken);

    public override async Task<string?> GetTokenAsync(
        IdentityUser<Guid> user,
        string loginProvider,
        string name,
        CancellationToken cancellationToken
    ) => await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } kept ? box.Open(kept, BoundTo(user.Id, name)) : null;

    internal static string BoundTo(Guid account, string name) => $"token:{account:N}:{name}";
}
