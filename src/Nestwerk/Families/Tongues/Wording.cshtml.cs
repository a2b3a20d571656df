using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Tongues;

public sealed class WordingInput
{
    public string? Text { get; set; }
}

/// <summary>One text in one language: the words of the network, and a voice.</summary>
[Authorize(Policy = Policies.Settings)]
public sealed partial class WordingModel(TongueDesk desk, TongueShelf shelf, T t) : FormPage
{
    const int Longest = 600;

    [BindProperty(SupportsGet = true, Name = "language")]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty]
    public WordingInput Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Sound { get; set; }

    public Tongue Tongue { get; private set; } = Tongue.OfTheProduct[0];
    public string? Voice { get; private set; }

    CancellationToken Cancel => HttpContext.RequestAborted;

    public Task<IActionResult> OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await IsThereAsync())
            return NotFound();
        var words = Input.Text?.Trim() ?? "";
        if (words.Length > Longest)
            ModelState.AddModelError("Input.Text", t["parents.texts.long"]);
        else if (words.Length > 0 && Places(words) != Places(ParentTexts.Find(Key, Languages.Default)!))
            ModelState.AddModelError("Input.Text", t["parents.texts.places"]);
        if (!ModelState.IsValid)
            return await ShowAgainAsync();
        await desk.WordAsync(Code, Key, words, Cancel);
        return Done();
    }

    public async Task<IActionResult> OnPostSpeakAsync()
    {
        if (!await IsThereAsync())
            return NotFound();
        if (Sound is not { Length: > 0 and <= SpokenText.MostBytes } || !await desk.SpeakAsync(Code, Key, await ReadAsync(Sound), Cancel))
        {
            ModelState.AddModelError("Sound", t["parents.texts.noSound"]);
            return await ShowAgainAsync();
        }
        return Done();
    }

    public async Task<IActionResult> OnPostHushAsync()
    {
        if (!await IsThereAsync())
            return NotFound();
        await desk.HushAsync(Code, Key, Cancel);
        return Done();
    }

    public override async Task<IActionResult> ShowAgainAsync()
    {
        if (!await IsThereAsync())
            return NotFound();
        var book = await shelf.FreshAsync(Cancel);
        Tongue = book.Find(Code)!;
        Input.Text ??= book.Exactly(Key, Code);
        Voice = book.Spoken.TryGetValue((Code, Key), out var id) ? Links.Voice(id) : null;
        return Page();
    }

    RedirectResult Done()
    {
        shelf.Renew();
        return Redirect(Links.ParentTextsIn(Code));
    }

    async Task<bool> IsThereAsync() => ParentTexts.Has(Key) && (await shelf.FreshAsync(Cancel)).Find(Code) is not null;

    async Task<byte[]> ReadAsync(IFormFile file)
    {
        using var whole = new MemoryStream();
        await file.CopyToAsync(whole, Cancel);
        return whole.ToArray();
    }

    static string Places(string text) =>
        string.Join(' ', Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
