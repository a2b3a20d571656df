using Nestwerk.Tests.World;
using static Nestwerk.Tests.World.Everybody;

namespace Nestwerk.Tests.Access.Matrix;

/// <summary>Who may get in where: written by hand, not taken from the policy.</summary>
static class MatrixTable
{
    /// <summary>In the table, somebody without an account.</summary>
    public static readonly Inhabitant Visitor = new("a visitor");

    /// <summary>Signed in with a password and no second factor.</summary>
    public static readonly Inhabitant HalfIn = new("half signed in");

    /// <summary>The mother of the own family, on her own page.</summary>
    public static readonly Inhabitant Parent = new("a parent");

    /// <summary>A page without ids that names no family counts as everybody's own.</summary>
    public static readonly IReadOnlyList<Inhabitant> Actors = [.. All, Visitor, HalfIn, Parent];

    static readonly Inhabitant[] Anybody = [.. Actors];
    static readonly Inhabitant[] SignedIn = [.. All, HalfIn];
    static readonly Inhabitant[] Staff = [.. All.Except([Postless, Former])];
    static readonly Inhabitant[] Editors = [LibraryEditor, Stranger];
    static readonly Inhabitant[] Admins = [Admin, Stranger];
    static readonly Inhabitant[] AroundNinove =
    [
        Facilitator,
        Colleague,
        CoFacilitator,
        Coordinator,
        Admin,
        Midwife,
        VolunteerCoordinator,
        Officer,
    ];
    static readonly Inhabitant[] AroundLede = [SocialWorker, Neighbour, Coordinator];
    static readonly Inhabitant[] MeetingPeople = [.. AroundNinove.Union(AroundLede), Stranger];

    /// <summary>Whoever stands beside families, or could.</summary>
    static readonly Inhabitant[] BesideFamilies =
    [
        Facilitator,
        Colleague,
        CoFacilitator,
        Coordinator,
        Midwife,
        SocialWorker,
        Volunteer,
        VolunteerCoordinator,
        Neighbour,
        Stranger,
    ];

    /// <summary>A care worker beside her, and the stranger beside hers.</summary>
    static readonly Group Care = new(Own: [Midwife], Foreign: [Stranger], Protected: [Midwife]);

    /// <summary>Whoever stands beside her in whatever way reaches her page.</summary>
    static readonly Group Beside = new(
        Own: [Midwife, Facilitator, Volunteer, VolunteerCoordinator],
        Foreign: [Stranger],
        Protected: [Midwife, Facilitator, Volunteer, VolunteerCoordinator]
    );

    /// <summary>Whoever she decides with: her care worker, and who gives the group she comes to.</summary>
    static readonly Group Circle = new(Own: [Midwife, Facilitator], Foreign: [Stranger], Protected: [Midwife, Facilitator]);

    static readonly Group HerOwn = new(Own: [Parent]);
    static readonly Group AtTheDoor = Everywhere(Anybody);
    static readonly Group Nobody = new();

    /// <summary>
    /// The pages about families, one line each: the address as it is written in the code, and who may get in for which family.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, Group> FamilyPages = new Dictionary<string, Group>(StringComparer.Ordinal)
    {
        ["/families/{family:guid}"] = Beside,
        ["/families/{family:guid}/consent"] = Circle,
        ["/families/{family:guid}/consent/{id:guid}"] = Circle,
        ["/families/{family:guid}/consent/not-now"] = Circle,
        ["/families/{family:guid}/consent/{id:guid}/receipt"] = Circle,
        ["/families/{family:guid}/team/add"] = Care,
        ["/families/{family:guid}/team/{id:guid}/hand-over"] = Care,
        ["/families/{family:guid}/leave"] = Circle,
        ["/families/{family:guid}/exclude"] = Circle,
        ["/families/{family:guid}/protect/{member:guid}"] = Care,
        ["/families/{family:guid}/who"] = Circle,
        ["/families/{family:guid}/join"] = Care,
        ["/families/{family:guid}/split"] = Care,
        ["/families/{family:guid}/loss"] = Care,
        ["/families/{family:guid}/reopen"] = Care,
        ["/families/{family:guid}/later"] = Care,
        ["/families/{family:guid}/members/new"] = Care,
        ["/families/{family:guid}/members/{id:guid}"] = Care,
        ["/families/{family:guid}/members/{id:guid}/day"] = Care,
        ["/families/{family:guid}/members/{id:guid}/reach"] = Care,
        ["/families/{family:guid}/needs"] = Care,
        ["/families/{family:guid}/notes/new"] = Care,
        ["/families/{family:guid}/notes/sensitive"] = Care,
        ["/families/{family:guid}/notes/{id:guid}/share"] = Care,
        ["/families/{family:guid}/reach/{id:guid}"] = Care,
        ["/families/{family:guid}/story"] = Care,
        ["/families/{family:guid}/story/{id:guid}"] = Care,
        ["/families/{family:guid}/pin"] = Care,
        ["/families/{family:guid}/rights"] = Care,
        ["/families/{family:guid}/rights/{id:guid}/paper"] = Care,
        ["/families/{family:guid}/looked"] = Care,
        ["/my/page"] = HerOwn,
        ["/my/details"] = HerOwn,
        ["/my/looks"] = HerOwn,
        ["/my/people"] = HerOwn,
        ["/my/rights"] = HerOwn,
        ["/my/rights/copy"] = HerOwn,
        ["/my/rights/erase"] = HerOwn,
        ["/my/story"] = HerOwn,
        ["/my/away"] = AtTheDoor,
        ["/my/error/{code:int?}"] = AtTheDoor,
        ["/my/code"] = AtTheDoor,
        ["/my/language"] = AtTheDoor,
        ["/my/pin"] = AtTheDoor,
        ["/my/voice/{id:guid}"] = Nobody,
    };

    /// <summary>What the other ids in an address about a family are of, where the name of the part does not say it.</summary>
    static readonly Dictionary<string, string> Things = new(StringComparer.Ordinal)
    {
        ["/families/{family:guid}/consent/{id:guid} id"] = "consent",
        ["/families/{family:guid}/consent/{id:guid}/receipt id"] = "consent",
        ["/families/{family:guid}/members/{id:guid} id"] = "member",
        ["/families/{family:guid}/members/{id:guid}/day id"] = "child",
        ["/families/{family:guid}/members/{id:guid}/reach id"] = "member",
        ["/families/{family:guid}/notes/{id:guid}/share id"] = "note",
        ["/families/{family:guid}/reach/{id:guid} id"] = "channel",
        ["/families/{family:guid}/rights/{id:guid}/paper id"] = "request",
        ["/families/{family:guid}/story/{id:guid} id"] = "story",
        ["/families/{family:guid}/team/{id:guid}/hand-over id"] = "relation",
    };

    /// <summary>All other pages, by how their address begins; the longest wins.</summary>
    static readonly (string Begins, Group May)[] OtherPages =
    [
        ("/", Everywhere(Anybody)),
        ("/account", Everywhere(SignedIn)),
        ("/account/recovery-codes", Everywhere(SignedIn)),
        ("/sign-out", Everywhere(SignedIn)),
        ("/search", Everywhere(Staff)),
        ("/settings", Everywhere([Technician])),
        ("/parent-texts", Everywhere([Technician])),
        ("/parent-texts/{", Nobody),
        ("/people", Everywhere(Admins)),
        ("/people/{", new(Own: [Admin], SameOrganisation: [Admin], Foreign: [Stranger])),
        ("/families", Everywhere(BesideFamilies)),
        ("/officer", Everywhere([Officer])),
        ("/officer/glass", Everywhere([Officer, Coordinator, Stranger])),
        ("/my", Everywhere(Anybody)),
        ("/playbook", Everywhere(Staff)),
        ("/playbook/plans", Everywhere(MeetingPeople)),
        ("/playbook/plans/{", new(AroundNinove, AroundNinove, AroundLede, [Stranger])),
        ("/playbook/goals", Everywhere(MeetingPeople)),
        ("/playbook/packing", Everywhere(MeetingPeople)),
        ("/playbook/recipes/new", Everywhere(Editors)),
        ("/playbook/recipes/{id:guid}", new(Staff, Staff, Staff, Staff)),
        ("/playbook/recipes/{id:guid}/notes", new(MeetingPeople, MeetingPeople, MeetingPeople, MeetingPeople)),
        ("/playbook/recipes/{id:guid}/improve", new(MeetingPeople, MeetingPeople, MeetingPeople, MeetingPeople)),
        ("/playbook/recipes/{id:guid}/adapt", new(Editors, Editors, Editors, Editors)),
        .. Edits(
            "/playbook/recipes/{id:guid}/",
            "edit",
            "publish",
            "read-through",
            "origin",
            "review",
            "files",
            "{verb:regex(^(archive|unarchive|delete|restore)$)}"
        ),
        .. Edits("/playbook/books/{id:guid}", ""),
        ("/playbook/books", Everywhere(Editors)),
        ("/playbook/books/asked", Everywhere(Staff)),
        ("/playbook/books/import", Everywhere(Editors)),
        ("/playbook/books/import/{", Nobody),
        ("/playbook/lists", Everywhere(Editors)),
        ("/playbook/read-again", Everywhere(Editors)),
        ("/playbook/reviews", Everywhere(Editors)),
        ("/playbook/trainings/asked", Everywhere(Editors)),
        ("/playbook/trainings/{", Nobody),
        ("/playbook/improvements/{", Nobody),
        ("/playbook/files/{", Nobody),
        ("/picture/{", Nobody),
        ("/{language:regex(^(nl|fr|en)$)}/book/", Nobody),
    ];

    public static Group Of(Door door) =>
        FamilyPages.TryGetValue(door.Pattern, out var group)
            ? group
            : OtherPages.Where(row => door.Pattern.StartsWith(row.Begins, StringComparison.Ordinal)).MaxBy(row => row.Begins.Length).May;

    /// <summary>The kind of thing in a family that a part of an address is the id of.</summary>
    public static string? ThingIn(string pattern, string part) =>
        Things.GetValueOrDefault($"{pattern} {part}", part == "id" ? pattern : part);

    static Group Everywhere(Inhabitant[] who) => new(who, who, who, who, who, who, who, who);

    static IEnumerable<(string, Group)> Edits(string begins, params string[] verbs) =>
        verbs.Select(verb => (begins + verb, new Group(Own: [LibraryEditor], SameOrganisation: [LibraryEditor], Foreign: [Stranger])));
}

/// <summary>Who may get in, for each way of not being hers. Nobody where nothing is said.</summary>
sealed record Group(
    Inhabitant[]? Own = null,
    Inhabitant[]? SameOrganisation = null,
    Inhabitant[]? SameNetwork = null,
    Inhabitant[]? Foreign = null,
    Inhabitant[]? Excluded = null,
    Inhabitant[]? Protected = null,
    Inhabitant[]? Erased = null,
    Inhabitant[]? Unknown = null
)
{
    public bool May(Inhabitant who, Whose whose) =>
        (
            whose switch
            {
                Whose.Own => Own,
                Whose.SameOrganisation => SameOrganisation,
                Whose.SameNetwork => SameNetwork,
                Whose.Foreign => Foreign,
                Whose.Excluded => Excluded,
                Whose.Protected => Protected,
                Whose.Erased => Erased,
                _ => Unknown,
            }
        )?.Contains(who) == true;

    public bool LetsSomebodyIn => Enum.GetValues<Whose>().Any(whose => MatrixTable.Actors.Any(who => May(who, whose)));
}
