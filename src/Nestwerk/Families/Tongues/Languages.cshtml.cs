using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Tongues;

public sealed class LanguageInput
{
    public string? Name { get; set; }
    public string? Code { get; set; }
    public bool RightToLeft { get; set; }
}

/// <summary>The languages of the parents' pages, what each still lacks, and room for another.</summary>
[Authorize(Policy = Policies.Settings)]
public sealed partial class LanguagesModel(TongueDesk desk, TongueShelf shelf, T t) : FormPage
{
    [BindProperty]
    public LanguageInput Input { get; set; } = new();

    public IReadOnlyList<(Tongue Tongue, int Missing, int Spoken)> All { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var (code, name) = (Input.Code?.Trim().ToLowerInvariant() ?? "", Input.Name?.Trim() ?? "");
        if (!Code().IsMatch(code))
            ModelState.AddModelError("Input.Code", t["parents.texts.badCode"]);
        if (name.Length is 0 or > 40)
            ModelState.AddModelError("Input.Name", t["parents.texts.noName"]);
        if (ModelState.IsValid && !await desk.AddAsync(code, name, Input.RightToLeft, cancel))
            ModelState.AddModelError("Input.Code", t["parents.texts.taken"]);
        if (!ModelState.IsValid)
            return await ShowAgainAsync();
        shelf.Renew();
        return Redirect(Links.ParentTexts);
    }

    public override async Task<IActionResult> ShowAgainAsync()
    {
        var book = await shelf.FreshAsync(HttpContext.RequestAborted);
        var keys = ParentTexts.Keys.ToList();
        All =
        [
            .. book.Tongues.Select(tongue =>
                (
                    tongue,
                    keys.Count(key => book.Exactly(key, tongue.Code) is null),
                    book.Spoken.Keys.Count(each => each.Language == tongue.Code)
                )
            ),
        ];
        return Page();
    }

    [GeneratedRegex("^[a-z]{2,3}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
