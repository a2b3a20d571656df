using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;
using Nestwerk.Shared.Mail;
using Nestwerk.Shared.Settings;

namespace Nestwerk.Access.Settings;

/// <summary>How this instance is set up, in words.</summary>
[Authorize(Policy = Policies.Settings), OwnTransactions]
public sealed class IndexModel(SettingsDesk desk, SettingsStore store, NestwerkOptions options, TestMail test, NestwerkDb db, T t)
    : FormPage
{
    static readonly NestwerkOptions Default = new();

    [BindProperty]
    public SettingsInput Input { get; set; } = SettingsInput.Of(options);

    [BindProperty]
    public IFormFile? Picture { get; set; }

    [BindProperty]
    public string? PictureName { get; set; }

    [BindProperty]
    public bool IsLogo { get; set; }

    public NestwerkOptions Now => options;
    public NestwerkOptions First => Default;
    public PictureList Pictures => store.Pictures;
    public IReadOnlyList<OutboxMail> Letters { get; private set; } = [];

    public bool IsFixed(string path) => store.IsFixed(path);

    public string Moment(DateTime utc) => $"{t.Day(utc)}, {t.Hour(utc)}";

    public IEnumerable<SelectListItem> Tongues => Offers.Tongues(t);

    public IEnumerable<SelectListItem> Zones => Offers.Zones(options.TimeZone);

    public Task<IActionResult> OnGetAsync() => ShowAgainAsync();

    public Task<IActionResult> OnPostHouseAsync(CancellationToken cancel) =>
        KeepAsync(
            Input.HouseProblems(),
            chosen => chosen with { Name = Input.Name!.Trim(), Language = Input.Language, TimeZone = Input.TimeZone },
            cancel
        );

    public Task<IActionResult> OnPostMeetingsAsync(CancellationToken cancel) =>
        KeepAsync(Input.BalanceProblems(), chosen => chosen with { Balance = Input.Balance() }, cancel);

    public async Task<IActionResult> OnPostMailAsync(CancellationToken cancel)
    {
        if (store.IsFixed("Mail") || !ModelState.Takes(t, Input.MailProblems()))
            return await ShowAgainAsync();
        await desk.ChooseMailAsync(Input.Mail(), cancel);
        return Redirect("/settings#mail");
    }

    public async Task<IActionResult> OnPostTestAsync(CancellationToken cancel)
    {
        if (!options.Mail.IsSet)
            return NotFound();
        await test.SendAsync(cancel);
        return Redirect("/settings#mail");
    }

    public async Task<IActionResult> OnPostPictureAsync(CancellationToken cancel)
    {
        var image = Picture is { Length: > 0 and <= Images.MostBytes } ? Images.Clean(await BytesAsync(Picture, cancel)) : null;
        if (image is null)
            ModelState.AddModelError(nameof(Picture), t["settings.problem.picture"]);
        if (string.IsNullOrWhiteSpace(PictureName) || PictureName.Length > Limits.Name)
            ModelState.AddModelError(nameof(PictureName), t["settings.problem.pictureName"]);
        if (ModelState.IsValid && !await desk.AddPictureAsync(image!, PictureName!.Trim(), IsLogo, cancel))
            ModelState.AddModelError(nameof(Picture), t["settings.problem.pictures"]);
        return ModelState.IsValid ? Redirect("/settings#pictures") : await ShowAgainAsync();
    }

    public async Task<IActionResult> OnPostRemovePictureAsync(Guid id, CancellationToken cancel)
    {
        await desk.RemovePictureAsync(id, cancel);
        return Redirect("/settings#pictures");
    }

    public override async Task<IActionResult> ShowAgainAsync()
    {
        Letters = await db.Set<OutboxMail>()
            .AsNoTracking()
            .OrderByDescending(mail => mail.MadeAt)
            .Take(5)
            .ToListAsync(HttpContext.RequestAborted);
        return Page();
    }

    async Task<IActionResult> KeepAsync(IEnumerable<Problem> problems, Func<HouseChoices, HouseChoices> change, CancellationToken cancel)
    {
        if (!ModelState.Takes(t, problems))
            return await ShowAgainAsync();
        await desk.ChooseAsync(change, cancel);
        return Redirect("/settings");
    }

    static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }
}
