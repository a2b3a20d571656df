using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;
using Nestwerk.Shared.Settings;

namespace Nestwerk.Cli.FirstRun;

/// <summary>The first page of an empty instance.</summary>
[AllowAnonymous, OwnTransactions, EnableRateLimiting("sign-in")]
public sealed class IndexModel(
    FirstArrival first,
    Founding founding,
    NestwerkDb db,
    WriteGate gate,
    Sessions sessions,
    SettingsStore store,
    HouseClock clock,
    T t
) : PageModel
{
    const int MostFunders = 6;

    [BindProperty]
    public FirstRunInput Input { get; set; } = new() { Language = Languages.Current };

    [BindProperty]
    public IFormFile? Logo { get; set; }

    [BindProperty]
    public List<IFormFile> Funders { get; set; } = [];

    public IEnumerable<SelectListItem> Tongues => Offers.Tongues(t);

    public IEnumerable<SelectListItem> Zones => Offers.Zones(Input.TimeZone);

    public IActionResult OnGet() => first.IsWaiting ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!first.IsWaiting)
            return Redirect("/sign-in");
        if (!first.Opens(Input.Token))
            ModelState.AddModelError("Input.Token", t["first.tokenWrong"]);
        var pictures = await PicturesAsync(cancel);
        if (!ModelState.Takes(t, Input.Problems()))
            return Page();
        await sessions.BeginAsync(await LayAsync(pictures, cancel), SessionClaims.Password, cancel);
        await store.ApplyAsync(cancel);
        HttpContext.RememberLanguage(Input.Language);
        return Redirect("/account");
    }

    /// <summary>The session begins afterwards: it takes its own turn to write.</summary>
    async Task<IdentityUser<Guid>> LayAsync(IReadOnlyList<HousePicture> pictures, CancellationToken cancel)
    {
        using var turn = await gate.EnterAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var account = await founding.LayAsync(Input, pictures, cancel);
        await transaction.CommitAsync(cancel);
        first.Close();
        return account;
    }

    async Task<IReadOnlyList<HousePicture>> PicturesAsync(CancellationToken cancel)
    {
        var found = new List<HousePicture>();
        if (Logo is not null)
            await AddAsync(nameof(Logo), Logo, isLogo: true);
        foreach (var funder in Funders.Take(MostFunders))
            await AddAsync(nameof(Funders), funder, isLogo: false);
        return found;

        async Task AddAsync(string field, IFormFile file, bool isLogo)
        {
            using var bytes = new MemoryStream();
            if (file.Length <= Images.MostBytes)
                await file.CopyToAsync(bytes, cancel);
            if (Images.Clean(bytes.ToArray()) is { } image)
                found.Add(Picture(image, isLogo ? Input.House ?? "" : Path.GetFileNameWithoutExtension(file.FileName), isLogo));
            else
                ModelState.AddModelError(field, t["settings.problem.picture"]);
        }
    }

    HousePicture Picture(CleanImage image, string name, bool isLogo) =>
        new()
        {
            Id = Ids.New(),
            IsLogo = isLogo,
            Name = name.Length > Limits.Name ? name[..Limits.Name] : name,
            Type = image.Type,
            Content = image.Content,
            AddedAt = clock.Utc,
        };
}
