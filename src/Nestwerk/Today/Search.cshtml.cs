using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;
using Nestwerk.Access.Team;
using Nestwerk.Playbook;
using Nestwerk.Shared;

namespace Nestwerk.Today;

/// <summary>One question to every domain; each answers with what she may see, the first few of each kind.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class SearchModel(PlaybookSearch playbook, TeamScope team, Actor actor) : PageModel
{
    const int MostPerKind = 10;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public SearchWords Words { get; private set; } = SearchWords.Of("");
    public Found<FoundRecipe> Recipes { get; private set; } = Found<FoundRecipe>.Nothing;
    public Found<FoundMeeting> Meetings { get; private set; } = Found<FoundMeeting>.Nothing;
    public Found<FoundColleague> People { get; private set; } = Found<FoundColleague>.Nothing;

    public bool FoundNothing => Recipes.IsEmpty && Meetings.IsEmpty && People.IsEmpty;

    public bool LooksInMeetings => AccessPolicy.Reach(actor, DataClass.Working, Act.Read).Length > 0;

    public bool LooksInPeople => team.Houses().Count > 0;

    /// <summary>The same words in the library, which shows all of them.</summary>
    public string InTheBook => Links.Library + QueryString.Create("q", Words.Text);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Words = SearchWords.Of(Q);
        if (!Words.IsEnough)
            return;
        Recipes = await playbook.RecipesAsync(Words, MostPerKind, cancel);
        Meetings = await playbook.MeetingsAsync(Words, MostPerKind, cancel);
        People = await team.SearchAsync(Words, MostPerKind, cancel);
    }
}
