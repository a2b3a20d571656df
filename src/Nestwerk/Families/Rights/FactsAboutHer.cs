using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Families.Sending;
using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

/// <summary>
/// The facts about a parent that are no rows of text: who stands beside her, what she agreed to, whom she shut out, what is put aside,
/// who broke the glass, who looked. Each table about families that is no <see cref="IFamilyRow"/> is here or on the list of what is left out.
/// </summary>
public sealed class FactsAboutHer(NestwerkDb db, Holders holders, WhoLooked looks, Moves moves, HouseClock clock)
{
    /// <summary>What is not taken along, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> LeftOut = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [nameof(FamilyKey)] = "the key itself: it opens what is in the extract and says nothing about her",
        [nameof(FamilyLookup)] = "a fingerprint of a number or name that is in the extract itself",
        [nameof(FamilyMessage)] = "a fixed text on its way, without a name in it; it is gone soon after",
        [nameof(FamilyMove)] = "the id of another family",
        [nameof(Entering.ParentPin)] = "a hash of what only she knows; on paper it would be of use to nobody but a thief",
        [nameof(Entering.ParentSession)] = "that her phone is signed in; over within two hours",
        [nameof(Quiet)] = "what happened is shown to her by whoever is beside her, not on a list",
        [nameof(Protection)] = "the code word and the other name keep her safe only as long as they stand on no paper",
    };

    /// <summary>The facts that are taken along.</summary>
    public static readonly IReadOnlyList<string> Told =
    [
        nameof(Relation),
        nameof(Consent),
        nameof(Exclusion),
        nameof(Restriction),
        nameof(BreakGlass),
        nameof(WhoLooked),
    ];

    /// <param name="she">The parent.</param>
    /// <param name="hers">Herself and the children she speaks for.</param>
    /// <param name="names">What these are called.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IReadOnlyList<ExtractPart>> ReadAsync(
        FamilyMember she,
        Guid[] hers,
        IReadOnlyDictionary<Guid, string> names,
        CancellationToken cancel
    )
    {
        var facts = await LoadAsync(she, hers, cancel);
        var called = await holders.NamesAsync([.. facts.Ids], cancel);
        string Who(Guid id) => called.GetValueOrDefault(id) ?? names.GetValueOrDefault(id) ?? Redaction.Mark;
        return
        [
            Part<Relation>(facts.Relations.Select(each => Item(each, each.Id, ("Who", Who(each.HolderId)), ("Basis", each.Basis)))),
            Part<Consent>(
                facts.Consents.Select(each =>
                    Item(each, each.Id, [("About", names[each.MemberId]), ("Who", Who(each.RecipientId)), .. ValuesOf(each)])
                )
            ),
            Part<Exclusion>(facts.Exclusions.Select(each => Item(each, each.Id, ("Who", Who(each.ExcludedId))))),
            Part<Restriction>(facts.Aside.Select(each => Item(each, each.Id))),
            Part<BreakGlass>(facts.Glasses.Select(each => Item(each, each.Id, ("Who", Who(each.PersonId)), ("Reason", each.Reason)))),
            await LooksAsync(she, hers, cancel),
        ];
    }

    async Task<Facts> LoadAsync(FamilyMember she, Guid[] hers, CancellationToken cancel)
    {
        var (family, me) = (she.FamilyId, she.Id);
        Guid?[] about = [null, .. hers.Select(id => (Guid?)id)];
        return new(
            await db.Set<Relation>()
                .AsNoTracking()
                .Where(each => each.FamilyId == family && about.Contains(each.MemberId))
                .ToListAsync(cancel),
            await db.Set<Consent>()
                .AsNoTracking()
                .Where(each => each.FamilyId == family && hers.Contains(each.MemberId))
                .ToListAsync(cancel),
            await db.Set<Exclusion>().AsNoTracking().Where(each => each.FamilyId == family && each.AskedBy == me).ToListAsync(cancel),
            await db.Set<Restriction>()
                .AsNoTracking()
                .Where(each => each.FamilyId == family && about.Contains(each.MemberId))
                .ToListAsync(cancel),
            await db.Set<BreakGlass>().AsNoTracking().Where(each => each.FamilyId == family).ToListAsync(cancel)
        );
    }

    static (string, object?)[] ValuesOf(Consent yes) =>
        [
            ("Purpose", yes.Purpose),
            ("Class", yes.Class),
            ("Evidence", yes.Evidence),
            ("Language", yes.Language),
            ("TextVersion", yes.TextVersion),
            ("WithdrawnAt", yes.WithdrawnAt),
        ];

    /// <summary>Workers only: what others of the family opened is theirs.</summary>
    async Task<ExtractPart> LooksAsync(FamilyMember she, Guid[] hers, CancellationToken cancel)
    {
        var all = await looks.OfAsync(await moves.EverAsync(she.FamilyId, cancel), hers, null, cancel);
        var workers = all.Where(look => look.Name is not null).Select(look => new ExtractItem(null, null, [.. FieldsOf(look)]));
        return Part<WhoLooked>(workers);
    }

    IEnumerable<ExtractField> FieldsOf(Look look)
    {
        yield return Field("At", look.At);
        yield return Field("Who", look.Organisation is { } house ? $"{look.Name}, {house}" : look.Name!);
        if (look.Classes != DataClasses.None)
            yield return Field("Class", string.Join(", ", look.Each.Select(data => RowReading.Words.Value(data, clock))));
    }

    static ExtractPart Part<TFact>(IEnumerable<ExtractItem> items) =>
        new(typeof(TFact).Name, RowReading.Words.Table(typeof(TFact)), [.. items]);

    ExtractItem Item(ILasting fact, Guid id, params (string Key, object? Value)[] values)
    {
        (string Key, object? Value)[] all = [.. values, ("From", fact.From), ("Until", fact.Until)];
        return new(id, null, [.. all.Where(each => each.Value is not null).Select(each => Field(each.Key, each.Value!))]);
    }

    ExtractField Field(string key, object value) => ExtractField.Of(key, value, clock);

    sealed record Facts(
        IReadOnlyList<Relation> Relations,
        IReadOnlyList<Consent> Consents,
        IReadOnlyList<Exclusion> Exclusions,
        IReadOnlyList<Restriction> Aside,
        IReadOnlyList<BreakGlass> Glasses
    )
    {
        public IEnumerable<Guid> Ids =>
            Relations
                .Select(each => each.HolderId)
                .Concat(Consents.Select(each => each.RecipientId))
                .Concat(Exclusions.Select(each => each.ExcludedId))
                .Concat(Glasses.Select(each => each.PersonId));
    }
}
