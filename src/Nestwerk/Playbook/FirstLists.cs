using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook;

/// <summary>The lists a new instance starts with. From then on they belong to its editors.</summary>
public sealed class FirstLists(IServiceScopeFactory scopes, WriteGate gate)
{
    public async Task EnsureAsync(CancellationToken cancel)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        using var turn = await gate.EnterAsync(cancel);
        if (await db.Set<Theme>().AnyAsync(cancel))
            return;
        db.AddRange(Themes());
        db.AddRange(Goals());
        db.AddRange(Settings());
        await db.SaveChangesAsync(cancel);
    }

    static IEnumerable<Theme> Themes() =>
        Numbered(
            [
                ("our-developing-baby", new("Onze baby groeit", "Notre bébé grandit", "Our developing baby")),
                (
                    "changes-for-me-and-us",
                    new("Wat verandert voor mij en ons", "Ce qui change pour moi et pour nous", "Changes for me and us")
                ),
                (
                    "our-health-and-wellbeing",
                    new("Gezond en goed in ons vel", "Notre santé et notre bien-être", "Our health and wellbeing")
                ),
                (
                    "giving-birth-and-meeting-our-baby",
                    new("Bevallen en elkaar ontmoeten", "Accoucher et rencontrer notre bébé", "Giving birth and meeting our baby")
                ),
                ("caring-for-our-baby", new("Zorgen voor onze baby", "Prendre soin de notre bébé", "Caring for our baby")),
                ("who-is-there-for-us", new("Wie is er voor ons?", "Qui est là pour nous ?", "Who is there for us?")),
            ],
            (id, name, position) =>
                new Theme
                {
                    Id = id,
                    Name = name,
                    Position = position,
                }
        );

    static IEnumerable<Goal> Goals() =>
        Numbered(
            [
                (
                    "informed",
                    new(
                        "Ouders krijgen de informatie die ze zoeken",
                        "Les parents trouvent l’information qu’ils cherchent",
                        "Parents get the information they look for"
                    )
                ),
                (
                    "realistic-picture",
                    new("Ouders hebben een realistisch beeld", "Les parents ont une image réaliste", "Parents have a realistic picture")
                ),
                (
                    "learn-from-each-other",
                    new(
                        "Ouders ontmoeten elkaar en leren van elkaar",
                        "Les parents se rencontrent et apprennent les uns des autres",
                        "Parents meet and learn from each other"
                    )
                ),
                ("empowered", new("Ouders voelen zich sterker", "Les parents se sentent plus forts", "Parents feel stronger")),
                (
                    "relationship",
                    new(
                        "Ouders weten wat een kind met hun relatie doet",
                        "Les parents savent ce qu’un enfant change dans leur couple",
                        "Parents know what a child does to their relationship"
                    )
                ),
                ("referred", new("Ouders vinden de juiste hulp", "Les parents trouvent la bonne aide", "Parents find the right help")),
                (
                    "know-the-field",
                    new(
                        "Ouders kennen wie er voor hen is",
                        "Les parents connaissent les professionnels autour d’eux",
                        "Parents know who is there for them"
                    )
                ),
            ],
            (id, name, position) =>
                new Goal
                {
                    Id = id,
                    Name = name,
                    Position = position,
                }
        );

    static IEnumerable<Setting> Settings() =>
        Numbered(
            [
                ("room", new("een aparte ruimte", "un local fermé", "a room of its own")),
                ("floor", new("plaats op de grond", "de la place au sol", "space on the floor")),
                ("projector", new("een projector", "un projecteur", "a projector")),
                ("outdoors", new("buiten", "l’extérieur", "outdoors")),
            ],
            (id, name, position) =>
                new Setting
                {
                    Id = id,
                    Name = name,
                    Position = position,
                }
        );

    static IEnumerable<TEntry> Numbered<TEntry>((string Id, Words Name)[] entries, Func<string, Words, int, TEntry> make) =>
        entries.Select((entry, position) => make(entry.Id, entry.Name, position));
}
