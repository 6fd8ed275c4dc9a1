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

    /// <summary>The URL without a trailing slash.</summary>
    /// <exception cref="InvalidOperationException">The endpoints are not mapped, or their pattern has parameters.</exception>
    public string Value => _value ??= Create();

    private string Create()
    {
        var links = services.GetService<LinkGenerator>();
        var path = links?.GetPathByName(EndpointName, new RouteValueDictionary { ["mapId"] = ExampleId }, options: PathAsMapped)
            ?? throw new InvalidOperationException("The browser endpoints are not mapped, or their pattern has parameters. Call app.MapMapTiler(\"/maptiler\") with a pattern without parameters.");
        return options.Get(account).PublicUrl!.AbsoluteUri.TrimEnd('/') + path[..^StylePath.Length];
    }
}
