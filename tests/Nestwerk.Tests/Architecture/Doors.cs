using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Nestwerk.Data;

namespace Nestwerk.Tests.Architecture;

/// <summary>What must hold of every address of the application.</summary>
static class Doors
{
    /// <summary>Addresses that answer to any method and change nothing, although they are no pages.</summary>
    static readonly string[] ChangeNothing = ["/health/live", "/health/ready", "/{*path}"];

    /// <summary>Pages that take a form without the token that proves where it came from. They change nothing, or only end a session.</summary>
    static readonly string[] WithoutToken = ["/Shared/Error", "/Families/My/Away", "/Families/My/Lost"];

    /// <summary>The address as it is written in the code; every served file counts as one.</summary>
    public static string Name(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null ? "(files)"
        : endpoint is RouteEndpoint route ? "/" + route.RoutePattern.RawText?.TrimStart('/')
        : endpoint.DisplayName ?? "";

    public static bool IsAnonymous(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>Addresses that neither name a policy nor say that everybody may come in.</summary>
    public static IEnumerable<string> Unguarded(IEnumerable<Endpoint> endpoints) =>
        endpoints
            .Where(endpoint => !IsAnonymous(endpoint))
            .Where(endpoint => !endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => data.Policy is { Length: > 0 }))
            .Select(Name);

    /// <summary>Addresses that can change something outside a transaction, or without proof that the form is ours.</summary>
    public static IEnumerable<string> Unsafe(IEnumerable<Endpoint> endpoints, Func<PageActionDescriptor, CompiledPageActionDescriptor> load)
    {
        foreach (var endpoint in endpoints)
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                foreach (var problem in Unsafe(load(page)))
                    yield return problem;
            }
            else if (!OnlyReads(endpoint) && !ChangeNothing.Contains(Name(endpoint), StringComparer.Ordinal))
                yield return $"{Name(endpoint)} is no page";
    }

    static IEnumerable<string> Unsafe(CompiledPageActionDescriptor page)
    {
        if (page.HandlerMethods.All(handler => HttpMethods.IsGet(handler.HttpMethod) || HttpMethods.IsHead(handler.HttpMethod)))
            yield break;
        var filters = page.FilterDescriptors.Select(filter => filter.Filter).ToList();
        if (
            !filters.OfType<ServiceFilterAttribute>().Any(filter => filter.ServiceType == typeof(OneTransaction))
            && !page.EndpointMetadata.OfType<OwnTransactionsAttribute>().Any()
        )
            yield return $"{page.ViewEnginePath} writes outside a transaction";
        if (filters.OfType<IgnoreAntiforgeryTokenAttribute>().Any() && !WithoutToken.Contains(page.ViewEnginePath, StringComparer.Ordinal))
            yield return $"{page.ViewEnginePath} takes any form";
    }

    static bool OnlyReads(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is { } methods
        && methods.HttpMethods.All(method => HttpMethods.IsGet(method) || HttpMethods.IsHead(method));
}
