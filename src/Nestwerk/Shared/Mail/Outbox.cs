using System.Text.Json;
using Nestwerk.Data;

namespace Nestwerk.Shared.Mail;

/// <summary>Puts messages down to be sent after the transaction that they belong to.</summary>
public sealed class Outbox(NestwerkDb db, SealedBox box, NestwerkOptions options, TimeProvider time)
{
    public bool IsOpen => options.Mail.IsSet;

    /// <returns>Its id; null when this instance sends no mail.</returns>
    public Guid? Add(string kind, Letter letter)
    {
        if (!IsOpen)
            return null;
        var (id, now) = (Ids.New(), time.GetUtcNow().UtcDateTime);
        db.Add(
            new OutboxMail
            {
                Id = id,
                Kind = kind,
                Content = box.Seal(JsonSerializer.Serialize(letter), BoundTo(id)),
                MadeAt = now,
                NextTryAt = now,
            }
        );
        return id;
    }

    internal static string BoundTo(Guid id) => $"outbox:{id:N}";
}
