using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;
using Nestwerk.Shared.Mail;

namespace Nestwerk.Families.Emergency;

/// <summary>Tells those who review it that a glass was broken: that it happened, never about whom.</summary>
public sealed class GlassNotice(NestwerkDb db, Outbox outbox, Colleagues colleagues, Actor actor, HouseClock clock, NestwerkOptions options)
{
    public async Task SendAsync(Guid family, CancellationToken cancel)
    {
        if (!outbox.IsOpen)
            return;
        foreach (var person in await ReviewersAsync(family, cancel))
            if (await colleagues.MailboxAsync(person, cancel) is { } box)
                outbox.Add("glass-broken", LetterTo(box));
    }

    Letter LetterTo(Mailbox box) =>
        new(
            box.Address,
            string.Format(CultureInfo.InvariantCulture, Texts.Everything["glass.mailSubject"].In(box.Language), options.Name),
            string.Format(
                CultureInfo.InvariantCulture,
                Texts.Everything["glass.mail"].In(box.Language),
                box.Name,
                new Uri(options.PublicUrl, Links.GlassReview).AbsoluteUri
            )
        );

    Task<List<Guid>> ReviewersAsync(Guid family, CancellationToken cancel)
    {
        var (today, me) = (clock.Today, actor.PersonId);
        return db.Set<Appointment>()
            .Where(post => db.Set<FamilyKey>().Any(key => key.FamilyId == family && key.ControllerId == post.OrganisationId))
            .Where(post => post.Role == Role.ProtectionOfficer || post.Role == Role.NetworkCoordinator)
            .Where(post => post.From <= today && (post.Until == null || today <= post.Until) && post.PersonId != me)
            .Select(post => post.PersonId)
            .Distinct()
            .ToListAsync(cancel);
    }
}

/// <summary>What waits for a review, for those who review: within three days, by somebody else.</summary>
[ByItself(Touches.SafetyOfFamilies)]
public sealed class GlassAttention(GlassReviews reviews, T t) : IAttention
{
    public async Task<IReadOnlyList<Attention>> ForAsync(Actor actor, CancellationToken cancel)
    {
        if (!Policies.Reviews(actor))
            return [];
        var waiting = await reviews.Waiting().Select(glass => glass.From).ToListAsync(cancel);
        if (waiting.Count == 0)
            return [];
        var until = waiting.Min() + BreakGlass.ReviewWithin;
        var detail = t["attention.glass.until", $"{t.Day(until)}, {t.Hour(until)}"];
        return
        [
            new(waiting.Count, t.Count("attention.glass", waiting.Count), detail, Links.GlassReview, t["attention.glass.verb"])
            {
                IsToday = true,
                Order = 5,
            },
        ];
    }
}
