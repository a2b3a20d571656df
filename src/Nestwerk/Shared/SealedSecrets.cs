namespace Nestwerk.Shared;

/// <summary>One sealed value as it stands in the database.</summary>
/// <param name="Text">The sealed text.</param>
/// <param name="BoundTo">What it was bound to when it was sealed.</param>
/// <param name="ReplaceAsync">Puts another in its place where it still stands; answers how many rows that were.</param>
public sealed record SealedValue(string Text, string BoundTo, Func<string, CancellationToken, Task<int>> ReplaceAsync);

/// <summary>A column that holds sealed values. Whoever seals something in the database brings one, or its key cannot be replaced.</summary>
public interface ISealedColumn
{
    Task<IReadOnlyList<SealedValue>> ReadAsync(CancellationToken cancel);
}

/// <summary>Everything in the database that is sealed under the key ring.</summary>
public sealed class SealedSecrets(IEnumerable<ISealedColumn> columns, SealedBox box, KeyRing keys)
{
    /// <summary>Seals everything anew under the newest key. What was changed meanwhile is left as it became: that is newer than the key.</summary>
    /// <returns>How many values moved to the newest key.</returns>
    public async Task<int> SealAnewAsync(CancellationToken cancel)
    {
        var newest = keys.Newest().Id;
        var moved = 0;
        foreach (var value in await ReadAsync(cancel))
            if (SealedBox.KeyOf(value.Text) != newest)
                moved += await value.ReplaceAsync(box.Seal(box.Open(value.Text, value.BoundTo), value.BoundTo), cancel);
        return moved;
    }

    /// <returns>The keys under which something is sealed today.</returns>
    public async Task<IReadOnlySet<string>> KeysInUseAsync(CancellationToken cancel) =>
        (await ReadAsync(cancel)).Select(value => SealedBox.KeyOf(value.Text)).ToHashSet(StringComparer.Ordinal);

    async Task<IReadOnlyList<SealedValue>> ReadAsync(CancellationToken cancel)
    {
        var all = new List<SealedValue>();
        foreach (var column in columns)
            all.AddRange(await column.ReadAsync(cancel));
        return all;
    }
}
