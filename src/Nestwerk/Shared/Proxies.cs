using Microsoft.AspNetCore.HttpOverrides;

namespace Nestwerk.Shared;

static class Proxies
{
    /// <summary>Believes what a proxy says of the visitor's address and of https, if the proxy is this machine or named in the settings.</summary>
    public static void UseProxies(this WebApplication app, NestwerkOptions options)
    {
        var headers = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        foreach (var network in options.ProxyNetworks() ?? [])
            headers.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(headers);
    }
}
