using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Playbook;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;
using Page = Nestwerk.Tests.Host.Page;

namespace Nestwerk.Tests.Shared;

/// <summary>What holds of every page that can be opened, whoever opens it; pages that come later are looked at by themselves.</summary>
public abstract class PageTests(TestHost host) : WebTests(host)
{
    public static TheoryData<Inhabitant> People() =>
        new(Everybody.Facilitator, Everybody.LibraryEditor, Everybody.Admin, Everybody.Postless);

    [Theory, MemberData(nameof(People))]
    public async Task Every_form_that_changes_something_carries_one_token(Inhabitant who)
    {
        var forms = (await OpenAllAsync(who)).SelectMany(page =>
            page.Html.QuerySelectorAll("form[method=post]").Select(form => (page.Path, form))
        );

        Assert.All(forms, at => Assert.Single(at.form.QuerySelectorAll("input[name=__RequestVerificationToken]")));
    }

    [Theory, MemberData(nameof(People))]
    public async Task No_page_fails_and_each_has_one_heading_and_one_main_part(Inhabitant who)
    {
        foreach (var page in await OpenAllAsync(who))
        {
            Assert.True((int)page.Status < 500, $"{page.Path}: {page.Status}");
            Assert.True(page.Html.QuerySelectorAll("h1").Length == 1, $"{page.Path}: headings");
            Assert.True(page.Html.QuerySelectorAll("main#main").Length == 1, $"{page.Path}: main");
        }
    }

    [Theory, MemberData(nameof(People))]
    public async Task No_identifier_stands_twice_on_a_page(Inhabitant who)
    {
        foreach (var page in await OpenAllAsync(who))
        {
            var twice = page
                .Html.QuerySelectorAll("[id]")
                .GroupBy(element => element.Id)
                .Where(group => group.Count() > 1)
                .Select(group => group.Key);
            Assert.True(!twice.Any(), $"{page.Path}: {string.Join(", ", twice)}");
        }
    }

    [Theory, MemberData(nameof(People))]
    public async Task No_page_needs_what_the_content_policy_forbids(Inhabitant who)
    {
        foreach (var page in await OpenAllAsync(who))
        {
            var forbidden = page.Html.QuerySelectorAll(
                "[style], style, script:not([src]), [onclick], [onsubmit], [onchange], [href^='javascript:']"
            );
            Assert.True(forbidden.Length == 0, $"{page.Path}: {string.Join(", ", forbidden.Select(element => element.OuterHtml))}");
        }
    }

    /// <summary>Every address of a page that a reader may open, with a plan and a recipe put in its places.</summary>
    async Task<IReadOnlyList<Page>> OpenAllAsync(Inhabitant who)
    {
        var recipe = ARecipe.Published();
        var plan = APlan.By(Everybody.Facilitator).With(recipe).With(Nestwerk.Playbook.BlockKind.Break, "Thee", 10);
        await App.AddAsync(recipe, plan);
        var browser = await SignInAsync(who);
        var pages = new List<Page>();
        foreach (var path in Paths(plan.Id, recipe.Id, plan.Blocks[0].Id))
            if (
                await browser.GetAsync(path) is { Status: not HttpStatusCode.NotFound } page
                && page.Header("Content-Type")?.StartsWith("text/html", StringComparison.Ordinal) == true
            )
                pages.Add(page);
        return pages;
    }

    IEnumerable<string> Paths(Guid plan, Guid recipe, Guid block) =>
        App
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Distinct(StringComparer.Ordinal)
            .Select(path =>
                path.Replace(
                        "{id:guid}",
                        $"{(path.Contains("/recipes/", StringComparison.Ordinal) ? recipe : plan)}",
                        StringComparison.Ordinal
                    )
                    .Replace("{block:guid}", $"{block}", StringComparison.Ordinal)
                    .Replace("{number:int}", "1", StringComparison.Ordinal)
                    .Replace("{code:int?}", "404", StringComparison.Ordinal)
            )
            .Select(path => path.Replace("{verb:regex(^(archive|unarchive|delete|restore)$)}", "archive", StringComparison.Ordinal))
            .Select(path => path.StartsWith("/{language", StringComparison.Ordinal) ? "/nl" : path)
            .Where(path => !path.Contains('{', StringComparison.Ordinal));
}

public sealed class PagesOnSqlite(SqliteHost host) : PageTests(host), IClassFixture<SqliteHost>;

public sealed class PagesOnPostgres(PostgresHost host) : PageTests(host), IClassFixture<PostgresHost>;
