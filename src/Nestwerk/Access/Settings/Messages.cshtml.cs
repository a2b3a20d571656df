using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Shared;
using Nestwerk.Shared.Sending;

namespace Nestwerk.Access.Settings;

/// <summary>How messages stand, in counts: no address, no words.</summary>
[Authorize(Policy = Policies.Settings)]
public sealed class MessagesModel(IEnumerable<IOutgoingState> outgoing, NestwerkOptions options, AuditTrail audit) : PageModel
{
    const string Here = "/settings/messages";

    public IReadOnlyList<OutgoingCounts> Counts { get; private set; } = [];

    public bool Fails => Counts.Any(each => each.Failing > 0);

    public bool HasFolder => options.Messages.Folder is not null;

    public bool HasSms => options.Messages.Sms.Url is not null;

    public bool HasMail => options.Mail.IsSet && !string.IsNullOrWhiteSpace(options.Messages.MailFrom);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var counts = new List<OutgoingCounts>();
        foreach (var each in outgoing)
            counts.Add(await each.CountAsync(cancel));
        Counts = counts;
    }

    public async Task<IActionResult> OnPostTryAsync(CancellationToken cancel)
    {
        foreach (var each in outgoing)
            await each.TryNowAsync(cancel);
        audit.Wrote("messages.tried-again", Guid.Empty);
        return Redirect(Here);
    }

    public async Task<IActionResult> OnPostGiveUpAsync(CancellationToken cancel)
    {
        foreach (var each in outgoing)
            await each.GiveUpAsync(cancel);
        audit.Wrote("messages.given-up", Guid.Empty);
        return Redirect(Here);
    }
}
