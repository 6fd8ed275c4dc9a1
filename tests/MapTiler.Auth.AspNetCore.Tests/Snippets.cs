using System.Threading.RateLimiting;
using MapTiler.Authentication;
using MapTiler.Geocoding;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ZiggyCreatures.Caching.Fusion.Locking.Distributed.Redis;

namespace MapTiler.AspNetCore.Tests;

/// <summary>The snippets of the READMEs and the examples in the documentation comments, so that they compile.</summary>
internal static class Snippets
{
    /// <summary>The example of <c>MapMapTiler</c>.</summary>
    public static void Serve(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddMapTiler().AddBrowserMaps(maps => maps.Maps.Add("streets-v4"));

        var app = builder.Build();
        app.MapMapTiler("/maptiler");
        app.Run();
    }

    public static void Register(WebApplicationBuilder builder)
    {
        builder.Services.AddMapTiler().AddBrowserMaps(maps => maps.Maps.Add("streets-v4"));

        builder.Services.AddStackExchangeRedisCache(redis => redis.Configuration = "redis.internal");
        builder.Services.AddMapTiler().AddBrowserMaps(maps => (maps.Mode, maps.CacheSize) = (BrowserMapsMode.Proxy, 100_000_000)); // adds to the first call
        builder.Services.AddFusionCacheRedisDistributedLocker(redis => redis.Configuration = "redis.internal");
        builder.Services.AddMapTiler().AddBrowserMaps(maps => (maps.FallbackMap, _) = ("topo-v4", maps.Maps.Add("topo-v4")));

        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy("maps", context => RateLimitPartition.GetTokenBucketLimiter(
                context.Connection.RemoteIpAddress, // behind a reverse proxy, call app.UseForwardedHeaders()
                _ => new TokenBucketRateLimiterOptions { TokenLimit = 500, TokensPerPeriod = 50, ReplenishmentPeriod = TimeSpan.FromSeconds(1) }));
        });

        builder.Services.AddHealthChecks().AddMapTiler();
    }

    public static void Register(WebApplicationBuilder builder, string token)
    {
        builder.Services.AddMapTiler("archive", account => account.ServiceToken = token).AddBrowserMaps(maps =>
            (maps.PublicUrl, _) = (new Uri("https://shop.example/"), maps.Maps.Add("satellite-v4")));
        builder.Services.AddHealthChecks().AddMapTiler("maps of the archive", account: "archive");
    }

    public static void MapArchive(WebApplication app)
    {
        app.MapMapTiler("/archive", "archive"); // its BrowserMaps is a keyed service: [FromKeyedServices("archive")]
    }

    public static void Map(WebApplication app)
    {
        app.MapMapTiler("/maptiler");
    }

    public static void HandleExceptions(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddMapTilerExceptionHandler();
        var app = builder.Build();
        app.UseExceptionHandler();
        app.MapGet("/search", (string query, GeocodingClient geocoding) => geocoding.SearchAsync(query));
    }

    public static void AddTenants(WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddMapTiler().UseApiKeyProvider<KeyOfTenant>();
    }

    public static void Limit(WebApplication app)
    {
        app.UseRateLimiter();
        app.MapMapTiler("/maptiler").RequireRateLimiting("maps"); // or RequireAuthorization(), RequireCors(...)
    }
}

public sealed class KeyOfTenant(IHttpContextAccessor http, ITenantKeys keys) : ApiKeyProvider
{
    public override async ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) =>
        await keys.FindAsync(http.HttpContext?.User.FindFirst("tenant")?.Value ?? "default", cancellationToken);
}

public interface ITenantKeys
{
    Task<string> FindAsync(string tenant, CancellationToken cancellationToken);
}
