using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Tongues;

/// <summary>Every text of one language; what is missing stands first.</summary>
[Authorize(Policy = Policies.Settings)]
public sealed class WordingsModel(TongueShelf shelf) : PageModel
{
    public Tongue Tongue { get; private set; } = Tongue.OfTheProduct[0];

    public IReadOnlyList<(string Key, string? Text, bool IsOwn, bool IsSpoken)> All { get; private set; } = [];

    public string Here(string key) => ParentTexts.Find(key, Languages.Current)!;

    public async Task<IActionResult> OnGetAsync(string language, CancellationToken cancel)
    {
        var book = await shelf.FreshAsync(cancel);
        if (book.Find(language) is not { } tongue)
            return NotFound();
        Tongue = tongue;
        All =
        [
            .. ParentTexts
                .Keys.Select(key =>
                    (key, book.Exactly(key, language), book.Own.ContainsKey((language, key)), book.Spoken.ContainsKey((language, key)))
                )
                .OrderBy(each => each.Item2 is not null),
        ];
        return Page();
    }
}
