using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Families.Tongues;
using Nestwerk.Shared;

namespace Nestwerk.Families.My;

/// <summary>What is kept about how she is called and reached, to put right.</summary>
[Authorize(Policy = Policies.Parent)]
public sealed class DetailsModel(P p, MyDesk desk, MyChannels channels, AuditTrail audit, HouseClock clock) : MyPage(p, desk)
{
    const int LongestName = 60;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Kept { get; set; }

    public bool MayChange { get; private set; }
    public IReadOnlyList<MyChannel> Channels { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await audit.ReadAsync("my.details-read", [Desk.Me.FamilyId], DataClasses.Contact, cancel);
        await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostNameAsync(CancellationToken cancel)
    {
        if (await ChangingAsync(cancel) is not { } her)
            return NotFound();
        if (Name?.Trim() is not { Length: > 0 and <= LongestName } name)
            return await ShowAgainAsync(nameof(Name), "my.details.noName", cancel);
        her.Call(name, await Desk.SealAsync(cancel));
        audit.WroteOf(her.FamilyId, "member.renamed", her.Id, DataClasses.Contact);
        return Done();
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancel)
    {
        if (await ChangingAsync(cancel) is not { } her)
            return NotFound();
        return await channels.AddAsync(her, To, await Desk.SealAsync(cancel), cancel) is { } problem
            ? await ShowAgainAsync(nameof(To), problem, cancel)
            : Done();
    }

    public Task<IActionResult> OnPostConfirmAsync(Guid channel, CancellationToken cancel) =>
        ChangeAsync(channel, "channel.confirmed", each => each.Confirm(each.ConfirmedHow ?? Confirmation.Code, null, clock.Utc), cancel);

    public Task<IActionResult> OnPostStopAsync(Guid channel, CancellationToken cancel) =>
        ChangeAsync(channel, "channel.stopped", each => each.Stop(clock.Utc), cancel);

    public Task<IActionResult> OnPostRemoveAsync(Guid channel, CancellationToken cancel) =>
        ChangeAsync(channel, "channel.ended", each => each.End(clock.Utc), cancel);

    async Task<IActionResult> ChangeAsync(Guid id, string what, Action<ContactChannel> change, CancellationToken cancel) =>
        await channels.ChangeAsync(id, what, change, cancel) ? Done() : NotFound();

    async Task<FamilyMember?> ChangingAsync(CancellationToken cancel) =>
        await Desk.HerAsync(cancel) is { } her && await Desk.MayChangeAsync(her, cancel) ? her : null;

    RedirectResult Done() => Redirect($"{Links.MyDetails}?kept=true");

    async Task<IActionResult> ShowAgainAsync(string field, string problem, CancellationToken cancel)
    {
        Refuse(field, problem);
        await ShowAsync(cancel);
        return Page();
    }

    async Task ShowAsync(CancellationToken cancel)
    {
        if (await Desk.HerAsync(cancel) is not { } her)
            return;
        var seal = await Desk.SealAsync(cancel);
        Name ??= her.NameIn(seal);
        MayChange = await Desk.MayChangeAsync(her, cancel);
        Channels = await channels.ListAsync(seal, cancel);
    }
}
