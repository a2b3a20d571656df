using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Playbook.Files;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Exchange;

/// <summary>Brings a book in as it was looked at. The request it runs in keeps all of it or nothing.</summary>
public sealed class ImportWork(NestwerkDb db, Actor actor, HouseClock clock, AuditTrail audit)
{
    /// <returns>The book that it came into.</returns>
    public async Task<Guid> DoAsync(ImportReview review, ImportChoices choices, CancellationToken cancel)
    {
        var book = review.Into == Into.ThisBook ? review.Book.Book.Id : Begin(review, choices.Owner);
        await WordsAsync(review, choices, cancel);
        var coming = Coming(review, choices).ToList();
        var files = await FilesAsync(review.Book, coming, cancel);
        foreach (var (recipe, number, choice) in coming)
            await BringAsync(book, recipe, number, choice, files, cancel);
        audit.Wrote("book.imported", book);
        return book;
    }

    Guid Begin(ImportReview review, Guid owner)
    {
        var book = new Book
        {
            Id = review.Into == Into.NewBook ? review.Book.Book.Id : Ids.New(),
            Title = review.Book.Book.Title,
            Owners = [new BookOwner { OrganisationId = owner }],
        };
        db.Add(book);
        return book.Id;
    }

    async Task WordsAsync(ImportReview review, ImportChoices choices, CancellationToken cancel)
    {
        await WordsAsync("themes", review, choices, ThemeOf, cancel);
        await WordsAsync("goals", review, choices, GoalOf, cancel);
        await WordsAsync("settings", review, choices, SettingOf, cancel);
    }

    async Task WordsAsync<TEntry>(
        string kind,
        ImportReview review,
        ImportChoices choices,
        Func<string, Words, int, TEntry> make,
        CancellationToken cancel
    )
        where TEntry : ListEntry
    {
        var ours = await db.Set<TEntry>().ToListAsync(cancel);
        var last = ours.Select(entry => entry.Position).DefaultIfEmpty().Max();
        foreach (var word in review.Words.Where(word => word.Kind == kind))
            if (ours.Find(entry => entry.Id == word.Entry.Id) is not { } entry)
                db.Add(make(word.Entry.Id, word.Entry.Name, ++last));
            else if (word.IsInConflict && choices.TheirWords.Contains(ImportChoices.Key(word)))
                entry.Name = word.Entry.Name;
    }

    static Theme ThemeOf(string id, Words name, int at) =>
        new()
        {
            Id = id,
            Name = name,
            Position = at,
        };

    static Goal GoalOf(string id, Words name, int at) =>
        new()
        {
            Id = id,
            Name = name,
            Position = at,
        };

    static Setting SettingOf(string id, Words name, int at) =>
        new()
        {
            Id = id,
            Name = name,
            Position = at,
        };

    /// <summary>What comes in, and under which number.</summary>
    static IEnumerable<(RecipeReview Recipe, Guid Number, Choice Choice)> Coming(ImportReview review, ImportChoices choices) =>
        from recipe in review.Recipes
        let choice = review.Into == Into.CopyOfBook ? Choice.Separate : choices.For(recipe)
        where choice == Choice.Separate || (choice == Choice.Theirs && recipe.Standing != Standing.Same)
        select (recipe, choice == Choice.Separate ? Ids.New() : recipe.Entry.Id, choice);

    /// <summary>Lays down the files that are not here, each with a recipe that comes in too.</summary>
    /// <returns>The number of a file here, by the number it has in a recipe of the file.</returns>
    async Task<Dictionary<(Guid Recipe, Guid File), Guid>> FilesAsync(
        BookFile book,
        List<(RecipeReview Recipe, Guid Number, Choice Choice)> coming,
        CancellationToken cancel
    )
    {
        var known = book.Files.ToDictionary(file => file.Id);
        var ids = known.Keys.ToList();
        var here = await db.Set<AttachedFile>()
            .Where(file => ids.Contains(file.Id))
            .ToDictionaryAsync(file => file.Id, file => file.Hash, cancel);
        var numbers = new Dictionary<(Guid, Guid), Guid>();
        foreach (var (recipe, number, choice) in coming)
        foreach (var id in Shown(recipe.Entry))
        {
            var file = known[id];
            var isHere = here.TryGetValue(id, out var hash);
            var stays = choice != Choice.Separate && (!isHere || hash == file.Hash);
            var owner = coming.Find(each => each.Recipe.Entry.Id == file.Recipe && each.Choice != Choice.Separate).Number;
            numbers[(recipe.Entry.Id, id)] = stays ? id : Ids.New();
            if (stays && isHere)
                continue;
            LayDown(file, numbers[(recipe.Entry.Id, id)], stays && owner != Guid.Empty ? owner : number);
            if (stays)
                here[id] = file.Hash;
        }
        return numbers;
    }

    static IEnumerable<Guid> Shown(RecipeEntry recipe) =>
        recipe.Versions.SelectMany(version => version.Content.Attachments).Select(attachment => attachment.File).Distinct();

    void LayDown(FileEntry file, Guid id, Guid recipe)
    {
        db.Add(AttachedFile.Of(id, recipe, file.Name, Cleaned.As(file.Type, file.Content), actor.PersonId, clock.Utc));
        audit.Wrote("file.added", id);
    }

    async Task BringAsync(
        Guid book,
        RecipeReview review,
        Guid number,
        Choice choice,
        Dictionary<(Guid, Guid), Guid> files,
        CancellationToken cancel
    )
    {
        var ours =
            choice == Choice.Separate || review.Standing == Standing.New
                ? null
                : await db.Set<Recipe>().Include(each => each.Versions).SingleOrDefaultAsync(each => each.Id == number, cancel);
        var recipe = ours ?? Begin(book, review.Entry, number, choice);
        foreach (var version in review.Entry.Versions.Skip(ours is null ? 0 : review.Entry.Versions.Count - review.Newer))
        {
            var content = version.Content with
            {
                Attachments = [.. version.Content.Attachments.Select(each => each with { File = files[(review.Entry.Id, each.File)] })],
            };
            var brought = recipe.BringIn(content, version.ChangeNote, version.PublishedAt, actor.PersonId, clock.Utc);
            brought.ReadThroughs.AddRange(version.ReadThroughs.Select(read => Of(read, recipe.Id, brought.Number)));
            db.Add(brought);
        }
        if (ours is null && review.Entry.ArchivedAt is { } at)
            recipe.Archive(at);
        audit.Wrote("recipe.imported", recipe.Id);
    }

    Recipe Begin(Guid book, RecipeEntry entry, Guid number, Choice choice)
    {
        var isCopy = choice == Choice.Separate;
        var recipe = new Recipe
        {
            Id = number,
            BookId = book,
            OriginId = isCopy ? entry.Id : entry.Origin?.Recipe,
            OriginNumber = isCopy ? entry.Versions.Count : entry.Origin?.Number,
        };
        db.Add(recipe);
        return recipe;
    }

    ReadThrough Of(ReadThroughEntry read, Guid recipe, int number) =>
        new()
        {
            Id = Ids.New(),
            RecipeId = recipe,
            Number = number,
            By = read.By,
            On = read.On,
            AgainBefore = read.AgainBefore,
            RecordedBy = actor.PersonId,
        };
}
