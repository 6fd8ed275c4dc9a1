using System.Diagnostics.CodeAnalysis;
using MapTiler.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
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
    /// <param name="account">The name of the account that <c>AddMapTiler</c> registered; empty for the default one.</param>
    /// <returns>For conventions such as <c>RequireRateLimiting</c>, <c>RequireAuthorization</c> and <c>RequireCors</c>, which count for all of them.</returns>
    /// <exception cref="ArgumentException">The pattern has parameters.</exception>
    /// <exception cref="InvalidOperationException"><c>AddBrowserMaps</c> was not called for the account, or its endpoints are mapped already.</exception>
    public static IEndpointConventionBuilder MapMapTiler(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, string account = "")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(account);
        var browser = endpoints.ServiceProvider.GetKeyedService<BrowserEndpoints>(account)
            ?? throw new InvalidOperationException(account.Length == 0
                ? "Register what the endpoints serve: builder.Services.AddMapTiler().AddBrowserMaps(options => options.Maps.Add(\"streets-v4\"))."
                : $"Register what the endpoints of '{account}' serve: builder.Services.AddMapTiler(\"{account}\", ...).AddBrowserMaps(...).");
        if (RoutePatternFactory.Parse(pattern).Parameters.Count > 0)
            throw new ArgumentException("The pattern must not have parameters: styles name their parts by one address.", nameof(pattern));

        var group = endpoints.MapGroup(pattern);
        browser.Map(group, isAtRoot: pattern.Trim('/').Length == 0);
        // A cache of whole answers would not know of languages and tenants.
        return group.ExcludeFromDescription().WithMetadata(new OutputCacheAttribute { NoStore = true });
    }
}
