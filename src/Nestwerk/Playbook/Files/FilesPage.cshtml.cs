using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Playbook.Editing;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Files;

/// <summary>The files that go with a draft: pictures, PDF and sound, each with a word in every language.</summary>
[Authorize(Policy = Policies.Editors)]
[RequestSizeLimit(MostSent), RequestFormLimits(MultipartBodyLengthLimit = MostSent)]
[About(Subject.Book)]
public sealed class FilesPageModel(BookScope books, FileShelf shelf, Actor actor, HouseClock clock, AuditTrail audit, T t) : FormPage
{
    /// <summary>Somewhat more than a file may have, so that one that is too large is answered in words.</summary>
    const int MostSent = FileKinds.MostBytes + (4 * 1024 * 1024);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    [BindProperty]
    public FilesForm Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>What the new file shows.</summary>
    [BindProperty]
    public WordsForm Words { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    public Recipe Recipe { get; private set; } = null!;
    public IReadOnlyDictionary<Guid, FileFacts> Facts { get; private set; } = new Dictionary<Guid, FileFacts>();
    public bool IsFull => Recipe.Draft.Attachments.Count >= RecipeRules.MostAttachments;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        return await ShowAgainAsync();
    }

    /// <summary>The words, the order, and what goes.</summary>
    public async Task<IActionResult> OnPostAsync(string? press, CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        var written = Input.Over(Recipe.Draft.Attachments);
        if (Recipe.Revision != Revision && !ContentJson.Same(written, Recipe.Draft.Attachments))
            return await ShowBothAsync();
        var after = FileOrder.After(written, press);
        for (var i = 0; i < Input.Rows.Count; i++)
            if (after.FirstOrDefault(each => each.File == Input.Rows[i].File) is { } kept)
                ModelState.Takes(t, FilesForm.Problems($"Rows[{i}].Title", kept.Title));
        if (!ModelState.IsValid)
            return await ShowAgainAsync();
        Keep(after);
        return Redirect(Links.Recipe(Id, "files") + "?saved=true");
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        var isCrowded = await shelf.IsCrowdedAsync(Id, cancel);
        var clean =
            IsFull || isCrowded || Upload is not { Length: > 0 and <= FileKinds.MostBytes }
                ? null
                : FileKinds.Clean(await BytesAsync(Upload, cancel));
        if (WhyNot(isCrowded, clean) is { } problem)
            ModelState.AddModelError(nameof(Upload), t[problem, RecipeRules.MostAttachments]);
        if (!ModelState.Takes(t, FilesForm.Problems(nameof(Words), Words.ToWords()), ""))
            return await ShowAgainAsync();
        var file = shelf.Add(Id, Upload!.FileName, clean!);
        Keep([.. Recipe.Draft.Attachments, new Attachment(file.Id, Words.ToWords())]);
        audit.Wrote("file.added", file.Id);
        return Redirect(Links.Recipe(Id, "files") + "?saved=true");
    }

    public override async Task<IActionResult> ShowAgainAsync()
    {
        var cancel = HttpContext.RequestAborted;
        if (!await FindAsync(cancel))
            return NotFound();
        Facts = await shelf.FactsAsync(Recipe.Draft.Attachments, cancel);
        var written = Input.Over(Recipe.Draft.Attachments);
        Input = FilesForm.From(written);
        Revision = Recipe.Revision;
        return Page();
    }

    public override async Task<IActionResult> ShowBothAsync()
    {
        ModelState.Clear(); // The rows may stand in another order now; the words go with their files.
        ModelState.AddModelError("", t["file.stale"]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await ShowAgainAsync();
    }

    string? WhyNot(bool isCrowded, Cleaned? clean) =>
        IsFull ? "file.problem.many"
        : isCrowded ? "file.problem.crowded"
        : Upload is null or { Length: 0 } ? "file.problem.none"
        : Upload.Length > FileKinds.MostBytes ? "file.problem.large"
        : clean!.Problem;

    void Keep(IReadOnlyList<Attachment> files)
    {
        if (Recipe.Rewrite(Recipe.Draft with { Attachments = files }, actor.PersonId, clock.Utc))
            audit.Wrote("recipe.drafted", Id);
    }

    static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancel)
    {
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }

    async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await books.ChangeAsync(Id, cancel) is not { DeletedAt: null } recipe)
            return false;
        Recipe = recipe;
        return true;
    }
}
