using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Nestwerk.Shared;

namespace Nestwerk.Access.Trail;

/// <summary>
/// Writes down who asked for a family that is not for her, and why not. The answer she gets is the same as for one that does not exist.
/// </summary>
sealed class Refusals(FamilyScope scope, AuditTrail audit, Actor actor, HouseClock clock) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();
        if (
            done.Exception is null
            && done.Result is IStatusCodeActionResult { StatusCode: StatusCodes.Status404NotFound }
            && context.ActionDescriptor.EndpointMetadata.OfType<AboutAttribute>().Any(about => about.Subject == Subject.Family)
            && Guid.TryParse(context.RouteData.Values["family"]?.ToString(), out var family)
            && actor.IsSignedIn
        )
            await NoteAsync(family, context.HttpContext.RequestAborted);
    }

    async Task NoteAsync(Guid family, CancellationToken cancel)
    {
        var facts = await scope.FactsAsync(family, cancel);
        var answers = facts is null ? [Reason.NotHers] : Enum.GetValues<Purpose>().Select(purpose => Ask(purpose, facts)).ToList();
        if (!answers.Exists(answer => answer is Reason.Allowed or Reason.BrokenGlass))
            await audit.RefusedAsync(family, answers.Max(), cancel);
    }

    /// <summary>For the least that anybody beside a family sees.</summary>
    Reason Ask(Purpose purpose, FamilyFacts facts) =>
        AccessPolicy.Decide(actor, new(Act.Read, DataClass.Contact, ByPart: false, purpose, clock.Utc), new Whole(facts.FamilyId), facts);

    sealed record Whole(Guid FamilyId) : IFamilyRow
    {
        public Guid Id => FamilyId;
        public Guid? SubjectId => null;
        public Guid? ToldBy => null;
        public Guid? WrittenBy => null;
        public DateTime? ShownAt => null;
    }
}
