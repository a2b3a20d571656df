using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

/// <summary>
/// Puts together what is kept about a parent and is hers to see: what she told, and what is about her or a child she speaks for and
/// was shown to her. Never what another of the family told, never the sensitive notes of who wrote them.
/// </summary>
public sealed class Extracts(FamilyScope scope, FamilyKeys keys, RowReading reading, FactsAboutHer facts, HouseClock clock)
{
    static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    /// <param name="family">Her family.</param>
    /// <param name="member">She: a parent of it.</param>
    /// <param name="language">In which language; hers, unless she wants another.</param>
    /// <param name="by">The worker who prints it: what she may not read herself is only counted. Null for her own page.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Null when there is no such parent.</returns>
    public async Task<Extract?> OfAsync(Guid family, Guid member, string? language, Actor? by, CancellationToken cancel)
    {
        var members = await scope.For<FamilyMember>(Job.Rights).Where(each => each.FamilyId == family).ToListAsync(cancel);
        if (members.Find(each => each.Id == member && each.IsParent) is not { } she)
            return null;
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        Languages.Speak(language ?? she.Language);
        var extract = Through(await WriteAsync(she, members, cancel), by is null ? null : await reading.IdsAsync(family, by, cancel));
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        return extract;
    }

    /// <summary>The same, for a machine: tables, items, fields.</summary>
    public static string Json(Extract extract) =>
        JsonSerializer.Serialize(
            new
            {
                name = extract.Name,
                at = extract.At,
                parts = extract.Parts.ToDictionary(
                    part => part.Key,
                    part =>
                        part.Items.Select(item => new
                        {
                            item.Id,
                            values = item
                                .Fields.GroupBy(each => each.Key, StringComparer.Ordinal)
                                .ToDictionary(each => each.Key, each => each.First().Value),
                        })
                ),
            },
            Written
        );

    async Task<Extract> WriteAsync(FamilyMember she, List<FamilyMember> members, CancellationToken cancel)
    {
        var seal = await keys.OfAsync(she.FamilyId, cancel);
        var hers = members.Where(each => each.Id == she.Id || each.KeeperId == she.Id).ToList();
        var names = hers.ToDictionary(each => each.Id, each => each.NameIn(seal));
        var actor = Actor.Nobody with
        {
            PersonId = she.Id,
            SecondFactor = true,
            Parent = new(she.FamilyId, she.Id, [.. hers.Where(each => each.Id != she.Id).Select(each => each.Id)]),
        };
        var others = new Redaction(await WordsOfOthersAsync(she.FamilyId, members.Except(hers), seal, cancel));
        var parts = new List<ExtractPart>();
        foreach (var (table, items) in await reading.ReadAsync(she.FamilyId, actor, seal, names, cancel))
            parts.Add(
                new(table.Name, RowReading.Words.Table(table.Type), [.. items.Where(item => item.ToldBy is null || item.ToldBy == she.Id)])
                {
                    Kind = table.Type.Name,
                }
            );
        parts.AddRange(await facts.ReadAsync(she, [.. names.Keys], names, cancel));
        return new(names[she.Id], clock.Utc, [.. parts.Where(part => part.Items.Count > 0).Select(part => Redacted(part, others))]);
    }

    /// <summary>Without what the one who prints it may not read. Facts have no teller and are hers to show.</summary>
    static Extract Through(Extract extract, IReadOnlySet<Guid>? readable)
    {
        if (readable is null)
            return extract;
        var parts = extract
            .Parts.Select(part =>
                FactsAboutHer.Told.Contains(part.Key)
                    ? part
                    : part with
                    {
                        Items = [.. part.Items.Where(item => item.Id is { } id && readable.Contains(id))],
                    }
            )
            .ToList();
        return extract with
        {
            Parts = [.. parts.Where(part => part.Items.Count > 0)],
            Hidden = extract.Items - parts.Sum(part => part.Items.Count),
        };
    }

    async Task<IEnumerable<string>> WordsOfOthersAsync(
        Guid family,
        IEnumerable<FamilyMember> others,
        FamilySeal seal,
        CancellationToken cancel
    )
    {
        var ids = others.ToDictionary(each => each.Id, each => each.NameIn(seal));
        var channels = await scope.For<ContactChannel>(Job.Rights).Where(each => each.FamilyId == family).ToListAsync(cancel);
        return
        [
            .. ids.Values,
            .. ids.Values.SelectMany(name => name.Split(' ')).Where(word => word.Length > 3),
            .. channels.Where(each => each.SubjectId is { } of && ids.ContainsKey(of)).Select(each => each.ValueIn(seal)),
        ];
    }

    static ExtractPart Redacted(ExtractPart part, Redaction others) =>
        part with
        {
            Items =
            [
                .. part.Items.Select(item =>
                    item with
                    {
                        Fields = [.. item.Fields.Select(field => field with { Value = others.Of(field.Value) })],
                    }
                ),
            ],
        };
}
