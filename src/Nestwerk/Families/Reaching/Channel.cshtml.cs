using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Reaching;

/// <summary>One way to reach somebody: confirmed, changed, replaced, stopped, or wrong.</summary>
[Authorize(Policy = Policies.Families), About(Subject.Family)]
public sealed class ChannelModel(
    FamilyReading reading,
    AuditTrail audit,
    HouseClock clock,
    Arrivals arrivals,
    KeptLookups lookups,
    Actor actor,
    T t
) : ChannelPage(reading, audit, clock)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ContactChannel Channel { get; private set; } = null!;

    public ChannelState State => Channel.StateAt(Now);

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(DataClasses.Contact, cancel);

    /// <summary>Safe times, messages, and another number in its place.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        var value = Clean(Input.Value);
        var isNew = value.Length > 0 && value != Channel.ValueIn(Open.Seal);
        IEnumerable<Problem> number = isNew ? FamilyRules.Reached(Channel.Kind, value, nameof(Input.Value)) : [];
        if (!ModelState.Takes(t, [.. number, .. TimesProblems(), .. WordProblems()]))
            return Page();
        if (isNew)
            await ReplaceAsync(value, cancel);
        else
            Say();
        return Redirect(Links.Family(Family));
    }

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancel) =>
        DoAsync("channel.confirmed", () => Channel.Confirm(Confirmation.Spoken, actor.PersonId, Now), cancel);

    public Task<IActionResult> OnPostStopAsync(CancellationToken cancel) => DoAsync("channel.stopped", () => Channel.Stop(Now), cancel);

    /// <summary>The number is somebody else's: it finds her no more.</summary>
    public async Task<IActionResult> OnPostWrongAsync(CancellationToken cancel)
    {
        var answer = await DoAsync("channel.wrong", () => Channel.TurnsOutWrong(Now), cancel);
        if (answer is RedirectResult)
            await lookups.ForgetAsync(Family, Id, cancel);
        return answer;
    }

    protected override async Task<bool> FindMoreAsync(CancellationToken cancel)
    {
        var channel = await Reading
            .Of<ContactChannel>(Open, Act.Write)
            .SingleOrDefaultAsync(each => each.Id == Id && each.EndedAt == null, cancel);
        if (channel is null || Open.Member(channel.SubjectId) is not { } member)
            return false;
        Channel = channel;
        await ProtectAsync(member, cancel);
        return true;
    }

    protected override void Begin() =>
        Input = new()
        {
            Value = Channel.ValueIn(Open.Seal),
            Via = Channel.ViaIn(Open.Seal),
            SafeTimes = Channel.SafeTimesIn(Open.Seal),
            NoMessages = Channel.NoMessagesSince is not null,
        };

    async Task<IActionResult> DoAsync(string what, Action change, CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        if (!ModelState.Takes(t, WordProblems()))
            return Page();
        change();
        Audit.WroteOf(Family, what, Id, DataClasses.Contact);
        return Redirect(Links.Family(Family));
    }

    void Say()
    {
        Channel.Reach(Channel.ValueIn(Open.Seal), Input.Via?.Trim(), Input.SafeTimes?.Trim(), Open.Seal);
        if (Input.NoMessages)
            Channel.LeaveNoMessages(Now);
        else
            Channel.LeaveMessages();
        Audit.WroteOf(Family, "channel.changed", Id, DataClasses.Contact);
    }

    /// <summary>The old one ends, and nothing is sent to it about that.</summary>
    async Task ReplaceAsync(string value, CancellationToken cancel)
    {
        Channel.End(Now);
        await lookups.ForgetAsync(Family, Id, cancel);
        Audit.WroteOf(Family, "channel.replaced", Id, DataClasses.Contact);
        var reach = new Reach(Channel.Kind, value, Input.Via?.Trim(), Input.SafeTimes?.Trim(), Input.NoMessages || Safe is not null, false);
        await arrivals.ReachAsync(Member, reach, Open.Seal, cancel);
    }
}
