using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Families.Tongues;

namespace Nestwerk.Families.My;

/// <summary>A page for parents, before she is in: it speaks her language.</summary>
public abstract class DoorPage(P p) : PageModel
{
    protected P P => p;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await p.SpeakAsync(await HerLanguageAsync(context.HttpContext.RequestAborted), context.HttpContext.RequestAborted);
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    protected virtual Task<string?> HerLanguageAsync(CancellationToken cancel) => Task.FromResult<string?>(null);

    /// <summary>Says beside a field, or above all of them, what has to change.</summary>
    protected void Refuse(string field, string text) => ModelState.AddModelError(field, p[text]);
}

/// <summary>What her own pages stand on: who she is, her own row, and the key that opens it.</summary>
public sealed class MyDesk(FamilyScope families, FamilyKeys keys, Actor actor)
{
    FamilyMember? her;

    /// <summary>Hers is a right: it also holds while the use of her data is put aside.</summary>
    public const Purpose Why = Purpose.SubjectRequest;

    public Actor Actor => actor;
    public Membership Me => actor.Parent!;

    /// <summary>Her and the children for whom she speaks.</summary>
    public IReadOnlyList<Guid> Mine => [Me.MemberId, .. Me.Keeps];

    public Task<FamilySeal> SealAsync(CancellationToken cancel) => keys.OfAsync(Me.FamilyId, cancel);

    /// <returns>Null when she was shut out of all of it.</returns>
    public async Task<FamilyMember?> HerAsync(CancellationToken cancel) =>
        her ??= await families.Of<FamilyMember>(actor, Act.Read, Why).SingleOrDefaultAsync(each => each.Id == Me.MemberId, cancel);

    public async Task<FamilyFacts> FactsAsync(CancellationToken cancel) => (await families.FactsAsync(Me.FamilyId, cancel))!;

    /// <summary>Her family, as far as she decides in it.</summary>
    public async Task<Circle> CircleAsync(CancellationToken cancel)
    {
        var mine = Mine;
        var members = await families.Of<FamilyMember>(actor, Act.Read, Why).Where(each => mine.Contains(each.Id)).ToListAsync(cancel);
        return new(Me.FamilyId, members, await FactsAsync(cancel), await SealAsync(cancel), Cares: true);
    }

    /// <summary>The other grown-ups of her family whom she may see here.</summary>
    public async Task<IReadOnlyList<FamilyMember>> RelativesAsync(CancellationToken cancel) =>
        [
            .. (await families.Of<FamilyMember>(actor, Act.Read, Why).Where(each => each.Id != Me.MemberId).ToListAsync(cancel)).Where(
                each => each.IsParent
            ),
        ];

    /// <summary>What she may change herself; the way she is reached only through her worker while she is protected.</summary>
    public async Task<bool> MayChangeAsync(FamilyMember her, CancellationToken cancel) =>
        await families.DecideAsync(actor, Act.Write, Why, her, cancel) == Reason.Allowed;
}

/// <summary>A page of her own, behind her PIN.</summary>
public abstract class MyPage(P p, MyDesk desk) : DoorPage(p)
{
    protected MyDesk Desk => desk;

    protected override async Task<string?> HerLanguageAsync(CancellationToken cancel) => (await desk.HerAsync(cancel))?.Language;
}
