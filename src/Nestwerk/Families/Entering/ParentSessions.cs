using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Entering;

/// <summary>Begins, honours and ends the sessions of parents. Who she is and for whom she speaks is loaded anew on every request.</summary>
public sealed class ParentSessions(NestwerkDb db, FamilyScope families, HouseClock clock)
{
    const string Claim = "parent";

    /// <summary>Begins one in this window, in the running transaction.</summary>
    public async Task BeginAsync(HttpContext http, Guid family, Guid member)
    {
        var (token, now) = (Token.New(Ids.New()), clock.Utc);
        db.Add(
            new ParentSession
            {
                FamilyId = family,
                Id = token.Id,
                MemberId = member,
                TokenHash = token.Hash,
                From = now,
                Until = now + ParentSession.Longest,
            }
        );
        var her = new ClaimsIdentity([new(Claim, token.Text)], Policies.ParentScheme);
        await http.SignInAsync(Policies.ParentScheme, new(her), new AuthenticationProperties { IsPersistent = false });
    }

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var sessions = http.RequestServices.GetRequiredService<ParentSessions>();
        if (await sessions.LoadAsync(context.Principal!.FindFirstValue(Claim), http.RequestAborted) is { } actor)
            http.Features.Set(actor);
        else
            context.RejectPrincipal();
    }

    /// <returns>Null when it ended, she is no longer of this family, or the family was erased.</returns>
    public async Task<Actor?> LoadAsync(string? held, CancellationToken cancel)
    {
        if (await FindAsync(held, cancel) is not { } session)
            return null;
        var (family, me) = (session.FamilyId, session.MemberId);
        if (!await db.Set<FamilyKey>().AnyAsync(key => key.FamilyId == family, cancel))
            return null;
        var members = await families
            .For<FamilyMember>(Job.SignIn)
            .Where(each => each.FamilyId == family && each.LeftAt == null && (each.Id == me || each.KeeperId == me))
            .Select(each => each.Id)
            .ToListAsync(cancel);
        return members.Contains(me)
            ? Actor.Nobody with
            {
                PersonId = me,
                SecondFactor = true,
                Parent = new(family, me, [.. members.Where(each => each != me)]),
            }
            : null;
    }

    /// <summary>Ends the one in this window.</summary>
    public async Task EndHereAsync(HttpContext http, CancellationToken cancel)
    {
        var ticket = await http.AuthenticateAsync(Policies.ParentScheme);
        if (await FindAsync(ticket.Principal?.FindFirstValue(Claim), cancel) is { } session)
            session.End(clock.Utc);
        await http.SignOutAsync(Policies.ParentScheme);
    }

    /// <summary>Ends all of hers, wherever they are.</summary>
    public async Task EndAsync(Guid family, Guid member, CancellationToken cancel)
    {
        foreach (
            var session in await db.Set<ParentSession>()
                .Where(each => each.FamilyId == family && each.MemberId == member && each.EndedAt == null)
                .ToListAsync(cancel)
        )
            session.End(clock.Utc);
    }

    async Task<ParentSession?> FindAsync(string? held, CancellationToken cancel)
    {
        if (Token.Read(held) is not { } token)
            return null;
        var now = clock.Utc;
        var session = await db.Set<ParentSession>()
            .SingleOrDefaultAsync(each => each.Id == token.Id && each.EndedAt == null && each.Until > now, cancel);
        return session is not null && token.Fits(session.TokenHash) ? session : null;
    }
}
