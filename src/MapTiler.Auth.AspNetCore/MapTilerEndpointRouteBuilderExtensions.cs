using System.Diagnostics.CodeAnalysis;
using MapTiler.AspNetCore;
using MapTiler.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Extension methods that map the browser endpoints.</summary>
public static class MapTilerEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps GET and HEAD endpoints for the styles, TileJSON documents, tiles, glyphs and sprites of the maps in <see cref="BrowserMapsOptions.Maps"/>, and for
    /// static maps and geocoding if they are enabled. With the pattern <c>/maptiler</c>, the style of a map is at
    /// <c>/maptiler/maps/streets-v4/style.json</c>. The paths below the pattern are those of the
    /// <see href="https://docs.maptiler.com/cloud/api/">API of MapTiler</see>. Other paths below it return status 404.
    /// </summary>
    /// <param name="endpoints">The application, or a route group of it.</param>
    /// <param name="pattern">The route pattern before the paths of MapTiler, such as <c>/maptiler</c>. It must not have parameters. With <c>/</c>, paths that are not listed above remain available to the application.</param>
    /// <param name="account">The name of the account that <c>AddMapTiler</c> registered; empty for the default account.</param>
    /// <returns>A builder for conventions of all these endpoints, such as <c>RequireRateLimiting</c>, <c>RequireAuthorization</c> and <c>RequireCors</c>.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The pattern has parameters.</exception>
    /// <exception cref="InvalidOperationException"><c>AddBrowserMaps</c> was not called for the account, or its endpoints are mapped already.</exception>
    /// <example>
    /// Serves one map to browsers. In production, the setting <c>MapTiler:BrowserMaps:PublicUrl</c> is required:
    /// <code>
    /// var builder = WebApplication.CreateBuilder(args);
    /// builder.Services.AddMapTiler().AddBrowserMaps(maps => maps.Maps.Add("streets-v4"));
    ///
    /// var app = builder.Build();
    /// app.MapMapTiler("/maptiler");
    /// app.Run();
    /// </code>
    /// In the page, with MapLibre GL JS:
    /// <code language="javascript">
    /// new maplibregl.Map({ container: 'map', style: '/maptiler/maps/streets-v4/style.json' });
    /// </code>
    /// </example>
    /// <seealso href="https://learn.microsoft.com/aspnet/core/fundamentals/routing">Routing in ASP.NET Core</seealso>
    public static IEndpointConventionBuilder MapMapTiler(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, string account = "")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(account);
        var browser = endpoints.ServiceProvider.GetKeyedService<BrowserEndpoints>(account)
            ?? throw new InvalidOperationException(account.Length == 0
                ? "The services of the browser endpoints are not registered. Call builder.Services.AddMapTiler().AddBrowserMaps(options => options.Maps.Add(\"streets-v4\"))."
                : $"The services of the browser endpoints of the account '{account}' are not registered. Call builder.Services.AddMapTiler(\"{account}\", ...).AddBrowserMaps(...).");
        if (RoutePatternFactory.Parse(pattern).Parameters.Count > 0)
            throw new ArgumentException("The pattern must not have parameters, because all URLs in a style start with the same base URL. Use a pattern such as \"/maptiler\".", nameof(pattern));

        browser.Fallback.Validate();
        var group = endpoints.MapGroup(pattern);
        browser.Map(group, isAtRoot: pattern.Trim('/').Length == 0);
        // An output cache does not distinguish languages and tenants.
        return group.ExcludeFromDescription().WithMetadata(new OutputCacheAttribute { NoStore = true });
    }
}
