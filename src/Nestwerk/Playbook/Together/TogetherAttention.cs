using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Together;

/// <summary>What working on a book together asks of somebody: an answer, a reading, a look at what changed elsewhere.</summary>
[ByItself(Touches.NoFamily)]
public sealed class TogetherAttention(Owning owning, Reviews reviews, Origins origins, Rereading rereading, T t) : IAttention
{
    public async Task<IReadOnlyList<Attention>> ForAsync(Actor actor, CancellationToken cancel)
    {
        var rows = new List<Attention>();
        if (owning.MayAnswerFor.Count > 0 && await owning.WaitingForMeAsync(cancel) is { Count: > 0 } asked)
            rows.Add(Row(asked.Count, "asked", asked[0].Book.Here(), TogetherLinks.Asked) with { Order = 40 });
        if (owning.MayEdit)
            await EditorAsync(rows, cancel);
        return rows;
    }

    async Task EditorAsync(List<Attention> rows, CancellationToken cancel)
    {
        var waiting = (await reviews.WaitingAsync(cancel)).Where(line => line.MayApprove).ToList();
        if (waiting.Count > 0)
            rows.Add(Row(waiting.Count, "review", waiting[0].Title.Here(), Only(waiting)) with { Order = 30 });
        if (await reviews.ReturnedAsync(cancel) is { Count: > 0 } returned)
            rows.Add(Row(returned.Count, "returned", returned[0].Title.Here(), Only(returned)) with { Order = 31 });
        if (await origins.MovedAsync(cancel) is { Count: > 0 } moved)
            rows.Add(Row(moved.Count, "origin", "", TogetherLinks.Origin(moved[0])) with { Order = 60 });
        if (await rereading.ListAsync(cancel) is { Count: > 0 } unread)
            rows.Add(Row(unread.Count, "readAgain", "", TogetherLinks.ReadAgain) with { Order = 70 });
    }

    static string Only(IReadOnlyList<ReviewLine> lines) => lines is [var only] ? TogetherLinks.Review(only.Recipe) : TogetherLinks.Reviews;

    Attention Row(int count, string what, string detail, string link) =>
        new(count, t.Count($"attention.{what}", count), detail, link, t[$"attention.{what}.verb"]);
}
