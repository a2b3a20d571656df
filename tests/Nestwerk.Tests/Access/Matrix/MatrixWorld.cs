using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Playbook;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Access.Matrix;

/// <summary>Whose the thing behind an id is, seen from Ninove.</summary>
enum Whose
{
    Own,
    SameOrganisation,
    SameNetwork,
    Foreign,
    Excluded,
    Protected,
    Erased,

    /// <summary>No such thing.</summary>
    Unknown,
}

/// <summary>
/// A thing of each kind for each way of not being hers. Beside the own, the excluded and the protected family stand a midwife,
/// a facilitator, a volunteer, who proposes volunteers, and an officer with a case; beside the foreign one the stranger; beside the others nobody.
/// </summary>
sealed class MatrixWorld
{
    readonly Dictionary<Whose, Dictionary<string, Guid>> ids = [];

    /// <summary>The own family, of which a mother is on her own page.</summary>
    public AFamily Own { get; private set; } = null!;

    public Guid FamilyOf(Whose whose) => ids[whose]["family"];

    /// <summary>The id that this part of an address has for this thing; one that nobody gave, where there is no such thing.</summary>
    public Guid Id(Door door, string part, Whose whose)
    {
        var kind = door.IsAboutFamilies ? MatrixTable.ThingIn(door.Pattern, part) : KindOf(door.Pattern, part);
        return kind is not null && ids.TryGetValue(whose, out var things) && things.TryGetValue(kind, out var id)
            ? id
            : Place.IdOf($"nothing {part}", $"{door.Pattern} {whose}");
    }

    public static async Task<MatrixWorld> MakeAsync(NestwerkApp app)
    {
        var world = new MatrixWorld();
        foreach (var whose in Enum.GetValues<Whose>().Where(each => each != Whose.Unknown))
            world.ids[whose] = [];
        await world.MakeWorkAsync(app);
        foreach (var whose in world.ids.Keys)
            await world.MakeFamilyAsync(app, whose);
        return world;
    }

    async Task MakeWorkAsync(NestwerkApp app)
    {
        await WorkAsync(Whose.Own, Everybody.Facilitator, Everybody.LibraryEditor);
        await WorkAsync(Whose.SameOrganisation, Everybody.Colleague, Everybody.Colleague);
        await WorkAsync(Whose.SameNetwork, Everybody.Neighbour, Everybody.SocialWorker);
        await WorkAsync(Whose.Foreign, Everybody.Stranger, Everybody.Stranger);

        async Task WorkAsync(Whose whose, Inhabitant author, Inhabitant person)
        {
            var home = author.Duties[0].At;
            var plan = APlan.By(author).With(BlockKind.Break, "Pauze", 10);
            var recipe = ARecipe.Published(at: home);
            await app.AddAsync(plan, recipe);
            ids[whose]["plan"] = plan.Id;
            ids[whose]["block"] = plan.Blocks[0].Id;
            ids[whose]["recipe"] = recipe.Id;
            ids[whose]["book"] = home.BookId;
            ids[whose]["house"] = home.Id;
            ids[whose]["person"] = person.Id;
        }
    }

    async Task MakeFamilyAsync(NestwerkApp app, Whose whose)
    {
        var at = whose switch
        {
            Whose.SameNetwork => Place.Lede,
            Whose.Foreign => Place.Liege,
            _ => Place.Ninove,
        };
        var family = await AFamily.LivingAsync(app, $"Mara {whose}", at);
        var things = await MatrixThings.AddAsync(app, family);
        foreach (var (kind, id) in things)
            ids[whose][kind] = id;
        var carer = family.Beside(whose == Whose.Foreign ? Everybody.Stranger : Everybody.Midwife, Basis.CareTeam);
        ids[whose]["relation"] = carer.Id;
        if (whose is not (Whose.SameOrganisation or Whose.SameNetwork))
            await app.AddAsync(carer);
        await app.AddAsync([.. Beside(family, whose)]);
        if (whose == Whose.Own)
            Own = family;
        if (whose == Whose.Erased)
            await app.InDbAsync(db => db.Set<FamilyKey>().Where(key => key.FamilyId == family.Id).ExecuteDeleteAsync());
    }

    static IEnumerable<object> Beside(AFamily family, Whose whose)
    {
        if (whose is not (Whose.Own or Whose.Excluded or Whose.Protected or Whose.Erased))
            yield break;
        yield return family.Beside(Everybody.Facilitator, Basis.Enrolment, DataClasses.Group);
        yield return family.Beside(Everybody.Volunteer, Basis.Match, DataClasses.Contact | DataClasses.Attendance);
        yield return family.Beside(Everybody.VolunteerCoordinator, Basis.Candidate, DataClasses.Contact | DataClasses.Needs);
        yield return family.Beside(Everybody.Officer, Basis.Case);
        yield return family.Yes(Everybody.Midwife, DataClass.Care);
        yield return family.Yes(Everybody.Volunteer, DataClass.Contact, Purpose.SupportVolunteer);
        yield return family.Yes(Everybody.VolunteerCoordinator, DataClass.Contact, Purpose.SupportVolunteer);
        if (whose == Whose.Excluded)
            yield return MatrixThings.ShuttingOut(family, Place.Ninove.Id);
        if (whose == Whose.Protected)
        {
            yield return MatrixThings.Protecting(family);
            yield return MatrixThings.Quieting(family);
        }
    }

    static string? KindOf(string pattern, string part) =>
        (part, pattern) switch
        {
            ("house" or "block" or "recipe" or "book", _) => part,
            ("id", _) when pattern.StartsWith("/people", StringComparison.Ordinal) => "person",
            ("id", _) when pattern.StartsWith("/playbook/plans", StringComparison.Ordinal) => "plan",
            ("id", _) when pattern.StartsWith("/playbook/recipes", StringComparison.Ordinal) => "recipe",
            ("id", _) when pattern.Contains("/import/", StringComparison.Ordinal) => null,
            ("id", _) when pattern.Contains("/book", StringComparison.Ordinal) => "book",
            _ => null,
        };
}
