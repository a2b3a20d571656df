using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Cli.Demo;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Architecture;

[Trait("Row", "R02")]
public sealed class DoorsTests(SqliteHost host) : WebTests(host), IClassFixture<SqliteHost>
{
    /// <summary>The reviewed list of addresses that ask nobody who she is.</summary>
    static readonly string[] Anonymous =
    [
        "(files)",
        "/error/{code:int?}",
        "/health/live",
        "/health/ready",
        "/{*path}",
        // The front page in each language, and the way in.
        "/",
        "/{language:regex(^(nl|fr|en)$)}",
        "/{language:regex(^(nl|fr|en)$)}/accessibility",
        "/{language:regex(^(nl|fr|en)$)}/help",
        "/{language:regex(^(nl|fr|en)$)}/privacy",
        "/language",
        "/sign-in",
        "/sign-in/code",
        // A code from an admin, the first page of an empty instance, and the pictures of the House.
        "/invitation",
        "/first-run",
        "/picture/{id:guid}",
        // The door for parents, and a text of theirs that is read out.
        "/my",
        "/my/code",
        "/my/pin",
        "/my/language",
        "/my/away",
        "/my/error/{code:int?}",
        "/my/voice/{id:guid}",
        // A book that its owners opened, and a question about it.
        "/{language:regex(^(nl|fr|en)$)}/book/{id:guid}",
        "/{language:regex(^(nl|fr|en)$)}/book/{id:guid}/{recipe:guid}",
        "/{language:regex(^(nl|fr|en)$)}/book/{book:guid}/{recipe:guid}/files/{file:guid}",
        "/{language:regex(^(nl|fr|en)$)}/book/{id:guid}/print",
        "/{language:regex(^(nl|fr|en)$)}/book/{id:guid}/ask",
        "/{language:regex(^(nl|fr|en)$)}/book/{id:guid}/thanks",
        // The link in a message to a parent.
        "/r/stop/{token}",
    ];

    static readonly string[] AnonymousInTheDemo = ["/demo", "/demo/sign-in"];

    [Fact]
    public void Every_address_names_a_policy_or_is_open_on_purpose() => Verdict.Clean(Doors.Unguarded(Endpoints(App)));

    [Fact]
    public void Every_policy_that_is_named_exists() =>
        Assert.Subset(
            new HashSet<string>
            {
                Policies.Staff,
                Policies.Meetings,
                Policies.Running,
                Policies.Editors,
                Policies.People,
                Policies.Settings,
                Policies.Families,
                Policies.Officer,
                Policies.Reviewers,
                Policies.Parent,
                Policies.Account,
            },
            Endpoints(App)
                .SelectMany(endpoint => endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>())
                .Select(data => data.Policy!)
                .ToHashSet()
        );

    [Fact]
    public void The_open_addresses_are_those_on_the_list() => Assert.Equal(Anonymous.Order(StringComparer.Ordinal), Open(App));

    [Fact]
    public async Task The_demo_opens_only_its_own_addresses_beside_them()
    {
        await using var demo = await TheHost.StartAnotherAsync(demo: new DemoMode(Public: false));

        Assert.Equal(Anonymous.Concat(AnonymousInTheDemo).Order(StringComparer.Ordinal), Open(demo));
    }

    [Fact]
    public void Everything_that_changes_something_is_a_page_in_one_transaction_with_a_token() => Verdict.Clean(Unsafe(Endpoints(App)));

    [Fact]
    public void An_address_without_a_policy_is_found()
    {
        var plain = Make("/plain", [new AuthorizeAttribute()]);
        var guarded = Make("/guarded", [new AuthorizeAttribute(Policies.Staff)]);
        var open = Make("/open", [new AllowAnonymousAttribute()]);

        Assert.Equal(["/plain"], Doors.Unguarded([plain, guarded, open]));
    }

    [Fact]
    public void An_address_that_writes_without_being_a_page_is_found()
    {
        var api = Make("/api", [new HttpMethodMetadata(["GET", "POST"])]);
        var feed = Make("/feed", [new HttpMethodMetadata(["GET", "HEAD"])]);

        Assert.Equal(["/api is no page"], Unsafe([api, feed]));
    }

    [Fact]
    public void A_page_that_writes_outside_a_transaction_or_takes_any_form_is_found()
    {
        var page = new CompiledPageActionDescriptor
        {
            ViewEnginePath = "/Bad",
            HandlerMethods = [new HandlerMethodDescriptor { HttpMethod = "POST" }],
            FilterDescriptors = [new FilterDescriptor(new IgnoreAntiforgeryTokenAttribute(), FilterScope.Action)],
            EndpointMetadata = [],
        };

        var problems = Doors.Unsafe([Make("/bad", [page])], _ => page);

        Assert.Equal(["/Bad writes outside a transaction", "/Bad takes any form"], problems);
    }

    static RouteEndpoint Make(string path, object[] metadata) =>
        new(_ => Task.CompletedTask, RoutePatternFactory.Parse(path), 0, new EndpointMetadataCollection(metadata), path);

    static IEnumerable<string> Open(NestwerkApp app) =>
        Endpoints(app).Where(Doors.IsAnonymous).Select(Doors.Name).Distinct().Order(StringComparer.Ordinal);

    static IReadOnlyList<Endpoint> Endpoints(NestwerkApp app) => app.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    IEnumerable<string> Unsafe(IEnumerable<Endpoint> endpoints)
    {
        var loader = App.Services.GetRequiredService<PageLoader>();
        return Doors.Unsafe(
            endpoints,
            page =>
                page as CompiledPageActionDescriptor ?? loader.LoadAsync(page, EndpointMetadataCollection.Empty).GetAwaiter().GetResult()
        );
    }
}
