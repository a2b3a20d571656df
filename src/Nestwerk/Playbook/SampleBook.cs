using System.Reflection;
using Nestwerk.Shared;

namespace Nestwerk.Playbook;

/// <summary>The recipes that come with the product: our own writing, in three languages, not yet read through by a midwife.</summary>
public static class SampleBook
{
    const string Folder = "book/";

    /// <returns>Each recipe with the short word that names its file, in the order of those words.</returns>
    public static IReadOnlyList<(string Id, RecipeContent Content)> Read(string author)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                    (
                        name[Folder.Length..],
                        ContentJson.ReadResource<RecipeContent>(name) with
                        {
                            Author = author,
                            Licence = "CC-BY-SA-4.0",
                        }
                    )
                ),
        ];
    }

    /// <summary>A book with all of them, published, for organisations to make their own.</summary>
    /// <param name="book">Its id.</param>
    /// <param name="owners">Who owns it together.</param>
    /// <param name="author">The name that stands under each recipe.</param>
    /// <param name="by">Who published it.</param>
    /// <param name="at">When, in UTC.</param>
    /// <param name="idOf">The id of the recipe in a file of this name.</param>
    public static IEnumerable<object> Make(
        Guid book,
        IEnumerable<Guid> owners,
        string author,
        Guid by,
        DateTime at,
        Func<string, Guid> idOf
    )
    {
        yield return new Book
        {
            Id = book,
            Title = Texts.Everything["book.firstTitle"],
            Owners = [.. owners.Select(owner => new BookOwner { OrganisationId = owner })],
        };
        foreach (var (id, content) in Read(author))
        {
            var recipe = new Recipe { Id = idOf(id), BookId = book };
            recipe.Rewrite(content, by, at);
            recipe.Publish(Texts.Get("book.firstVersion"), by, at);
            yield return recipe;
        }
    }
}
