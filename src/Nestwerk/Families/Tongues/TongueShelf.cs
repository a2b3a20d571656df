using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Tongues;

/// <summary>All languages and texts as they are now: those of the product, with what the network put beside or in the place of them.</summary>
public sealed record TongueBook(
    IReadOnlyList<Tongue> Tongues,
    IReadOnlyDictionary<(string Language, string Key), string> Own,
    IReadOnlyDictionary<(string Language, string Key), Guid> Spoken
)
{
    public static readonly TongueBook OfTheProduct = new(
        Tongue.OfTheProduct,
        new Dictionary<(string, string), string>(),
        new Dictionary<(string, string), Guid>()
    );

    /// <returns>Null when there is no such language here.</returns>
    public Tongue? Find(string? code) => Tongues.FirstOrDefault(tongue => tongue.Code == code);

    /// <summary>The text in this very language; null when it is not there yet.</summary>
    public string? Exactly(string key, string language) => Own.GetValueOrDefault((language, key)) ?? ParentTexts.Find(key, language);

    /// <summary>The text in a language, or in another that has it.</summary>
    public string Text(string key, string language, string otherwise) =>
        Exactly(key, language) ?? Exactly(key, otherwise) ?? ParentTexts.Find(key, Languages.Default)!;
}

/// <summary>Keeps the languages at hand. Another instance's change is seen within a minute.</summary>
public sealed class TongueShelf(IServiceScopeFactory scopes, TimeProvider time)
{
    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    volatile Kept kept = new(TongueBook.OfTheProduct, DateTimeOffset.MinValue);

    public async ValueTask<TongueBook> BookAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (now - kept.At < Fresh)
            return kept.Book;
        kept = new(await ReadAsync(cancel), now);
        return kept.Book;
    }

    /// <summary>As it is this moment, for who changes it.</summary>
    public ValueTask<TongueBook> FreshAsync(CancellationToken cancel)
    {
        Renew();
        return BookAsync(cancel);
    }

    /// <summary>Call when a change is kept: what lies at hand is read again.</summary>
    public void Renew() => kept = kept with { At = DateTimeOffset.MinValue };

    async Task<TongueBook> ReadAsync(CancellationToken cancel)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        var added = await db.Set<AddedTongue>().AsNoTracking().OrderBy(tongue => tongue.Name).ToListAsync(cancel);
        var own = await db.Set<HouseWording>().AsNoTracking().ToListAsync(cancel);
        var spoken = await db.Set<SpokenText>()
            .Select(each => new
            {
                each.Language,
                each.Key,
                each.Id,
            })
            .ToListAsync(cancel);
        return new(
            [.. Tongue.OfTheProduct, .. added.Select(tongue => tongue.AsTongue)],
            own.ToDictionary(each => (each.Language, each.Key), each => each.Text),
            spoken.ToDictionary(each => (each.Language, each.Key), each => each.Id)
        );
    }

    sealed record Kept(TongueBook Book, DateTimeOffset At);
}
