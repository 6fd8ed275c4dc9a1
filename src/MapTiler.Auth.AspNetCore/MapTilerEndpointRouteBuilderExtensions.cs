using System.Diagnostics.CodeAnalysis;
using MapTiler.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the endpoints from which browsers get maps.</summary>
public static class MapTilerEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps styles, TileJSONs, tiles, glyphs and sprites of what <see cref="BrowserMapsOptions"/> lists, for GET and HEAD: below
    /// <c>/maptiler</c>, a style is at <c>/maptiler/maps/streets-v4/style.json</c>.
    /// </summary>
    /// <param name="endpoints">The application, or a group of its endpoints.</param>
    /// <param name="pattern">What stands before the paths of MapTiler, without parameters.</param>
    /// <param name="name">The name of the account that <c>AddMapTiler</c> registered; empty for the default one.</param>
    /// <returns>For conventions such as <c>RequireRateLimiting</c>, <c>RequireAuthorization</c> and <c>RequireCors</c>, which count for all of them.</returns>
    /// <exception cref="InvalidOperationException"><c>AddBrowserMaps</c> was not called for the account.</exception>
    public static IEndpointConventionBuilder MapMapTiler(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, string name = "")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(name);
        var browser = endpoints.ServiceProvider.GetKeyedService<BrowserEndpoints>(name)
            ?? throw new InvalidOperationException("Register what the endpoints serve: builder.Services.AddMapTiler().AddBrowserMaps(options => options.Maps.Add(\"streets-v4\")).");
        var group = endpoints.MapGroup(pattern);
        browser.Map(group);
        return group.ExcludeFromDescription();
    }
}
