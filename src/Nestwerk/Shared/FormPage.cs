using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Nestwerk.Shared;

/// <summary>A page with text in it that must never be lost: not by a mistake, not by a colleague, not by a session that ended.</summary>
public abstract class FormPage : PageModel
{
    /// <summary>Loads what the form needs around it and shows it with what was typed.</summary>
    public abstract Task<IActionResult> ShowAgainAsync();

    /// <summary>Shows the stored text beside the typed one, because somebody else saved first. Answers 409.</summary>
    public virtual Task<IActionResult> ShowBothAsync() => Task.FromResult<IActionResult>(new ConflictPageResult());

    /// <summary>After an expired session: what was typed comes back, and is saved only when asked again.</summary>
    public Task<IActionResult> ShowAgainAfterSignInAsync()
    {
        ModelState.AddModelError("", Texts.Get("form.kept"));
        return ShowAgainAsync();
    }

    /// <summary>When the disk is full: what was typed comes back, with the reason. Answers 507.</summary>
    public async Task<IActionResult> ShowAgainWithoutRoomAsync()
    {
        ModelState.AddModelError("", Texts.Get("form.diskFull"));
        var answer = await ShowAgainAsync();
        if (answer is PageResult page)
            page.StatusCode = StatusCodes.Status507InsufficientStorage;
        return answer;
    }
}

/// <summary>Answers 409 with the page that explains it.</summary>
public sealed class ConflictPageResult() : StatusCodeResult(StatusCodes.Status409Conflict);
