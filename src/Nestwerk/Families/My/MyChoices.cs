using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.My;

/// <summary>What she decides herself: to stop, to shut out, to let in again. It holds from the next request of whoever it is about.</summary>
public sealed class MyChoices(MyDesk desk, Consents consents, Exclusions exclusions, HouseClock clock)
{
    Membership Me => desk.Me;

    /// <summary>Ends one yes.</summary>
    public async Task<bool> StopAsync(Guid consent, CancellationToken cancel) => await StopAsync(each => each.Id == consent, cancel) > 0;

    /// <summary>One yes of hers that holds now; null when it is not hers, or over.</summary>
    public async Task<Consent?> HoldsAsync(Guid consent, CancellationToken cancel) =>
        (await desk.FactsAsync(cancel)).Consents.FirstOrDefault(each =>
            each.Id == consent && desk.Mine.Contains(each.MemberId) && Circle.Holds(each, clock.Utc)
        );

    /// <summary>Lets a yes end sooner. Never later: that is asked anew.</summary>
    /// <returns>False when it would not become shorter.</returns>
    public bool Shorten(Consent yes, DateOnly until) => consents.Narrow(yes, until) is not null;

    /// <summary>Ends every yes to somebody.</summary>
    public async Task<bool> StopAllAsync(Guid recipient, CancellationToken cancel) =>
        await StopAsync(each => each.RecipientId == recipient, cancel) > 0;

    /// <summary>Somebody beside her, or of her family, may know nothing more about her and the children for whom she speaks.</summary>
    public async Task<bool> ShutOutAsync(Guid who, CancellationToken cancel)
    {
        var circle = await desk.CircleAsync(cancel);
        if (who == Me.MemberId || !await KnowsAsync(circle.Facts, who, cancel))
            return false;
        foreach (var member in desk.Mine)
            await exclusions.PlaceAsync(circle, member, Me.MemberId, who, cancel);
        return true;
    }

    public async Task<bool> LetInAsync(Guid who, CancellationToken cancel)
    {
        var facts = await desk.FactsAsync(cancel);
        var hers = facts
            .Exclusions.Where(each => each.ExcludedId == who && Circle.Holds(each, clock.Utc) && exclusions.MayEnd(each))
            .ToList();
        hers.ForEach(exclusions.End);
        return hers.Count > 0;
    }

    async Task<int> StopAsync(Func<Consent, bool> which, CancellationToken cancel)
    {
        var facts = await desk.FactsAsync(cancel);
        var ending = facts
            .Consents.Where(each => desk.Mine.Contains(each.MemberId) && which(each) && Circle.Holds(each, clock.Utc))
            .ToList();
        ending.ForEach(consents.Withdraw);
        return ending.Count;
    }

    /// <summary>Only who can be seen on her page can be shut out there.</summary>
    async Task<bool> KnowsAsync(FamilyFacts facts, Guid who, CancellationToken cancel) =>
        MySide.Of(facts, Me, clock.Utc).Parties.Any(party => party.Id == who)
        || (await desk.RelativesAsync(cancel)).Any(relative => relative.Id == who);
}
