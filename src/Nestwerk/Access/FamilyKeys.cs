using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access;

/// <summary>
/// The keys of families: one each, sealed under the key ring. Ask once per request for the families a page needs
/// and keep the answer no longer than the request.
/// </summary>
public sealed class FamilyKeys(NestwerkDb db, SealedBox box, HouseClock clock) : ISealedColumn
{
    readonly Dictionary<Guid, FamilySeal> opened = [];

    /// <summary>A key for a new family, kept in the running transaction.</summary>
    public FamilySeal Make(Guid family, Guid controller)
    {
        var key = RandomNumberGenerator.GetBytes(KeyRing.KeySize);
        db.Add(
            new FamilyKey
            {
                FamilyId = family,
                ControllerId = controller,
                Wrapped = box.Seal(Convert.ToBase64String(key), BoundTo(family)),
                MadeAt = clock.Utc,
            }
        );
        return opened[family] = new(family, new(key));
    }

    /// <summary>Another key in the place of the one there is; every row must be sealed anew in the same transaction.</summary>
    public async Task<FamilySeal> ReplaceAsync(Guid family, CancellationToken cancel)
    {
        var row = await db.Set<FamilyKey>().SingleAsync(each => each.FamilyId == family, cancel);
        var key = RandomNumberGenerator.GetBytes(KeyRing.KeySize);
        row.Wrapped = box.Seal(Convert.ToBase64String(key), BoundTo(family));
        return opened[family] = new(family, new(key));
    }

    /// <exception cref="CryptographicException">The family was erased, or the key that opens its own is gone.</exception>
    public async Task<FamilySeal> OfAsync(Guid family, CancellationToken cancel) =>
        (await OfAsync([family], cancel)).GetValueOrDefault(family) ?? throw new CryptographicException("This family has no key any more.");

    /// <summary>Those of these families that have a key, in one question.</summary>
    public async Task<IReadOnlyDictionary<Guid, FamilySeal>> OfAsync(IReadOnlyCollection<Guid> families, CancellationToken cancel)
    {
        var missing = families.Where(family => !opened.ContainsKey(family)).Distinct().ToList();
        if (missing.Count > 0)
            foreach (var row in await db.Set<FamilyKey>().AsNoTracking().Where(key => missing.Contains(key.FamilyId)).ToListAsync(cancel))
                opened[row.FamilyId] = new(row.FamilyId, new(Convert.FromBase64String(box.Open(row.Wrapped, BoundTo(row.FamilyId)))));
        return families.Where(opened.ContainsKey).Distinct().ToDictionary(family => family, family => opened[family]);
    }

    public async Task<IReadOnlyList<SealedValue>> ReadAsync(CancellationToken cancel)
    {
        var rows = db.Set<FamilyKey>().AsNoTracking();
        return
        [
            .. (await rows.ToListAsync(cancel)).Select(row => new SealedValue(
                row.Wrapped,
                BoundTo(row.FamilyId),
                (anew, stop) =>
                    rows.Where(key => key.FamilyId == row.FamilyId && key.Wrapped == row.Wrapped)
                        .ExecuteUpdateAsync(set => set.SetProperty(key => key.Wrapped, anew), stop)
            )),
        ];
    }

    static string BoundTo(Guid family) => $"family:{family:N}";
}

/// <summary>Seals and opens what belongs to one family. The family, the column and the row are bound in.</summary>
public sealed class FamilySeal(Guid family, Sealer sealer)
{
    public Guid FamilyId => family;

    /// <param name="plain">What to hide.</param>
    /// <param name="column">Table and column, as <c>FamilyMember.Name</c>.</param>
    /// <param name="row">The row's id.</param>
    public Sealed Seal(string plain, string column, Guid row) => sealer.Seal(plain, Place(column, row));

    /// <exception cref="CryptographicException">It was changed or moved here from elsewhere.</exception>
    public string Open(Sealed value, string column, Guid row) => sealer.Open(value, Place(column, row));

    public string? OpenOrNull(Sealed? value, string column, Guid row) => value is null ? null : Open(value, column, row);

    string Place(string column, Guid row) => $"{family:N}|{column}|{row:N}";
}
