using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Nestwerk.Bench.Contenders;

/// <summary>What stands around the rows on Nestwerk's own page, taken over letter by letter: every contender sends about the same bytes.</summary>
/// <param name="Themes">Their names by id; a contender has them for nothing.</param>
public sealed record Frame(string Before, string After, IReadOnlyDictionary<string, string> Themes)
{
    public const string Place = "<!-- rows -->";

    public static Frame Read(string folder)
    {
        var parts = File.ReadAllText(Path.Combine(folder, "frame.html")).Split(Place);
        return new(parts[0], parts[1], Book.Themes(folder));
    }
}

/// <summary>A recipe in the list, with the fields that Nestwerk reads.</summary>
public sealed record Row(Guid Id, Words Title, Words Summary, Words Needs, Words Sort, int Know, int Do, int Feel, List<string> Themes)
{
    public int Minutes => Know + Do + Feel;

    public IEnumerable<(string Name, int From, int Minutes, string Fill, string Stroke)> Parts()
    {
        if (Know > 0)
            yield return ("weten", 0, Know, "var(--know)", "var(--know)");
        if (Do > 0)
            yield return ("doen", Know, Do, "url(#hatch)", "var(--do)");
        if (Feel > 0)
            yield return ("voelen", Know + Do, Feel, "url(#dots)", "var(--feel)");
    }
}

public sealed record Words(string? Nl, string? Fr, string? En)
{
    public string Here() => Nl ?? Fr ?? En ?? "";
}

/// <summary>The book as a plain application would map it.</summary>
public sealed class BookDb(DbContextOptions<BookDb> options) : DbContext(options)
{
    public DbSet<BookVersion> Versions => Set<BookVersion>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<BookRecipe>().ToTable("Recipes");
        var version = modelBuilder.Entity<BookVersion>().ToTable("RecipeVersions");
        version.HasKey(row => new { row.RecipeId, row.Number });
        version.HasOne(row => row.Recipe).WithMany().HasForeignKey(row => row.RecipeId);
        version.ComplexProperty(row => row.Title);
        version.ComplexProperty(row => row.Summary);
        version.ComplexProperty(row => row.Needs);
        version.ComplexProperty(row => row.Sort);
    }

    /// <summary>The first page, untracked and projected, as anybody would write it who looks after speed.</summary>
    public Task<List<Row>> FirstPageAsync() =>
        Versions
            .AsNoTracking()
            .Where(v => v.IsNewest && v.Recipe.ArchivedAt == null && v.Recipe.DeletedAt == null)
            .OrderBy(v => v.Sort.Nl)
            .ThenBy(v => v.RecipeId)
            .Take(Book.PageSize)
            .Select(v => new Row(
                v.RecipeId,
                new(v.Title.Nl, v.Title.Fr, v.Title.En),
                new(v.Summary.Nl, v.Summary.Fr, v.Summary.En),
                new(v.Needs.Nl, v.Needs.Fr, v.Needs.En),
                new(v.Sort.Nl, v.Sort.Fr, v.Sort.En),
                v.Know,
                v.Do,
                v.Feel,
                v.Themes
            ))
            .ToListAsync();
}

public sealed class BookRecipe
{
    public Guid Id { get; init; }
    public DateTime? ArchivedAt { get; init; }
    public DateTime? DeletedAt { get; init; }
}

public sealed class BookVersion
{
    public Guid RecipeId { get; init; }
    public BookRecipe Recipe { get; init; } = null!;
    public int Number { get; init; }
    public bool IsNewest { get; init; }
    public int Know { get; init; }
    public int Do { get; init; }
    public int Feel { get; init; }
    public Words Title { get; init; } = null!;
    public Words Summary { get; init; } = null!;
    public Words Needs { get; init; } = null!;
    public Words Sort { get; init; } = null!;
    public List<string> Themes { get; init; } = [];
}

static class Book
{
    public const int PageSize = 25;

    public static string File(string folder) => Path.Combine(folder, "data", "nestwerk.db");

    public static Dictionary<string, string> Themes(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={File(folder)}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id, Name_Nl FROM Themes";
        using var reader = command.ExecuteReader();
        var themes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read())
            themes[reader.GetString(0)] = reader.GetString(1);
        return themes;
    }
}
