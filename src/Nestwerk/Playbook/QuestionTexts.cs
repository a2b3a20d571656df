using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook;

/// <summary>What people asked about a book.</summary>
sealed class QuestionTexts(NestwerkDb db) : ISealedColumn
{
    public async Task<IReadOnlyList<SealedValue>> ReadAsync(CancellationToken cancel)
    {
        var questions = db.Set<Question>().AsNoTracking();
        return
        [
            .. (await questions.ToListAsync(cancel)).Select(question => new SealedValue(
                question.Sealed,
                Question.BoundTo(question.Id),
                (anew, stop) =>
                    questions
                        .Where(row => row.Id == question.Id && row.Sealed == question.Sealed)
                        .ExecuteUpdateAsync(row => row.SetProperty(kept => kept.Sealed, anew), stop)
            )),
        ];
    }
}
