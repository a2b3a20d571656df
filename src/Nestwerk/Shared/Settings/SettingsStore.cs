using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;

namespace Nestwerk.Shared.Settings;

/// <summary>
/// Lets what was chosen on the settings page take effect in the running options. What stands in configuration (file,
/// variable or command line) wins: the page shows it and cannot change it.
/// </summary>
public sealed class SettingsStore(
    NestwerkOptions options,
    IConfiguration configuration,
    SealedBox box,
    PublicPages pages,
    IServiceScopeFactory scopes
)
{
    static readonly NestwerkOptions Default = new();

    /// <summary>What the running instance started with, from configuration alone.</summary>
    readonly NestwerkOptions configured = configuration.Checked();

    /// <summary>What pages show of the pictures: read once, and again when they change.</summary>
    public PictureList Pictures { get; private set; } = PictureList.None;

    /// <param name="path">A setting or a group of them, such as <c>Mail</c>, below the section <c>Nestwerk</c>.</param>
    public bool IsFixed(string path) => configuration.GetSection("Nestwerk:" + path).Exists();

    /// <summary>Reads what was chosen. Called once at the start, after the database has its shape, and after every change.</summary>
    public async Task ApplyAsync(CancellationToken cancel)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        Apply(await db.Set<HouseSettings>().AsNoTracking().SingleOrDefaultAsync(cancel) ?? new());
        Pictures = new(
            await db.Set<HousePicture>()
                .OrderBy(picture => picture.AddedAt)
                .Select(picture => new PictureInfo(picture.Id, picture.IsLogo, picture.Name))
                .ToListAsync(cancel)
        );
        pages.Renew();
    }

    public string Seal(string password) => box.Seal(password, MailPassword.BoundTo);

    void Apply(HouseSettings row)
    {
        var chosen = row.Choices;
        options.Name = IsFixed("Name") ? configured.Name : chosen.Name ?? Default.Name;
        options.Language = IsFixed("Language") ? configured.Language : chosen.Language ?? Default.Language;
        options.TimeZone = IsFixed("TimeZone") ? configured.TimeZone : chosen.TimeZone ?? Default.TimeZone;
        options.Balance = IsFixed("Balance") ? configured.Balance : chosen.Balance ?? new();
        options.Mail = IsFixed("Mail") ? configured.Mail : chosen.Mail ?? new();
        if (!IsFixed("Mail") && row.MailPassword is { } kept)
            options.Mail.Password = box.Open(kept, MailPassword.BoundTo);
    }
}

public sealed record PictureInfo(Guid Id, bool IsLogo, string Name)
{
    public string Path => $"/picture/{Id}";
}

public sealed record PictureList(IReadOnlyList<PictureInfo> All)
{
    public static readonly PictureList None = new([]);

    public PictureInfo? Logo => All.FirstOrDefault(picture => picture.IsLogo);

    public IEnumerable<PictureInfo> Funders => All.Where(picture => !picture.IsLogo);
}
