using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;
using Nestwerk.Shared.Sending;

namespace Nestwerk.Families.Sending;

/// <summary>Finds, when its turn has come, to whom a message goes and what it says, and whether it may still leave.</summary>
[ByItself(Touches.FamiliesUnlessQuiet)]
sealed class FamilyPost(NestwerkDb db, FamilyScope families, FamilyKeys keys, ContactFacts facts, Ways ways, HouseClock clock)
    : IPost<FamilyMessage>
{
    const string Ruled = "ruled out";
    const string NoWay = "no way out";
    const string Gone = "gone";

    public bool IsOpen => true; // What cannot leave becomes a call.

    public async Task<Step> PrepareAsync(FamilyMessage row, CancellationToken cancel)
    {
        if (await ChannelAsync(row, cancel) is not { } channel || await SealAsync(row, cancel) is not { } seal)
            return new Step.Drop(Gone);
        var her = await facts.OfAsync(channel, row.Template, row.Until, row, cancel);
        var ruling = ContactRules.Decide(row.Template, her);
        return ruling.Verdict switch
        {
            Verdict.Wait => new Step.Later(clock.Utc + ruling.For),
            Verdict.Send => ways.For(channel, row, seal) is { } go ? go : new Step.Drop(NoWay),
            _ => new Step.Drop(Ruled),
        };
    }

    /// <summary>Nobody was told, so somebody calls; unless the rules want nothing at all, or she herself stands at the door with a code.</summary>
    public async Task GaveUpAsync(FamilyMessage row, CancellationToken cancel)
    {
        if (row.Trouble == Gone || row.Template == MessageTemplate.SignInCode || await ChannelAsync(row, cancel) is not { } channel)
            return;
        var ruling = ContactRules.Decide(row.Template, await facts.OfAsync(channel, row.Template, row.Until, row, cancel));
        CallReason? why = ruling.Verdict == Verdict.Nothing ? null : ruling.Why ?? CallReason.Failed;
        if (why is { } reason)
            db.Add(CallTask.New(channel, reason, row.Template, row.At, clock.Utc));
    }

    Task<ContactChannel?> ChannelAsync(FamilyMessage row, CancellationToken cancel) =>
        families
            .For<ContactChannel>(Job.Send)
            .SingleOrDefaultAsync(channel => channel.FamilyId == row.FamilyId && channel.Id == row.ChannelId, cancel);

    async Task<FamilySeal?> SealAsync(FamilyMessage row, CancellationToken cancel) =>
        (await keys.OfAsync([row.FamilyId], cancel)).GetValueOrDefault(row.FamilyId);
}
