using System.Linq.Expressions;
using Nestwerk.Shared;

namespace Nestwerk.Access;

/// <summary>
/// Who may do what, in one place: pure, default deny. <see cref="Decide(Actor, Act, Held)"/> answers for the work of an organisation,
/// <see cref="Decide(Actor, Wish, IFamilyRow, FamilyFacts)"/> for a row about a family: it needs a role, a relation and, where something
/// is passed on, a consent; an exclusion always wins. <see cref="Reach"/> and <see cref="Filter"/> are the same rules for the filter of a query.
/// </summary>
public static class AccessPolicy
{
    static readonly DataClass[] OfAFamily =
    [
        DataClass.Contact,
        DataClass.Attendance,
        DataClass.Needs,
        DataClass.Care,
        DataClass.Confidential,
    ];

    /// <summary>
    /// What a role may do with a class of family data: for which purpose, on which ground, and whether she whom it is about must have
    /// said yes to what others wrote. A volunteer learns no more than her match needs; who leads an organisation sees no family at all.
    /// </summary>
    static readonly Rule[] Rules =
    [
        .. ReadOnly(Role.Volunteer, Purpose.SupportVolunteer, Basis.Match, Ask.Always, DataClass.Contact),
        new(Role.Volunteer, DataClass.Attendance, true, Purpose.SupportVolunteer, Basis.Match, Ask.ForOthers),
        .. ReadOnly(Role.Facilitator, Purpose.DeliverGroup, Basis.Enrolment, Ask.Never, DataClass.Contact, DataClass.Needs),
        new(Role.Facilitator, DataClass.Attendance, true, Purpose.DeliverGroup, Basis.Enrolment, Ask.Never),
        .. Team(Role.CareWorker),
        new(Role.CareWorker, DataClass.Attendance, true, Purpose.CoordinateTrajectory, Basis.CareTeam, Ask.Never),
        new(Role.CareWorker, DataClass.Confidential, true, Purpose.CoordinateTrajectory, Basis.CareTeam, Ask.ForOthersByName),
        .. ReadOnly(Role.CareWorker, Purpose.Refer, Basis.Referral, Ask.Always, DataClass.Contact, DataClass.Needs, DataClass.Care),
        .. Team(Role.NetworkCoordinator),
        .. ReadOnly(Role.VolunteerCoordinator, Purpose.SupportVolunteer, Basis.Candidate, Ask.Always, DataClass.Contact, DataClass.Needs),
        .. ReadOnly(Role.VolunteerCoordinator, Purpose.SupportVolunteer, Basis.Match, Ask.Never, DataClass.Attendance),
        .. ReadOnly(Role.ProtectionOfficer, Purpose.SubjectRequest, Basis.Case, Ask.Never, OfAFamily),
    ];

    /// <summary>Only those who stand beside her as care reach a protected person; everybody else sees her other name.</summary>
    static readonly Role[] ReachTheProtected = [Role.CareWorker, Role.NetworkCoordinator, Role.ProtectionOfficer];

    /// <summary>The same rules, for people to read.</summary>
    public static IReadOnlyList<Grant> Table =>
        [
            .. Rules.Select(rule => new Grant(
                rule.Role,
                rule.Class,
                rule.Writes,
                rule.Purpose,
                rule.Basis,
                rule.Ask != Ask.Never,
                rule.Ask == Ask.ForOthersByName
            )),
        ];

    /// <summary>First reason that applies wins.</summary>
    public static Reason Decide(Actor actor, Act act, Held held)
    {
        if (!actor.IsSignedIn)
            return Reason.NotSignedIn;
        if (!actor.SecondFactor)
            return Reason.NoSecondFactor;
        if (!actor.Posts.Any(post => RoleAllows(post.Role, held.Class, act)))
            return Reason.NoRole;
        if (held.Class == DataClass.Public && act == Act.Read)
            return Reason.Allowed;
        if (!Reach(actor, held.Class, act).Any(held.Organisations.Contains))
            return Reason.OtherOrganisation;
        if (held.Class == DataClass.Working && act == Act.Write && !held.People.Contains(actor.PersonId))
            return Reason.NotHers;
        return Reason.Allowed;
    }

    public static bool May(Actor actor, Act act, Held held) => Decide(actor, act, held) == Reason.Allowed;

    /// <summary>The organisations whose things of this class the actor reaches. A coordinator reads her networks; everyone writes only at home.</summary>
    public static Guid[] Reach(Actor actor, DataClass data, Act act) =>
        !actor.IsSignedIn || !actor.SecondFactor
            ? []
            :
            [
                .. actor
                    .Posts.Where(post => RoleAllows(post.Role, data, act))
                    .SelectMany(post =>
                        act == Act.Read && post.Role == Role.NetworkCoordinator
                            ? post.Neighbours.Append(post.OrganisationId)
                            : [post.OrganisationId]
                    )
                    .Distinct(),
            ];

    /// <summary>Whether any of her roles could ever do this, whichever the family: for a door and for a link in the bar.</summary>
    public static bool CouldEver(Actor actor, DataClass data, Act act) =>
        actor.SecondFactor && actor.Posts.Any(post => Rules.Any(rule => rule.Role == post.Role && rule.Class == data && rule.Allows(act)));

    /// <summary>
    /// One row of one family. In this order, first hit wins: session, exclusion, restriction, another controller, role, relation, consent,
    /// protection; breaking the glass can only stand in for a relation or a consent.
    /// </summary>
    public static Reason Decide(Actor actor, Wish wish, IFamilyRow row, FamilyFacts facts)
    {
        if (!actor.IsSignedIn)
            return Reason.NotSignedIn;
        if (!actor.SecondFactor)
            return Reason.NoSecondFactor;
        if (row.FamilyId != facts.FamilyId)
            return Reason.NotHers;
        if (facts.Exclusions.Any(each => Holds(each, wish.Now) && Covers(each.MemberId, row) && Names(actor).Contains(each.ExcludedId)))
            return Reason.Excluded;
        var restricted = facts.Restrictions.Any(each => Holds(each, wish.Now) && Covers(each.MemberId, row));
        if (restricted && wish.Purpose != Purpose.SubjectRequest)
            return Reason.Restricted;
        var isProtected = facts.Protections.Any(each => Holds(each, wish.Now) && Covers(each.MemberId, row));
        if (actor.Parent is { } parent)
            return DecideForParent(parent, wish, row, isProtected);
        var hers = facts.Relations.Where(each => Holds(each, wish.Now) && actor.Holders.Contains(each.HolderId)).ToList();
        if (hers.Count == 0 && !Around(actor).Contains(facts.ControllerId))
            return Reason.OtherController;
        return DecideForStaff(actor, wish, row, facts, isProtected);
    }

    static Reason DecideForStaff(Actor actor, Wish wish, IFamilyRow row, FamilyFacts facts, bool isProtected)
    {
        var paths = Paths(actor, wish);
        if (paths.Count == 0 && !Breaks(actor, wish))
            return Reason.NoRole;
        var best = paths.Select(path => Walk(path, actor, wish, row, facts, isProtected)).Append(Step.None).Max();
        return best switch
        {
            Step.Through => Reason.Allowed,
            Step.Closed => Reason.Protected,
            _ when Breaks(actor, wish) && HasGlass(actor, wish, facts) => Reason.BrokenGlass,
            Step.Related => Reason.NoConsent,
            _ => Reason.NoRelation,
        };
    }

    /// <summary>How far one path leads: a relation, then a yes where one is needed, then the safety mode.</summary>
    static Step Walk(Path path, Actor actor, Wish wish, IFamilyRow row, FamilyFacts facts, bool isProtected)
    {
        var flag = wish.Class.Flag();
        var related = facts.Relations.Any(each =>
            Holds(each, wish.Now)
            && each.Basis == path.Basis
            && path.Holders.Contains(each.HolderId)
            && (each.Classes & flag) != DataClasses.None
            && (each.MemberId is not { } member || member == row.SubjectId)
        );
        if (!related)
            return Step.None;
        var own = path.Ask != Ask.Always && row.WrittenBy == actor.PersonId;
        if (path.Ask != Ask.Never && !own && !facts.Consents.Any(each => Agrees(each, path, wish, row)))
            return Step.Related;
        return isProtected && path.ClosedByProtection ? Step.Closed : Step.Through;
    }

    static bool Agrees(Consent yes, Path path, Wish wish, IFamilyRow row) =>
        Holds(yes, wish.Now)
        && yes.Purpose == wish.Purpose
        && yes.Class == wish.Class
        && path.Recipients.Contains(yes.RecipientId)
        && yes.MemberId == row.SubjectId
        && (yes.PartId == row.Id || (!wish.ByPart && yes.PartId == null));

    /// <summary>A member sees what she told, and what is about her and was shared with her; she changes how she is reached, and her story.</summary>
    static Reason DecideForParent(Membership parent, Wish wish, IFamilyRow row, bool isProtected)
    {
        if (row.FamilyId != parent.FamilyId || wish.Class is DataClass.Confidential or DataClass.Pseudonymous)
            return Reason.NotHers;
        var about = row.SubjectId is { } subject && (subject == parent.MemberId || parent.Keeps.Contains(subject));
        var told = row.ToldBy == parent.MemberId;
        if (wish.Act == Act.Read)
            return told || (about && (wish.Class is DataClass.Contact or DataClass.Attendance || row.ShownAt <= wish.Now))
                ? Reason.Allowed
                : Reason.NotHers;
        if (!(wish.Class == DataClass.Contact && row.SubjectId == parent.MemberId) && !(told && wish.ByPart))
            return Reason.NotHers;
        return isProtected && wish.Class == DataClass.Contact ? Reason.Protected : Reason.Allowed;
    }

    /// <summary>The rows of a type that <see cref="Decide(Actor, Wish, IFamilyRow, FamilyFacts)"/> allows, as part of a query.</summary>
    public static IQueryable<TRow> Filter<TRow>(IQueryable<TRow> rows, FactSets all, Actor actor, Wish wish)
        where TRow : class, IFamilyRow
    {
        if (!actor.IsSignedIn || !actor.SecondFactor)
            return rows.Where(_ => false);
        var facts = all.At(wish.Now);
        rows = Unhindered(rows, facts, Names(actor), wish);
        if (actor.Parent is { } parent)
            return FilterForParent(rows, facts, parent, wish);
        var ways = Paths(actor, wish).Select(path => Way<TRow>(path, facts, actor, wish)).ToList();
        if (Breaks(actor, wish))
            ways.Add(GlassWay<TRow>(facts, actor.PersonId, Around(actor), Names(actor)));
        return rows.Where(ways.Either());
    }

    /// <summary>Not erased, and neither shut off for her nor put aside.</summary>
    static IQueryable<TRow> Unhindered<TRow>(IQueryable<TRow> rows, FactSets facts, Guid[] names, Wish wish)
        where TRow : class, IFamilyRow
    {
        rows = rows.Where(row =>
            facts.Families.Any(family => family.FamilyId == row.FamilyId)
            && !facts.Exclusions.Any(each =>
                each.FamilyId == row.FamilyId
                && (each.MemberId == null || row.SubjectId == null || each.MemberId == row.SubjectId)
                && names.Contains(each.ExcludedId)
            )
        );
        return wish.Purpose == Purpose.SubjectRequest
            ? rows
            : rows.Where(row =>
                !facts.Restrictions.Any(each =>
                    each.FamilyId == row.FamilyId && (each.MemberId == null || row.SubjectId == null || each.MemberId == row.SubjectId)
                )
            );
    }

    static Expression<Func<TRow, bool>> Way<TRow>(Path path, FactSets facts, Actor actor, Wish wish)
        where TRow : class, IFamilyRow
    {
        var (basis, holders, flag) = (path.Basis, path.Holders, wish.Class.Flag());
        Expression<Func<TRow, bool>> related = row =>
            facts.Relations.Any(each =>
                each.FamilyId == row.FamilyId
                && each.Basis == basis
                && holders.Contains(each.HolderId)
                && (each.Classes & flag) != DataClasses.None
                && (each.MemberId == null || each.MemberId == row.SubjectId)
            );
        if (path.Ask != Ask.Never)
            related = related.And(Agreed<TRow>(path, facts, actor.PersonId, wish));
        return path.ClosedByProtection ? related.And(Unprotected<TRow>(facts)) : related;
    }

    static Expression<Func<TRow, bool>> Agreed<TRow>(Path path, FactSets facts, Guid me, Wish wish)
        where TRow : class, IFamilyRow
    {
        var (own, recipients, purpose) = (path.Ask != Ask.Always, path.Recipients, wish.Purpose);
        var (data, byPart) = (wish.Class, wish.ByPart);
        return row =>
            (own && row.WrittenBy == me)
            || facts.Consents.Any(each =>
                each.FamilyId == row.FamilyId
                && each.Purpose == purpose
                && each.Class == data
                && recipients.Contains(each.RecipientId)
                && each.MemberId == row.SubjectId
                && (each.PartId == row.Id || (!byPart && each.PartId == null))
            );
    }

    static Expression<Func<TRow, bool>> Unprotected<TRow>(FactSets facts)
        where TRow : class, IFamilyRow =>
        row => !facts.Protections.Any(each => each.FamilyId == row.FamilyId && (row.SubjectId == null || each.MemberId == row.SubjectId));

    static Expression<Func<TRow, bool>> GlassWay<TRow>(FactSets facts, Guid me, Guid[] around, Guid[] names)
        where TRow : class, IFamilyRow =>
        row =>
            facts.Glasses.Any(each => each.FamilyId == row.FamilyId && each.PersonId == me)
            && facts.Families.Any(family => family.FamilyId == row.FamilyId && around.Contains(family.ControllerId))
            && !facts.Protections.Any(each => each.FamilyId == row.FamilyId)
            && !facts.Restrictions.Any(each => each.FamilyId == row.FamilyId)
            && !facts.Exclusions.Any(each => each.FamilyId == row.FamilyId && names.Contains(each.ExcludedId));

    static IQueryable<TRow> FilterForParent<TRow>(IQueryable<TRow> rows, FactSets facts, Membership parent, Wish wish)
        where TRow : class, IFamilyRow
    {
        var (family, me, keeps, now) = (parent.FamilyId, parent.MemberId, parent.Keeps, wish.Now);
        var (plain, contact) = (wish.Class is DataClass.Contact or DataClass.Attendance, wish.Class == DataClass.Contact);
        rows = rows.Where(row => row.FamilyId == family);
        if (wish.Class is DataClass.Confidential or DataClass.Pseudonymous)
            return rows.Where(_ => false);
        if (wish.Act == Act.Read)
            return rows.Where(row =>
                row.ToldBy == me || ((row.SubjectId == me || keeps.Contains(row.SubjectId ?? Guid.Empty)) && (plain || row.ShownAt <= now))
            );
        var byPart = wish.ByPart;
        rows = rows.Where(row => (contact && row.SubjectId == me) || (byPart && row.ToldBy == me));
        return contact ? rows.Where(Unprotected<TRow>(facts)) : rows;
    }

    /// <summary>Who may break the glass: a care worker, to read, never what is for named readers only.</summary>
    static bool Breaks(Actor actor, Wish wish) =>
        wish is { Act: Act.Read, ByPart: false, Class: DataClass.Contact or DataClass.Attendance or DataClass.Needs or DataClass.Care }
        && wish.Purpose is Purpose.CoordinateTrajectory or Purpose.Emergency
        && actor.Is(Role.CareWorker)
        && !IsBeyond(actor, wish.Class);

    /// <summary>Told in confidence, while she only promised discretion: never for her, whatever her role.</summary>
    static bool IsBeyond(Actor actor, DataClass data) =>
        actor.Secrecy == Secrecy.Discretion && data is DataClass.Care or DataClass.Confidential;

    /// <summary>Whether she may begin to, for this family: it is of her own organisation or network, and nobody in it is protected or shut her out.</summary>
    public static bool MayBreakGlass(Actor actor, FamilyFacts facts, DateTime now) =>
        actor is { IsSignedIn: true, SecondFactor: true }
        && actor.Is(Role.CareWorker)
        && Around(actor).Contains(facts.ControllerId)
        && !facts.Protections.Any(each => Holds(each, now))
        && !facts.Restrictions.Any(each => Holds(each, now))
        && !facts.Exclusions.Any(each => Holds(each, now) && Names(actor).Contains(each.ExcludedId));

    /// <summary>A broken glass opens nothing as soon as it could not be broken any more.</summary>
    static bool HasGlass(Actor actor, Wish wish, FamilyFacts facts) =>
        MayBreakGlass(actor, facts, wish.Now) && facts.Glasses.Any(each => Holds(each, wish.Now) && each.PersonId == actor.PersonId);

    static bool Holds(ILasting fact, DateTime now) => fact.From <= now && (fact.Until is not { } until || now < until);

    static bool Covers(Guid? member, IFamilyRow row) => member is not { } one || row.SubjectId is not { } subject || one == subject;

    /// <summary>Under which ids she can be shut out: herself, as a member of the family too, and everywhere she works.</summary>
    static Guid[] Names(Actor actor) =>
        [actor.PersonId, actor.Parent?.MemberId ?? actor.PersonId, .. actor.Everywhere.Select(house => house.Id)];

    static Guid[] Around(Actor actor) => [.. actor.Posts.SelectMany(post => post.Neighbours.Append(post.OrganisationId)).Distinct()];

    /// <summary>Her roles that allow this, each with the ids under which she can hold a relation in that role.</summary>
    static List<Path> Paths(Actor actor, Wish wish) =>
        [
            .. Rules
                .Where(rule => rule.Class == wish.Class && rule.Purpose == wish.Purpose && rule.Allows(wish.Act) && actor.Is(rule.Role))
                .Where(_ => !IsBeyond(actor, wish.Class))
                .GroupBy(rule => (rule.Basis, rule.Ask, Closed: ClosesForProtected(rule)))
                .Select(group =>
                {
                    var houses = actor.Posts.Where(post => group.Any(rule => rule.Role == post.Role)).Select(post => post.OrganisationId);
                    Guid[] holders = [actor.PersonId, .. actor.Teams, .. houses.Distinct()];
                    return new Path(
                        group.Key.Basis,
                        group.Key.Ask,
                        holders,
                        group.Key.Ask != Ask.ForOthersByName ? holders
                            : wish.Act == Act.Read ? [actor.PersonId]
                            : [],
                        group.Key.Closed
                    );
                }),
        ];

    static bool ClosesForProtected(Rule rule) => rule.Class == DataClass.Contact && !ReachTheProtected.Contains(rule.Role);

    static IEnumerable<Rule> Team(Role role) =>
        [
            new(role, DataClass.Contact, true, Purpose.CoordinateTrajectory, Basis.CareTeam, Ask.Never),
            new(role, DataClass.Needs, true, Purpose.CoordinateTrajectory, Basis.CareTeam, Ask.Never),
            new(role, DataClass.Care, true, Purpose.CoordinateTrajectory, Basis.CareTeam, Ask.ForOthers),
        ];

    static IEnumerable<Rule> ReadOnly(Role role, Purpose purpose, Basis basis, Ask ask, params DataClass[] classes) =>
        classes.Select(data => new Rule(role, data, false, purpose, basis, ask));

    static bool RoleAllows(Role role, DataClass data, Act act) =>
        (role, data, act) switch
        {
            (_, DataClass.Public, Act.Read) => true,
            (Role.LibraryEditor, DataClass.Public, Act.Write) => true,
            (Role.Facilitator or Role.NetworkCoordinator or Role.VolunteerCoordinator or Role.OrganisationAdmin, DataClass.Working, _) =>
                true,
            (Role.CareWorker or Role.ProtectionOfficer, DataClass.Working, Act.Read) => true,
            (Role.OrganisationAdmin, DataClass.Staff, _) => true,
            _ => false,
        };

    /// <summary>When a yes is needed beside the relation.</summary>
    enum Ask
    {
        /// <summary>The relation is the agreement.</summary>
        Never,

        /// <summary>For what others wrote.</summary>
        ForOthers,

        /// <summary>For what others wrote: the yes must name her, and lets her read only.</summary>
        ForOthersByName,

        /// <summary>Always: it is passed on.</summary>
        Always,
    }

    /// <summary>How far a path leads; further is more.</summary>
    enum Step
    {
        None,
        Related,
        Closed,
        Through,
    }

    sealed record Rule(Role Role, DataClass Class, bool Writes, Purpose Purpose, Basis Basis, Ask Ask)
    {
        public bool Allows(Act act) => act == Act.Read || Writes;
    }

    sealed record Path(Basis Basis, Ask Ask, Guid[] Holders, Guid[] Recipients, bool ClosedByProtection);
}
