using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Playbook;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook.Together;

/// <summary>Books of two houses, and the editors on either side.</summary>
static class Houses
{
    /// <summary>Edits for Lede, the other house.</summary>
    public static readonly Inhabitant Other = new("Zita Other", new Duty(Role.LibraryEditor, Place.Lede));

    /// <summary>Edits for Ninove, beside the library editor.</summary>
    public static readonly Inhabitant Second = new("Yuna Second", new Duty(Role.LibraryEditor, Place.Ninove));

    /// <summary>A book of Ninove and Lede that asks a second reader.</summary>
    public static Book Shared(bool reviewed = false, params Place[] with)
    {
        var book = ABook.Closed(title: "Gedeeld boek");
        book.Owners.AddRange((with.Length == 0 ? [Place.Lede] : with).Select(place => new BookOwner { OrganisationId = place.Id }));
        book.ReviewedSince = reviewed ? ManualTime.Start.UtcDateTime : null;
        return book;
    }

    /// <summary>Lets people in who are not of the world; once in each database.</summary>
    public static async Task LetInAsync(this NestwerkApp app, params Inhabitant[] people)
    {
        foreach (var person in people)
            if (!await app.InDbAsync(db => db.Set<Person>().AnyAsync(each => each.Id == person.Id)))
                await app.AddAsync([.. person.Rows()]);
    }

    public static Task<List<string>> EventsAsync(this NestwerkApp app, Guid subject) =>
        app.InDbAsync(db =>
            db.Set<AuditRow>().Where(row => row.SubjectId == subject).OrderBy(row => row.Id).Select(row => row.Event).ToListAsync()
        );

    public static async Task<IReadOnlyList<Attention>> AttentionAsync(this NestwerkApp app, Inhabitant who)
    {
        using var scope = app.Services.CreateScope();
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var actor = new Actor(who.Id, who.Name, true, [.. who.Duties.Select(duty => new Post(duty.At.Id, duty.At.Name, duty.Role, []))]);
        context.Features.Set(actor);
        scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Http.IHttpContextAccessor>().HttpContext = context;
        var rows = new List<Attention>();
        foreach (var each in scope.ServiceProvider.GetServices<IAttention>())
            rows.AddRange(await each.ForAsync(actor, TestContext.Current.CancellationToken));
        return rows;
    }
}
