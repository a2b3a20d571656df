using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Together;
using Nestwerk.Playbook.Trainings;
using Nestwerk.Shared;

namespace Nestwerk.Cli.Demo;

/// <summary>A second book that two houses write together, with a draft that waits for its second reader; and who followed which training.</summary>
static class DemoTogether
{
    public static readonly Guid Book = DemoIds.For("book together");
    public static readonly Guid Waiting = DemoIds.For("adapted street of doors");
    public static readonly Guid Corners = DemoIds.For("adapted three corners");

    static readonly Words Doors = new(
        "De straat met deuren, in twee talen",
        "La rue des portes, en deux langues",
        "The street of doors, in two languages"
    );

    static readonly Words ThreeCorners = new(
        "Badje, luier, draagdoek: met weinig woorden",
        "Bain, lange, écharpe\u00a0: avec peu de mots",
        "Bath, nappy, sling: with few words"
    );

    static readonly Words DoorsDescription = new(
        """
        Vouw vooraf A3-bladen tot deuren: buitenop een tekening en het woord in het Frans en het Nederlands, binnenin een foto en het nummer van de dienst in de buurt. Hang ze aan een waslijn. Kijk de nummers die week na.

        Zet er een deur bij voor het wijkgezondheidscentrum en een voor de kinderopvang: daar vragen ouders in Brussel het eerst naar. Maak twee lege deuren. Ouders vullen die zelf, in hun eigen taal.
        """,
        """
        Avant, pliez des feuilles A3 en portes : dehors un dessin et le mot en français et en néerlandais, dedans une photo et le numéro du service dans le quartier. Suspendez-les à une corde à linge. Vérifiez les numéros la semaine même.

        Ajoutez une porte pour la maison médicale et une pour le milieu d’accueil : à Bruxelles, c’est ce que les parents demandent d’abord. Prévoyez deux portes vides. Les parents les remplissent eux-mêmes, dans leur langue.
        """,
        """
        Beforehand, fold A3 sheets into doors: outside a drawing and the word in French and Dutch, inside a photo and the number of the service nearby. Hang them on a washing line. Check the numbers that same week.

        Add a door for the community health centre and one for childcare: that is what parents in Brussels ask about first. Make two empty doors. Parents fill them themselves, in their own language.
        """
    );

    public static async Task FillAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<NestwerkDb>();
        var clock = services.GetRequiredService<HouseClock>();
        var origins = await db.Set<RecipeVersion>()
            .Where(version => version.Number == 1)
            .ToDictionaryAsync(version => version.RecipeId, cancel);
        db.AddRange(Shared(origins, clock));
        db.AddRange(Trained(clock));
        await db.SaveChangesAsync(cancel);
    }

    static IEnumerable<object> Shared(Dictionary<Guid, RecipeVersion> origins, HouseClock clock)
    {
        var (yasmine, tom, at) = (DemoWorld.Person("Yasmine Haddad"), DemoWorld.Person("Tom Beeckman"), clock.Utc.AddDays(-160));
        yield return new Book
        {
            Id = Book,
            Title = new("Samen in twee talen", "Ensemble en deux langues", "Together in two languages"),
            ContactId = yasmine,
            ReviewedSince = at,
            Owners =
            [
                new() { OrganisationId = DemoWorld.House(DemoWorld.Forest) },
                new() { OrganisationId = DemoWorld.House(DemoWorld.Aalst) },
            ],
        };
        yield return Adapted(Corners, "three-corners-bath-nappy-sling", ThreeCorners, origins, at);
        var doors = Adapted(Waiting, "the-street-of-doors", Doors, origins, at);
        doors.Rewrite(doors.Draft with { Description = DoorsDescription.Tidy() }, yasmine, clock.Utc.AddDays(-5));
        yield return doors;
        yield return Proposed(doors, yasmine, clock);
        yield return Invited(tom, clock);
    }

    static ReviewRequest Proposed(Recipe doors, Guid yasmine, HouseClock clock) =>
        new()
        {
            Id = DemoIds.For("review of doors"),
            RecipeId = doors.Id,
            Revision = doors.Revision,
            Content = doors.Draft,
            ChangeNote = "Une porte pour la maison médicale et une pour le milieu d’accueil, et les mots dans les deux langues.",
            ProposedBy = yasmine,
            ProposedAt = clock.Utc.AddDays(-4),
        };

    static OwnerInvitation Invited(Guid tom, HouseClock clock) =>
        new()
        {
            Id = DemoIds.For("invitation of Geraardsbergen"),
            BookId = Book,
            OrganisationId = DemoWorld.House(DemoWorld.Geraardsbergen),
            InvitedBy = tom,
            InvitedAt = clock.Utc.AddDays(-3),
        };

    static Recipe Adapted(Guid id, string from, Words title, Dictionary<Guid, RecipeVersion> origins, DateTime at)
    {
        var origin = origins[DemoWorld.Recipe(from)];
        var (yasmine, content) = (DemoWorld.Person("Yasmine Haddad"), origin.Content);
        var recipe = new Recipe
        {
            Id = id,
            BookId = Book,
            OriginId = origin.RecipeId,
            OriginNumber = 1,
        };
        recipe.Rewrite(content with { Title = title, Author = DemoWorld.Forest }, yasmine, at);
        recipe.Publish("Première version, adaptée du guide de la Dendre.", yasmine, at);
        return recipe;
    }

    static readonly Guid Group = DemoIds.For("training group");
    static readonly Guid Stories = DemoIds.For("training stories");

    static readonly (Guid Training, string Person, int Day)[] Followed =
    [
        (Group, "Nele Verhasselt", -1060),
        (Group, "Samira El Idrissi", -400),
        (Group, "Lieve Moens", -1200),
        (Group, "Aurélie Lambert", -300),
        (Group, "Tom Beeckman", -200),
        (Stories, "Samira El Idrissi", -250),
        (Stories, "Aurélie Lambert", -120),
        (Stories, "Tom Beeckman", -90),
    ];

    static IEnumerable<object> Trained(HouseClock clock)
    {
        yield return Training(
            Group,
            36,
            new(
                "Train de trainer: perinataal groepsaanbod",
                "Former à l’animation\u00a0: groupes périnatals",
                "Train the trainer: perinatal groups"
            )
        );
        yield return Training(
            Stories,
            null,
            new("Luisteren naar geboorteverhalen", "Écouter les récits de naissance", "Listening to birth stories")
        );
        yield return Asked(Stories, "telling-our-birth-story");
        yield return Asked(Stories, "when-it-goes-differently");
        foreach (var (training, person, day) in Followed)
            yield return new TrainingFollowed
            {
                Id = DemoIds.For($"followed {training} {person}"),
                TrainingId = training,
                PersonId = DemoWorld.Person(person),
                On = clock.Today.AddDays(day),
                RecordedBy = DemoWorld.Person(person),
            };
    }

    static Training Training(Guid id, int? renew, Words title) =>
        new()
        {
            Id = id,
            OrganisationId = DemoWorld.House(DemoWorld.Aalst),
            Title = title,
            RenewAfterMonths = renew,
        };

    static TrainingAsked Asked(Guid training, string recipe) =>
        new()
        {
            Id = DemoIds.For($"asked {recipe}"),
            TrainingId = training,
            RecipeId = DemoWorld.Recipe(recipe),
        };
}
