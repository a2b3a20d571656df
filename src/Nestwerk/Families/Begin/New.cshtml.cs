using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Begin;

/// <summary>A new family: one person and a name to call her by. All else may stay empty, or be asked later.</summary>
[Authorize(Policy = Policies.Families)]
public sealed class NewModel(Arrivals arrivals, KeptLookups lookups, Actor actor, T t) : FormPage
{
    public static readonly IReadOnlyList<Kin> Kins = [Kin.Mother, Kin.Father, Kin.CoMother, Kin.OtherParent];

    [BindProperty]
    public NewFamilyForm Input { get; set; } = new();

    public IReadOnlyList<Post> Houses { get; } = Arrivals.Houses(actor);

    public IReadOnlyList<SelectListItem> Places =>
        [.. Houses.Select(post => new SelectListItem(post.OrganisationName, $"{post.OrganisationId}"))];

    public IActionResult OnGet() => Houses.Count == 0 ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Houses.Count == 0)
            return NotFound();
        Input.Clean();
        if (!ModelState.Takes(t, Input.Problems()))
            return Page();
        var house = Houses.FirstOrDefault(post => post.OrganisationId == Input.House) ?? Houses[0];
        var (person, seal) = arrivals.TakeIn(house.OrganisationId, Input.Kin, Input.Name);
        if (SpokenLanguageKnown(Input.Tongue))
            person.Language = Input.Tongue!;
        if (Input.Value.Length > 0)
            await arrivals.ReachAsync(
                person,
                new(Input.Kind, Input.Value, null, Input.SafeTimes, Input.NoMessages, Input.Confirmed),
                seal,
                cancel
            );
        if (
            FamilyRules.Month(Input.Due) is { } due
            && await arrivals.AddAsync(person.FamilyId, Kin.Unborn, "", seal, cancel) is { } expected
        )
            expected.Month = due;
        await lookups.RenewAsync(person, seal, cancel);
        arrivals.AskLater(person, Input.Later);
        return Redirect(Links.Family(person.FamilyId));
    }

    public override Task<IActionResult> ShowAgainAsync() => Task.FromResult<IActionResult>(Houses.Count == 0 ? NotFound() : Page());

    static bool SpokenLanguageKnown(string? code) => Known.SpokenLanguage.Knows(code);
}

/// <summary>A family as it is first heard of.</summary>
public sealed class NewFamilyForm
{
    public Guid? House { get; set; }
    public Kin Kin { get; set; } = Kin.Mother;
    public string Name { get; set; } = "";
    public ChannelKind Kind { get; set; } = ChannelKind.Mobile;
    public string Value { get; set; } = "";
    public string? SafeTimes { get; set; }
    public bool NoMessages { get; set; }
    public bool Confirmed { get; set; }
    public string? Tongue { get; set; } = Languages.Current;
    public string? Due { get; set; }
    public List<Question> Later { get; set; } = [];

    internal void Clean() => (Name, Value, SafeTimes) = ((Name ?? "").Trim(), (Value ?? "").Trim(), SafeTimes?.Trim());

    internal IEnumerable<Problem> Problems() =>
        [
            .. FamilyRules.Called(Name, nameof(Name)),
            .. NewModel.Kins.Contains(Kin) ? Array.Empty<Problem>() : [new(nameof(Kin), "form.invalid")],
            .. Value.Length > 0 ? FamilyRules.Reached(Kind, Value, nameof(Value)) : [],
            .. FamilyRules.Short(SafeTimes, nameof(SafeTimes)),
            .. FamilyRules.AMonth(Due, nameof(Due)),
        ];
}
