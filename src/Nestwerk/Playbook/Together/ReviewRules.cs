namespace Nestwerk.Playbook.Together;

/// <summary>Somebody who edits a book today, with the owner houses she edits it for.</summary>
public sealed record BookEditor(Guid Person, IReadOnlyCollection<Guid> Houses);

/// <summary>What publishing asks of whoever presses the button.</summary>
public enum ReviewNeed
{
    /// <summary>Nothing: this book is published by one editor.</summary>
    None,

    /// <summary>Another editor reads it first.</summary>
    Reader,

    /// <summary>Another editor should, but there is nobody: publishing alone stays possible.</summary>
    Nobody,
}

/// <summary>Who may read a draft before it is published. Pure.</summary>
public static class ReviewRules
{
    /// <summary>The editors who may approve what somebody proposed: those of another house when there are any, else her own colleagues.</summary>
    public static IReadOnlySet<Guid> Readers(Guid proposer, IReadOnlyCollection<BookEditor> editors)
    {
        var home = editors.Where(editor => editor.Person == proposer).SelectMany(editor => editor.Houses).ToHashSet();
        var others = editors.Where(editor => editor.Person != proposer).ToList();
        var elsewhere = others.Where(editor => editor.Houses.Any(house => !home.Contains(house))).ToList();
        return (elsewhere.Count > 0 ? elsewhere : others).Select(editor => editor.Person).ToHashSet();
    }

    public static ReviewNeed Need(Book book, Guid proposer, IReadOnlyCollection<BookEditor> editors) =>
        book.ReviewedSince is null ? ReviewNeed.None
        : Readers(proposer, editors).Count > 0 ? ReviewNeed.Reader
        : ReviewNeed.Nobody;

    /// <summary>Whether what was proposed is no longer what would be published.</summary>
    public static bool IsStale(ReviewRequest request, Recipe recipe) =>
        recipe.Revision != request.Revision || !ContentJson.Same(recipe.Draft, request.Content);
}
