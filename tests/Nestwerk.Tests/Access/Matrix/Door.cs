using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Tests.Architecture;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Access.Matrix;

/// <summary>One address of the application: what its ids are of, and which forms it takes.</summary>
/// <param name="Pattern">As written in the code.</param>
/// <param name="Handlers">The names of what can be posted to it; an empty name for the one without.</param>
sealed partial record Door(string Pattern, Subject? About, bool IsPage, IReadOnlyList<string> Handlers)
{
    public bool HasId => Pattern.Contains(":guid", StringComparison.Ordinal);

    public bool IsAboutFamilies => About is Subject.Family or Subject.OwnFamily;

    public static IReadOnlyList<Door> All(NestwerkApp app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        return
        [
            .. app
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
                .Select(endpoint => Of(endpoint, loader))
                .Where(door => !door.Pattern.StartsWith("/{*", StringComparison.Ordinal))
                .DistinctBy(door => door.Pattern)
                .OrderBy(door => door.Pattern, StringComparer.Ordinal),
        ];
    }

    /// <summary>The address with its parts filled in.</summary>
    /// <param name="id">Gives the id for a part by its name.</param>
    public string At(Func<string, Guid> id) =>
        Part()
            .Replace(
                Pattern,
                part =>
                    part.Groups["rule"].Value switch
                    {
                        var rule when rule.StartsWith("guid", StringComparison.Ordinal) => $"{id(part.Groups["name"].Value)}",
                        var rule when rule.StartsWith("int", StringComparison.Ordinal) => "1",
                        var rule when rule.StartsWith("regex", StringComparison.Ordinal) => First().Match(rule).Groups[1].Value,
                        _ => "x",
                    }
            );

    static Door Of(RouteEndpoint endpoint, PageLoader loader)
    {
        var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>();
        var loaded = page as CompiledPageActionDescriptor;
        if (page is not null)
            loaded ??= loader.LoadAsync(page, EndpointMetadataCollection.Empty).GetAwaiter().GetResult();
        var about = loaded?.ModelTypeInfo?.GetCustomAttributes(typeof(AboutAttribute), true).OfType<AboutAttribute>().FirstOrDefault();
        return new(
            Doors.Name(endpoint),
            (about ?? endpoint.Metadata.GetMetadata<AboutAttribute>())?.Subject,
            loaded is not null,
            [
                .. (loaded?.HandlerMethods ?? [])
                    .Where(handler => HttpMethods.IsPost(handler.HttpMethod))
                    .Select(handler => handler.Name ?? "")
                    .Distinct(StringComparer.Ordinal),
            ]
        );
    }

    [GeneratedRegex(@"\{(?<name>\w+)(?::(?<rule>[^{}]*))?\}")]
    private static partial Regex Part();

    [GeneratedRegex(@"\(+\^?\(?(\w+)")]
    private static partial Regex First();
}
