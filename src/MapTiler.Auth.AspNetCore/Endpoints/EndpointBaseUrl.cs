using System.Net;
using MapTiler.AspNetCore.Proxy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MapTiler.AspNetCore.Endpoints;

/// <summary>The URL below which browsers find the endpoints of an account: <see cref="BrowserMapsOptions.PublicUrl"/> followed by the pattern of <c>MapMapTiler</c>.</summary>
internal sealed class EndpointBaseUrl(string account, IOptionsMonitor<BrowserMapsOptions> options, IServiceProvider services)
{
    private const string ExampleId = "m";
    private const string StylePath = "/maps/" + ExampleId + "/style.json";

    private static readonly LinkOptions PathAsMapped = new() { AppendTrailingSlash = false, LowercaseUrls = false };

    private string? _value;

    /// <summary>The name of the style endpoint. Its path is looked up by this name, so that it includes the prefixes of all route groups.</summary>
    public string EndpointName { get; } = "MapTiler.Style" + (account.Length == 0 ? "" : ":" + account);

    /// <summary>The URL without a trailing slash. In development without a <see cref="BrowserMapsOptions.PublicUrl"/> it is only the path, which browsers resolve.</summary>
    /// <exception cref="InvalidOperationException">The endpoints are not mapped, or their pattern has parameters.</exception>
    public string Value => _value ??= PublicUrl?.AbsoluteUri.TrimEnd('/') + GetPath();

    private Uri? PublicUrl => options.Get(account).PublicUrl;

    /// <summary>The absolute URL for a request.</summary>
    /// <exception cref="UpstreamException">There is no <see cref="BrowserMapsOptions.PublicUrl"/>, and the request is not for localhost: another host could be forged.</exception>
    public string Get(HttpRequest request)
    {
        if (PublicUrl is not null)
            return Value;

        var host = request.Host.Host;
        return host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))
            ? $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}{Value}"
            : throw new UpstreamException(HttpStatusCode.BadRequest, "MapTiler:BrowserMaps:PublicUrl is not set, so maps are displayed on localhost only.");
    }

    private string GetPath()
    {
        var path = services.GetService<LinkGenerator>()?.GetPathByName(EndpointName, new RouteValueDictionary { ["mapId"] = ExampleId }, options: PathAsMapped)
            ?? throw new InvalidOperationException("The browser endpoints are not mapped, or their pattern has parameters. Call app.MapMapTiler(\"/maptiler\") with a pattern without parameters.");
        return path[..^StylePath.Length];
    }
}
