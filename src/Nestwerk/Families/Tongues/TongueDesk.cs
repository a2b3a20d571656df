using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Tongues;

/// <summary>Adds languages, words and voices for parents, in the running transaction.</summary>
public sealed class TongueDesk(NestwerkDb db, HouseClock clock, AuditTrail audit)
{
    public async Task<bool> AddAsync(string code, string name, bool rightToLeft, CancellationToken cancel)
    {
        if (
            Tongue.OfTheProduct.Any(tongue => tongue.Code == code)
            || await db.Set<AddedTongue>().AnyAsync(each => each.Code == code, cancel)
        )
            return false;
        db.Add(
            new AddedTongue
            {
                Code = code,
                Name = name,
                RightToLeft = rightToLeft,
            }
        );
        audit.Wrote("parent-language.added", Ids.New());
        return true;
    }

    /// <summary>The words of the network for one text; blank goes back to the product's.</summary>
    public async Task WordAsync(string language, string key, string? text, CancellationToken cancel)
    {
        var now = await db.Set<HouseWording>().FindAsync([language, key], cancel);
        var words = text?.ReplaceLineEndings(" ").Trim() ?? "";
        if (words == (now?.Text ?? ""))
            return;
        if (words.Length == 0)
            db.Remove(now!);
        else if (now is null)
            db.Add(
                new HouseWording
                {
                    Language = language,
                    Key = key,
                    Text = words,
                    ChangedAt = clock.Utc,
                }
            );
        else
            (now.Text, now.ChangedAt) = (words, clock.Utc);
        audit.Wrote("parent-text.changed", Ids.New());
    }

    /// <returns>False when it is no MP3.</returns>
    public async Task<bool> SpeakAsync(string language, string key, byte[] raw, CancellationToken cancel)
    {
        if (Mp3.FramesIn(raw) is not { } sound)
            return false;
        await HushAsync(language, key, cancel);
        var spoken = new SpokenText
        {
            Id = Ids.New(),
            Language = language,
            Key = key,
            Sound = sound,
            AddedAt = clock.Utc,
        };
        db.Add(spoken);
        audit.Wrote("parent-voice.added", spoken.Id);
        return true;
    }

    public Task HushAsync(string language, string key, CancellationToken cancel) =>
        db.Set<SpokenText>().Where(each => each.Language == language && each.Key == key).ExecuteDeleteAsync(cancel);
}
