using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;

namespace Nestwerk.Families.Tongues;

/// <summary>A recorded text. Its address never plays another one, so phones keep it.</summary>
[AllowAnonymous, About(Subject.Everybody)]
public sealed class VoiceModel(NestwerkDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var sound = await db.Set<SpokenText>().Where(spoken => spoken.Id == id).Select(spoken => spoken.Sound).SingleOrDefaultAsync(cancel);
        if (sound is null)
            return NotFound();
        Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return new FileContentResult(sound, SpokenText.Type) { EnableRangeProcessing = true };
    }
}
