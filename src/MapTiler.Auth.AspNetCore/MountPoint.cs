using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MapTiler.AspNetCore;

/// <summary>Where browsers find the endpoints of an account: the configured address, and the pattern that <c>MapMapTiler</c> was given.</summary>
internal sealed class MountPoint(string account, IOptionsMonitor<BrowserMapsOptions> options, IServiceProvider services)
{
    private const string Example = "m";
    private const string Tail = "/maps/" + Example + "/style.json";

    private static readonly LinkOptions Plain = new() { AppendTrailingSlash = false, LowercaseUrls = false };

    private string? _address;

    /// <summary>The name of the endpoint of styles, by which its path is found, whatever groups it is in.</summary>
    public string EndpointName { get; } = "MapTiler.Style" + (account.Length == 0 ? "" : ":" + account);

    /// <summary>The address without a slash at its end.</summary>
    /// <exception cref="InvalidOperationException">The endpoints are not mapped, or their pattern has parameters.</exception>
    public string Address => _address ??= Find();

    private string Find()
    {
        var links = services.GetService<LinkGenerator>();
        var path = links?.GetPathByName(EndpointName, new RouteValueDictionary { ["mapId"] = Example }, options: Plain)
            ?? throw new InvalidOperationException("The endpoints for browsers have no address: call app.MapMapTiler(\"/maptiler\"), with a pattern without parameters.");
        return options.Get(account).PublicAddress!.AbsoluteUri.TrimEnd('/') + path[..^Tail.Length];
    }
}
