using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access.Team;

/// <summary>Makes codes and honours them. Nobody ever chooses another's password: whoever holds the code does, once.</summary>
public sealed class Invitations(NestwerkDb db, UserManager<IdentityUser<Guid>> users, AuditTrail audit, Actor actor, HouseClock clock)
{
    static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <returns>The code, to be shown once.</returns>
    public async Task<(Invitation Invitation, string Code)> InviteAsync(
        Guid organisation,
        InviteInput input,
        IEnumerable<Role> roles,
        CancellationToken cancel
    )
    {
        var (invitation, code) = Make(organisation, person: null, input.Name!.Trim(), input.Address!.Trim(), input.Language, roles);
        await ReplaceAsync(invitation, cancel);
        audit.Wrote("invitation.made", invitation.Id);
        return (invitation, code);
    }

    /// <summary>A way back into her account: using it gives a new password, takes her factors away and ends her sessions.</summary>
    public async Task<(Invitation Invitation, string Code)> RestoreAsync(
        Guid organisation,
        Person person,
        string address,
        CancellationToken cancel
    )
    {
        var (invitation, code) = Make(organisation, person.Id, person.Name, address, person.Language, []);
        await ReplaceAsync(invitation, cancel);
        audit.Wrote("account.restore-offered", person.Id);
        return (invitation, code);
    }

    /// <returns>The open invitation that this code opens for this address, else null.</returns>
    public async Task<Invitation?> FindAsync(string? address, string? code, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(address) || string.IsNullOrWhiteSpace(code))
            return null;
        var hash = OneTimeCode.Hash(code);
        var invitation = await db.Set<Invitation>().SingleOrDefaultAsync(each => each.CodeHash == hash, cancel);
        var fits = invitation is not null && users.NormalizeEmail(invitation.Address) == users.NormalizeEmail(address.Trim());
        return fits && invitation!.IsOpen(clock.Utc) ? invitation : null;
    }

    /// <summary>Whether a password has to be chosen: not by somebody who has an account and comes to work at one more organisation.</summary>
    public async Task<bool> AsksPasswordAsync(Invitation invitation) =>
        invitation.Restores || await users.FindByEmailAsync(invitation.Address) is null;

    /// <returns>The account that can be signed in to with the new password; null for an account that was there already.</returns>
    public async Task<IdentityUser<Guid>?> AcceptAsync(Invitation invitation, string? password, CancellationToken cancel)
    {
        invitation.Accept(clock.Utc);
        var account = await users.FindByEmailAsync(invitation.Address);
        if (invitation.Restores)
            return await RenewAsync(invitation, password!, cancel);
        var person = account is null
            ? await NewcomerAsync(invitation, password!)
            : await db.Set<Person>().SingleAsync(each => each.AccountId == account.Id, cancel);
        foreach (var role in invitation.Roles)
            if (!await HoldsAsync(person.Id, invitation.OrganisationId, role, cancel))
                db.Add(Appointment.Beginning(person.Id, invitation.OrganisationId, role, clock.Today));
        audit.Wrote("invitation.accepted", invitation.Id, person.Id);
        return account is null ? await users.FindByIdAsync(person.AccountId.ToString()!) : null;
    }

    async Task<Person> NewcomerAsync(Invitation invitation, string password)
    {
        var account = new IdentityUser<Guid>(invitation.Address) { Id = Ids.New(), Email = invitation.Address };
        Check(await users.CreateAsync(account, password));
        var person = new Person
        {
            Id = Ids.New(),
            Name = invitation.Name,
            Language = invitation.Language,
            AccountId = account.Id,
        };
        db.Add(person);
        return person;
    }

    async Task<IdentityUser<Guid>> RenewAsync(Invitation invitation, string password, CancellationToken cancel)
    {
        var person = await db.Set<Person>().SingleAsync(each => each.Id == invitation.PersonId, cancel);
        var account = (await users.FindByIdAsync(person.AccountId.ToString()!))!;
        if (await users.HasPasswordAsync(account))
            Check(await users.RemovePasswordAsync(account));
        Check(await users.AddPasswordAsync(account, password));
        foreach (var passkey in await users.GetPasskeysAsync(account))
            Check(await users.RemovePasskeyAsync(account, passkey.CredentialId));
        Check(await users.SetTwoFactorEnabledAsync(account, enabled: false));
        Check(await users.ResetAuthenticatorKeyAsync(account));
        Check(await users.SetLockoutEndDateAsync(account, null));
        Check(await users.UpdateSecurityStampAsync(account));
        audit.Wrote("account.restored", person.Id, person.Id);
        return account;
    }

    Task<bool> HoldsAsync(Guid person, Guid organisation, Role role, CancellationToken cancel)
    {
        var today = clock.Today;
        return db.Set<Appointment>()
            .Where(post => post.PersonId == person && post.OrganisationId == organisation && post.Role == role)
            .AnyAsync(post => post.From <= today && (post.Until == null || today <= post.Until), cancel);
    }

    /// <summary>A new code ends the earlier ones for the same address here; what was closed long ago is swept away.</summary>
    async Task ReplaceAsync(Invitation invitation, CancellationToken cancel)
    {
        var (now, old) = (clock.Utc, clock.Utc - KeptFor);
        await db.Set<Invitation>().Where(each => each.ExpiresAt < old).ExecuteDeleteAsync(cancel);
        var earlier = await db.Set<Invitation>()
            .Where(each => each.OrganisationId == invitation.OrganisationId && each.AcceptedAt == null && each.WithdrawnAt == null)
            .ToListAsync(cancel);
        foreach (var each in earlier.Where(each => users.NormalizeEmail(each.Address) == users.NormalizeEmail(invitation.Address)))
            each.Withdraw(now);
        db.Add(invitation);
    }

    (Invitation Invitation, string Code) Make(
        Guid organisation,
        Guid? person,
        string name,
        string address,
        string language,
        IEnumerable<Role> roles
    )
    {
        var code = OneTimeCode.New();
        var invitation = new Invitation
        {
            Id = Ids.New(),
            OrganisationId = organisation,
            PersonId = person,
            Name = name,
            Address = address,
            Language = language,
            Roles = [.. roles],
            CodeHash = OneTimeCode.Hash(code),
            MadeBy = actor.PersonId,
            MadeAt = clock.Utc,
            ExpiresAt = clock.Utc + Invitation.Validity,
        };
        return (invitation, code);
    }

    static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Code)));
    }
}
