using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;

namespace Nestwerk.Playbook.Editing;

/// <summary>What people asked about her books: those that wait, and those that were answered.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class QuestionsModel(Questions questions, Colleagues colleagues) : PageModel
{
    IReadOnlyDictionary<Guid, string> names = new Dictionary<Guid, string>();

    public int Count { get; private set; }
    public IReadOnlyList<QuestionView> Waiting { get; private set; } = [];
    public IReadOnlyList<QuestionView> Answered { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Count = await questions.WaitingAsync(cancel);
        Waiting = await questions.ListAsync(answered: false, cancel);
        Answered = await questions.ListAsync(answered: true, cancel);
        names = await colleagues.NamesAsync([.. Answered.Select(each => each.Question.AnsweredBy).OfType<Guid>().Distinct()], cancel);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel) =>
        await questions.AnswerAsync(id, cancel) ? Redirect(Links.Questions) : NotFound();

    public string NameOf(Guid? person) => person is { } id ? names.GetValueOrDefault(id, "") : "";
}
