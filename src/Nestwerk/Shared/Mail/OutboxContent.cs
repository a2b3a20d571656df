using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;

namespace Nestwerk.Shared.Mail;

/// <summary>The messages that have not left yet.</summary>
sealed class OutboxContent(NestwerkDb db) : ISealedColumn
{
    public async Task<IReadOnlyList<SealedValue>> ReadAsync(CancellationToken cancel)
    {
        var waiting = db.Set<OutboxMail>().AsNoTracking().Where(mail => mail.Content != "");
        return
        [
            .. (await waiting.ToListAsync(cancel)).Select(mail => new SealedValue(
                mail.Content,
                Outbox.BoundTo(mail.Id),
                (anew, stop) =>
                    waiting
                        .Where(row => row.Id == mail.Id && row.Content == mail.Content)
                        .ExecuteUpdateAsync(row => row.SetProperty(kept => kept.Content, anew), stop)
            )),
        ];
    }
}
