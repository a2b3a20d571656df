using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Exchange;

/// <summary>Where a book from elsewhere is handed in.</summary>
[Authorize(Policy = Policies.Editors)]
[RequestSizeLimit(MostSent), RequestFormLimits(MultipartBodyLengthLimit = MostSent)]
public sealed class ImportModel(ImportDesk desk, T t) : FormPage
{
    const int MostSent = BookFile.MostBytes + (4 * 1024 * 1024);

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Upload is not { Length: > 0 })
            return Refuse(new("", "exchange.problem.none"));
        if (Upload.Length > BookFile.MostBytes)
            return Refuse(new("", "exchange.problem.large"));
        using var bytes = new MemoryStream((int)Upload.Length);
        await Upload.CopyToAsync(bytes, cancel);
        var (draft, problem) = await desk.BringAsync(bytes.ToArray(), cancel);
        if (problem is not null)
            return Refuse(problem);
        return Redirect(ExchangeLinks.Review(draft));
    }

    public override Task<IActionResult> ShowAgainAsync() => Task.FromResult<IActionResult>(Page());

    PageResult Refuse(Problem problem)
    {
        var why = t[problem.Text, problem.Values];
        ModelState.AddModelError(nameof(Upload), problem.Field.Length > 0 ? t["exchange.problem.inFile", problem.Field, why] : why);
        return Page();
    }
}
