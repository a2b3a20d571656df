using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;

namespace Nestwerk.Families;

/// <summary>For what somebody who works here can stand beside families.</summary>
public static class Standing
{
    /// <summary>First the one that opens most.</summary>
    public static IReadOnlyList<Purpose> Of(Actor actor) =>
        [
            .. Cares(actor) ? [Purpose.CoordinateTrajectory] : Array.Empty<Purpose>(),
            .. actor.Is(Role.CareWorker) ? [Purpose.Refer] : Array.Empty<Purpose>(),
            .. actor.Is(Role.Facilitator) ? [Purpose.DeliverGroup] : Array.Empty<Purpose>(),
            .. actor.Is(Role.Volunteer) || actor.Is(Role.VolunteerCoordinator) ? [Purpose.SupportVolunteer] : Array.Empty<Purpose>(),
        ];

    /// <summary>Whether she can carry a family; the others meet people of a group or a duo.</summary>
    public static bool Cares(Actor actor) => actor.Is(Role.CareWorker) || actor.Is(Role.NetworkCoordinator);
}

/// <summary>A family as far as the one who looks may see it.</summary>
/// <param name="Purpose">For what she looks.</param>
/// <param name="Members">Those she may see, parents first.</param>
/// <param name="Quiet">What keeps it quiet; null when nothing does.</param>
public sealed record OpenFamily(Guid Id, Purpose Purpose, FamilySeal Seal, IReadOnlyList<FamilyMember> Members, Quiet? Quiet)
{
    /// <summary>Those who are of the family today.</summary>
    public IEnumerable<FamilyMember> Here => Members.Where(member => member.LeftAt is null);

    public IEnumerable<FamilyMember> Parents => Here.Where(member => member.IsParent);

    /// <summary>Whom it is about when nobody says.</summary>
    public FamilyMember First => Parents.FirstOrDefault() ?? Members[0];

    public FamilyMember? Member(Guid? id) => Members.FirstOrDefault(member => member.Id == id);

    public string NameOf(Guid? id) => Member(id)?.NameIn(Seal) ?? "";

    /// <summary>The names of the parents; of the first other when there is none.</summary>
    public string Heading =>
        string.Join(", ", Parents.DefaultIfEmpty(First).Select(member => member.NameIn(Seal)).Where(name => name.Length > 0));

    /// <summary>Whether her month may be said: never of one who is expected no more, or who died.</summary>
    public bool ShowsMonthOf(FamilyMember member) =>
        member.IsParent || Quiet is null || (member.Kin == Kin.Child && Quiet.MemberId is { } lost && lost != member.Id);

    /// <summary>Who speaks for a member: she herself, or the keeper of a child.</summary>
    public FamilyMember SpeakerOf(FamilyMember member) => member.IsParent ? member : Member(member.KeeperId) ?? First;

    public static IReadOnlyList<FamilyMember> Ordered(IEnumerable<FamilyMember> members) =>
        [.. members.OrderBy(member => member.IsParent ? 0 : 1).ThenBy(member => member.MadeAt).ThenBy(member => member.Id)];
}

/// <summary>Opens one family for the one who looks.</summary>
public sealed class FamilyReading(NestwerkDb db, FamilyScope scope, FamilyKeys keys, Actor actor)
{
    /// <returns>Null when it is not hers: answer as for something that is not there.</returns>
    public async Task<OpenFamily?> FindAsync(Guid family, Act act, CancellationToken cancel)
    {
        foreach (var purpose in Standing.Of(actor))
        {
            var members = await scope.Of<FamilyMember>(actor, act, purpose).Where(member => member.FamilyId == family).ToListAsync(cancel);
            if (members.Count == 0)
                continue;
            var quiet = await db.Set<Quiet>().Where(each => each.FamilyId == family && each.ReopenedAt == null).ToListAsync(cancel);
            return new(family, purpose, await keys.OfAsync(family, cancel), OpenFamily.Ordered(members), quiet.FirstOrDefault());
        }
        return null;
    }

    /// <summary>The rows of a type in this family that she may read for what she looks for.</summary>
    public IQueryable<TRow> Of<TRow>(OpenFamily family, Act act = Act.Read)
        where TRow : class, IFamilyRow => scope.Of<TRow>(actor, act, family.Purpose).Where(row => row.FamilyId == family.Id);

    public Task<bool> AddAsync<TRow>(OpenFamily family, TRow row, CancellationToken cancel)
        where TRow : class, IFamilyRow => scope.AddAsync(actor, family.Purpose, row, cancel);

    public async Task<FamilyFacts> FactsAsync(OpenFamily family, CancellationToken cancel) => (await scope.FactsAsync(family.Id, cancel))!;
}
