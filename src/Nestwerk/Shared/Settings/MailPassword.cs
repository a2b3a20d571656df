using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;

namespace Nestwerk.Shared.Settings;

/// <summary>The password of the mail server.</summary>
sealed class MailPassword(NestwerkDb db) : ISealedColumn
{
    public const string BoundTo = "settings:mail-password";

    public async Task<IReadOnlyList<SealedValue>> ReadAsync(CancellationToken cancel)
    {
        var rows = db.Set<HouseSettings>().AsNoTracking().Where(row => row.MailPassword != null);
        return
        [
            .. (await rows.ToListAsync(cancel)).Select(kept => new SealedValue(
                kept.MailPassword!,
                BoundTo,
                (anew, stop) =>
                    rows.Where(row => row.MailPassword == kept.MailPassword)
                        .ExecuteUpdateAsync(row => row.SetProperty(each => each.MailPassword, anew), stop)
            )),
        ];
    }
}
