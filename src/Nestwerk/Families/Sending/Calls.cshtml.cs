using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Sending;

/// <summary>Who is to be called, with the number and when it is safe.</summary>
[Authorize(Policy = Policies.Families)]
public sealed class CallsModel(CallList calls, AuditTrail audit, T t) : PageModel
{
    public IReadOnlyList<Call> Calls { get; private set; } = [];

    public string What(CallTask task) =>
        task.At is { } at ? t[$"message.what.{task.Template}", Moment(at)] : t[$"message.what.{task.Template}", ""];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Calls = await calls.ListAsync(cancel);
        await audit.ReadAsync("call.listed", Calls.Select(call => call.Task.FamilyId), DataClasses.Contact, cancel);
    }

    public async Task<IActionResult> OnPostAsync(Guid family, Guid call, CancellationToken cancel) =>
        await calls.DoneAsync(family, call, cancel) ? Redirect(Links.Calls) : NotFound();

    string Moment(DateTime utc) => $"{t.Day(utc)}, {t.Hour(utc)}";
}
