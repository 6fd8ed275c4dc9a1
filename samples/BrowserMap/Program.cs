using System.Threading.RateLimiting;
using BrowserMap;
using MapTiler.AspNetCore;
using MapTiler.Emulator;
using MapTiler.Maps;
using Microsoft.Extensions.Options;

var builder = WebApplication.CreateBuilder(args);
await using var emulator = Credentials.Exist(builder.Configuration) ? null : await MapTilerEmulator.StartAsync();
if (emulator is not null)
    builder.Configuration.Use(emulator);

builder.Services.AddMapTiler().AddBrowserMaps(options =>
{
    options.Maps.Add(MapIds.StreetsV4);
    options.Maps.Add(MapIds.StreetsV4Dark);
    options.AllowGeocoding = true;
    options.AllowStaticMaps = true;
    // The URL at which the application listens, unless MapTiler:BrowserMaps:PublicUrl is set, which is required behind a proxy or in a container.
    if (Uri.TryCreate(builder.Configuration["Urls"]?.Split(';')[0], UriKind.Absolute, out var url))
        options.PublicUrl ??= url;
});

// Anyone can call the endpoints, and the requests are billed to the account. The limit is sufficient for one person who pans and zooms the map.
builder.Services.AddRateLimiter(limiter =>
{
    limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
    limiter.AddPolicy("maps", context => RateLimitPartition.GetTokenBucketLimiter(
        context.Connection.RemoteIpAddress,
        _ => new TokenBucketRateLimiterOptions { TokenLimit = 500, TokensPerPeriod = 50, ReplenishmentPeriod = TimeSpan.FromSeconds(1) }));
});
builder.Services.AddHealthChecks().AddMapTiler();
builder.Services.AddRazorPages();
builder.WebHost.UseStaticWebAssets(); // finds wwwroot from the build output in every environment

await using var app = builder.Build();
app.UseContentSecurityPolicy();
app.UseRateLimiter();
app.MapStaticAssets();
app.MapRazorPages();
app.MapHealthChecks("/health").RequireRateLimiting("maps"); // each check sends a request to MapTiler
app.MapMapTiler("/maptiler").RequireRateLimiting("maps");

await app.StartAsync();
Console.WriteLine(emulator is null ? "The maps are loaded from MapTiler." : $"No MapTiler credential is configured, so the emulator at {emulator.BaseAddress} is used.");
Console.WriteLine($"Open {app.Services.GetRequiredService<IOptions<BrowserMapsOptions>>().Value.PublicUrl} in a browser. Press Ctrl+C to stop.");
await app.WaitForShutdownAsync();
