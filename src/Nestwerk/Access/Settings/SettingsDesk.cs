using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;
using Nestwerk.Shared.Settings;

namespace Nestwerk.Access.Settings;

/// <summary>Changes how this instance is set up, and lets it take effect when it is kept.</summary>
public sealed class SettingsDesk(NestwerkDb db, WriteGate gate, SettingsStore store, AuditTrail audit, HouseClock clock)
{
    const int MostFunders = 12;

    public Task ChooseAsync(Func<HouseChoices, HouseChoices> change, CancellationToken cancel) =>
        KeepAsync(row => row.Choices = change(row.Choices), cancel);

    /// <param name="mail">What was chosen; its password is kept sealed, and an empty one leaves the kept one as it is.</param>
    /// <param name="cancel">When to stop.</param>
    public Task ChooseMailAsync(Shared.Mail.MailOptions mail, CancellationToken cancel)
    {
        var password = mail.Password;
        mail.Password = null;
        return KeepAsync(Keep, cancel);

        void Keep(HouseSettings row)
        {
            row.Choices = row.Choices with { Mail = mail };
            if (string.IsNullOrWhiteSpace(mail.User))
                row.MailPassword = null;
            else if (!string.IsNullOrEmpty(password))
                row.MailPassword = store.Seal(password);
        }
    }

    /// <summary>A new logo takes the place of the former one; funders stand beside each other.</summary>
    /// <returns>Whether there was room for it.</returns>
    public async Task<bool> AddPictureAsync(CleanImage image, string name, bool isLogo, CancellationToken cancel)
    {
        using (await gate.EnterAsync(cancel))
        {
            if (isLogo)
                db.RemoveRange(await db.Set<HousePicture>().Where(picture => picture.IsLogo).ToListAsync(cancel));
            else if (await db.Set<HousePicture>().CountAsync(picture => !picture.IsLogo, cancel) >= MostFunders)
                return false;
            db.Add(
                new HousePicture
                {
                    Id = Ids.New(),
                    IsLogo = isLogo,
                    Name = name,
                    Type = image.Type,
                    Content = image.Content,
                    AddedAt = clock.Utc,
                }
            );
            audit.Wrote("settings.changed", Guid.Empty);
            await db.SaveChangesAsync(cancel);
        }
        await store.ApplyAsync(cancel);
        return true;
    }

    public async Task RemovePictureAsync(Guid id, CancellationToken cancel)
    {
        using (await gate.EnterAsync(cancel))
        {
            if (await db.Set<HousePicture>().SingleOrDefaultAsync(picture => picture.Id == id, cancel) is not { } picture)
                return;
            db.Remove(picture);
            audit.Wrote("settings.changed", Guid.Empty);
            await db.SaveChangesAsync(cancel);
        }
        await store.ApplyAsync(cancel);
    }

    async Task KeepAsync(Action<HouseSettings> change, CancellationToken cancel)
    {
        using (await gate.EnterAsync(cancel))
        {
            var row = await db.Set<HouseSettings>().SingleOrDefaultAsync(cancel);
            if (row is null)
                db.Add(row = new());
            change(row);
            row.Revision++;
            audit.Wrote("settings.changed", Guid.Empty);
            await db.SaveChangesAsync(cancel);
        }
        await store.ApplyAsync(cancel);
    }
}
