using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Knowing;

/// <summary>Turns on safety mode for one person, together with her.</summary>
[Authorize(Policy = Policies.Families)]
[About(Subject.Family)]
public sealed class ProtectModel(Circles circles, AuditTrail audit, Protections protections, T t) : CirclePage(circles, audit)
{
    const int MostLetters = 40;
    const int FewestLetters = 4;

    [BindProperty(SupportsGet = true)]
    public Guid Member { get; set; }

    [BindProperty]
    public string? Alias { get; set; }

    [BindProperty]
    public string? Word { get; set; }

    public FamilyMember Whom { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        var (alias, word) = (Alias?.Trim() ?? "", Word?.Trim() ?? "");
        if (!ModelState.Takes(t, Problems(alias, word), root: ""))
            return Page();
        await protections.PlaceAsync(Circle, Whom, alias, word, cancel);
        return Redirect(Links.Who(Family, "protected"));
    }

    protected override Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (Circle.Find(Member) is not { } member)
            return Task.FromResult(false);
        Whom = member;
        return Task.FromResult(true);
    }

    IEnumerable<Problem> Problems(string alias, string word)
    {
        if (alias.Length is 0 or > MostLetters || alias.Equals(Whom.NameIn(Circle.Seal), StringComparison.OrdinalIgnoreCase))
            yield return new(nameof(Alias), "knows.problem.alias");
        if (word.Length is < FewestLetters or > MostLetters)
            yield return new(nameof(Word), "knows.problem.word");
    }
}
