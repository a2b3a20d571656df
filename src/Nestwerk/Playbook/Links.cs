using Nestwerk.Shared;

namespace Nestwerk.Playbook;

/// <summary>The addresses of the playbook, so that no page writes one by hand.</summary>
public static class Links
{
    public const string Library = "/playbook";
    public const string Plans = "/playbook/plans";
    public const string NewPlan = "/playbook/plans/new";
    public const string NewRecipe = "/playbook/recipes/new";
    public const string Lists = "/playbook/lists";
    public const string Bin = "/playbook/bin";
    public const string Packing = "/playbook/packing";
    public const string Goals = "/playbook/goals";

    public const string Books = "/playbook/books";
    public const string Questions = "/playbook/questions";
    public const string Booklet = "/playbook/booklet";

    public static string Book(Guid id) => $"{Books}/{id}";

    /// <summary>An open book, for anybody, in the language of this request.</summary>
    public static string Public(Guid book) => $"/{Languages.Current}/book/{book}";

    /// <summary>A session of an open book, or what can be done with it: <c>print</c>, <c>ask</c>.</summary>
    public static string Public(Guid book, object part) => $"{Public(book)}/{part}";

    public static string Recipe(Guid id) => $"/playbook/recipes/{id}";

    public static string Recipe(Guid id, string verb) => $"/playbook/recipes/{id}/{verb}";

    /// <summary>Where an editor goes when her draft is kept: on to publishing when she asked for it, else back to the text.</summary>
    public static string AfterSaving(Guid id, string? then) =>
        then == "publish" ? Recipe(id, "publish") : $"{Recipe(id, "edit")}?saved=true";

    /// <summary>An entry of a list of themes, goals or settings.</summary>
    public static string ListEntry(string kind, string id) => $"{Lists}#{kind}-{id}";

    /// <summary>The library, with a notice that offers to undo.</summary>
    public static string AfterDeleting(Guid recipe) => $"{Library}?deleted={recipe}";

    /// <summary>The place of a field of the editor on its page.</summary>
    public static string Field(string name) => $"Input_{name.Replace('.', '_').Replace('[', '_').Replace(']', '_')}";

    public static string Version(Guid id, int number) => $"/playbook/recipes/{id}/versions/{number}";

    public static string Plan(Guid id) => $"/playbook/plans/{id}";

    public static string Plan(Guid id, string verb) => $"/playbook/plans/{id}/{verb}";

    /// <summary>Where a meeting is filled up, asked to work on these goals.</summary>
    public static string Fill(Guid plan, IEnumerable<string> goals) =>
        goals.Aggregate(Plan(plan, "fill"), (link, goal) => $"{link}{(link.Contains('?') ? '&' : '?')}goal={Uri.EscapeDataString(goal)}");

    public static string Block(Guid plan, Guid block) => $"/playbook/plans/{plan}/blocks/{block}";

    public static string LibraryFor(Guid plan) => $"/playbook?plan={plan}";
}
