using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Nestwerk.Shared;

/// <summary>A field whose stored text and typed text are not the same.</summary>
public sealed record Difference(string Label, string Theirs, string Yours)
{
    /// <summary>The fields that differ; both texts name the same fields in the same order.</summary>
    public static IReadOnlyList<Difference> Between(
        IEnumerable<(string Label, string Text)> theirs,
        IEnumerable<(string Label, string Text)> yours
    ) =>
        [
            .. theirs
                .Zip(yours, (stored, typed) => new Difference(stored.Label, stored.Text, typed.Text))
                .Where(difference => difference.Theirs != difference.Yours),
        ];
}

/// <summary>The page itself, answered as 409: both texts are on it.</summary>
public sealed class PageResult409 : PageResult
{
    public PageResult409(PageModel page)
    {
        StatusCode = StatusCodes.Status409Conflict;
        ViewData = page.ViewData;
    }
}
