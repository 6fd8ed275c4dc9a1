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
    // Opened where it listens, unless MapTiler:BrowserMaps:PublicUrl says otherwise, as it must behind a proxy or in a container.
    if (Uri.TryCreate(builder.Configuration["Urls"]?.Split(';')[0], UriKind.Absolute, out var address))
        options.PublicUrl ??= address;
});

// Anybody can ask, and the account pays: a caller gets what a person moving about on a map needs.
builder.Services.AddRateLimiter(limiter =>
{
    limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
    limiter.AddPolicy("maps", context => RateLimitPartition.GetTokenBucketLimiter(
        context.Connection.RemoteIpAddress,
        _ => new TokenBucketRateLimiterOptions { TokenLimit = 500, TokensPerPeriod = 50, ReplenishmentPeriod = TimeSpan.FromSeconds(1) }));
});
builder.Services.AddHealthChecks().AddMapTiler();
builder.Services.AddRazorPages();
builder.WebHost.UseStaticWebAssets(); // finds wwwroot from the build output too, whatever the environment

await using var app = builder.Build();
app.UseContentSecurityPolicy();
app.UseRateLimiter();
app.MapStaticAssets();
app.MapRazorPages();
app.MapHealthChecks("/health").RequireRateLimiting("maps"); // each look asks MapTiler
app.MapMapTiler("/maptiler").RequireRateLimiting("maps");

await app.StartAsync();
Console.WriteLine(emulator is null ? "Maps come from MapTiler." : $"There is no MapTiler credential in the configuration, so the emulator at {emulator.BaseAddress} answers.");
Console.WriteLine($"Open {app.Services.GetRequiredService<IOptions<BrowserMapsOptions>>().Value.PublicUrl} in a browser. Ctrl+C ends.");
await app.WaitForShutdownAsync();
