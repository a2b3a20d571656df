using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Nestwerk.Access;
using Nestwerk.Cli.Demo;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Access;

public sealed class AnonymousEndpointTests : IDisposable
{
    /// <summary>Added by the framework to serve changed files in an unpublished build; the fallback policy keeps it shut.</summary>
    const string FilesOfTheDeveloper = "{**path:file}";

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Only_the_reviewed_addresses_open_without_signing_in()
    {
        await using var app = Build(new DemoMode(Public: false));

        var open = Pages(app).Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(Pattern);

        Assert.Equal(AnonymousEndpoints.All.Keys.Order(StringComparer.Ordinal), open.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_other_address_stands_behind_a_policy()
    {
        await using var app = Build(new DemoMode(Public: false));

        var bare = Pages(app)
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy is null)
            .Select(Pattern);

        Assert.Empty(bare);
    }

    [Fact]
    public async Task Outside_demo_mode_the_pages_of_the_demo_have_no_address()
    {
        await using var app = Build(demo: null);

        Assert.DoesNotContain(Pages(app), endpoint => Pattern(endpoint).StartsWith("demo", StringComparison.Ordinal));
    }

    Microsoft.AspNetCore.Builder.WebApplication Build(DemoMode? demo) => Program.Build([$"--Nestwerk:Data={folder["data"]}"], demo);

    static IEnumerable<RouteEndpoint> Pages(IEndpointRouteBuilder app) =>
        app
            .DataSources.SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && Pattern(endpoint) != FilesOfTheDeveloper);

    static string Pattern(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText ?? "";
}
