using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

/// <summary>
/// The facts about a parent that are no rows of text: who stands beside her, what she agreed to, whom she shut out, what is put aside,
/// who broke the glass. Each table about families that is no <see cref="IFamilyRow"/> is either here or on the list of what is left out.
/// </summary>
public sealed class FactsAboutHer(NestwerkDb db, Holders holders, HouseClock clock)
{
    /// <summary>What is not taken along, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> LeftOut = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [nameof(FamilyKey)] = "the key itself: it opens what is in the extract and says nothing about her",
        [nameof(FamilyLookup)] = "a fingerprint of a number or name that is in the extract itself",
        [nameof(FamilyMove)] = "the id of another family",
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
    ];

    public async Task<IReadOnlyList<ExtractPart>> ReadAsync(
        FamilyMember she,
        Guid[] hers,
        IReadOnlyDictionary<Guid, string> names,
        CancellationToken cancel
    )
    {
        var family = she.FamilyId;
        var relations = await db.Set<Relation>()
            .AsNoTracking()
            .Where(each => each.FamilyId == family && (each.MemberId == null || hers.Contains(each.MemberId.Value)))
            .ToListAsync(cancel);
        var consents = await db.Set<Consent>()
            .AsNoTracking()
            .Where(each => each.FamilyId == family && hers.Contains(each.MemberId))
            .ToListAsync(cancel);
        var exclusions = await db.Set<Exclusion>()
            .AsNoTracking()
            .Where(each => each.FamilyId == family && each.AskedBy == she.Id)
            .ToListAsync(cancel);
        var aside = await db.Set<Restriction>()
            .AsNoTracking()
            .Where(each => each.FamilyId == family && (each.MemberId == null || hers.Contains(each.MemberId.Value)))
            .ToListAsync(cancel);
        var glasses = await db.Set<BreakGlass>().AsNoTracking().Where(each => each.FamilyId == family).ToListAsync(cancel);
        var called = await holders.NamesAsync(
            [
                .. relations.Select(each => each.HolderId),
                .. consents.Select(each => each.RecipientId),
                .. exclusions.Select(each => each.ExcludedId),
                .. glasses.Select(each => each.PersonId),
            ],
            cancel
        );
        string Who(Guid id) => called.GetValueOrDefault(id) ?? names.GetValueOrDefault(id) ?? Redaction.Mark;
        return
        [
            Part<Relation>(relations.Select(each => Item(each, each.Id, ("Who", Who(each.HolderId)), ("Basis", each.Basis)))),
            Part<Consent>(
                consents.Select(each =>
                    Item(
                        each,
                        each.Id,
                        ("About", names[each.MemberId]),
                        ("Who", Who(each.RecipientId)),
                        ("Purpose", each.Purpose),
                        ("Class", each.Class),
                        ("Evidence", each.Evidence),
                        ("Language", each.Language),
                        ("TextVersion", each.TextVersion),
                        ("WithdrawnAt", each.WithdrawnAt)
                    )
                )
            ),
            Part<Exclusion>(exclusions.Select(each => Item(each, each.Id, ("Who", Who(each.ExcludedId))))),
            Part<Restriction>(aside.Select(each => Item(each, each.Id))),
            Part<BreakGlass>(glasses.Select(each => Item(each, each.Id, ("Who", Who(each.PersonId)), ("Reason", each.Reason)))),
        ];
    }

    static ExtractPart Part<TFact>(IEnumerable<ExtractItem> items) =>
        new(typeof(TFact).Name, FamilyReading.Words.Table(typeof(TFact)), [.. items]);

    ExtractItem Item(ILasting fact, Guid id, params (string Key, object? Value)[] values) =>
        new(
            id,
            null,
            [
                .. values
                    .Append(("From", fact.From))
                    .Append(("Until", fact.Until))
                    .Where(each => each.Item2 is not null)
                    .Select(each => new ExtractField(
                        each.Item1,
                        FamilyReading.Words.Field(each.Item1),
                        FamilyReading.Words.Value(fact.GetType(), each.Item2!, clock)
                    )),
            ]
        );
}
