using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Families.Rights;
using Nestwerk.Families.Tongues;

namespace Nestwerk.Families.My;

/// <summary>What she can ask of whoever writes about her: a copy, or that everything goes. It waits, and she can stop it.</summary>
[Authorize(Policy = Policies.Parent)]
public sealed class RightsModel(P p, MyDesk desk, MyRights rights, AuditTrail audit) : MyPage(p, desk)
{
    static readonly string[] Sayable = ["asked", "stopped"];

    /// <summary>What was just done.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Did { get; set; }

    public string? Said => Sayable.Contains(Did, StringComparer.Ordinal) ? Did : null;
    public bool MayAsk { get; private set; }
    public IReadOnlyList<SubjectRequest> Requests { get; private set; } = [];

    public bool Offers(Right right) => !Requests.Any(each => each.Right == right && rights.IsWaitedFor(each));

    public string StateOf(SubjectRequest request) => rights.StateOf(request);

    public IHtmlContent SentenceOf(SubjectRequest request)
    {
        var text = P.Key("my.request", StateOf(request));
        return StateOf(request) switch
        {
            "stopped" => P.Say(text, P.Day(request.CancelledAt!.Value)),
            "ready" => P.Say(text, P.Day(request.DoneAt!.Value + SubjectRequest.Ready)),
            "done" => P.Say(text, P.Day(request.DoneAt!.Value)),
            _ => P.Say(text, P.Day(request.At), P.Day(request.DueAt)),
        };
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await audit.ReadAsync("my.rights-read", [Desk.Me.FamilyId], DataClasses.Contact, cancel);
        MayAsk = await rights.MayAskAsync(cancel);
        Requests = await rights.ListAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        await rights.AskAsync(Right.Access, cancel) ? Redirect(Links.MyRightsAfter("asked")) : NotFound();

    public async Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken cancel) =>
        await rights.StopAsync(id, cancel) ? Redirect(Links.MyRightsAfter("stopped")) : NotFound();
}
