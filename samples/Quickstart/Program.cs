using MapTiler;
using MapTiler.Authentication;
using MapTiler.Emulator;
using MapTiler.Geocoding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quickstart;

var ct = CancellationToken.None;
await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: ct);

var builder = Host.CreateApplicationBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Error);
if (!Credentials.Exist(builder.Configuration))
{
    Console.WriteLine($"No MapTiler credential is configured, so the emulator at {emulator.BaseAddress} is used.");
    builder.Configuration.Use(emulator);
}

builder.Services.AddMapTiler();
builder.Services.AddSingleton<Shop>();
using var host = builder.Build();
await host.StartAsync(ct);

Title("Geocoding in five lines");
var shop = host.Services.GetRequiredService<Shop>();
Console.WriteLine($"Zürich is at {await shop.FindAsync("Zürich", ct)} (longitude, latitude).");

Title("Forward geocoding");
var geocoding = host.Services.GetRequiredService<GeocodingClient>();
var found = await geocoding.SearchAsync("Praha", new GeocodingSearchOptions { Languages = ["en", "de"], Limit = 1 }, ct);
foreach (var feature in found.Features)
    Console.WriteLine($"{feature.PlaceName} at {feature.Center}; in German {feature.Texts.GetValueOrDefault("de", feature.Text)}.");

Title("Reverse geocoding");
var here = await geocoding.ReverseAsync(LngLat.FromLatLng(47.3769, 8.5417), cancellationToken: ct);
Console.WriteLine($"At 47.3769 north, 8.5417 east: {here.Features.FirstOrDefault()?.PlaceName ?? "nothing"}.");

Title("Batch geocoding: any number of queries, 50 per request, results in order");
GeocodingQuery[] queries = ["Brno", "Reykjavík", "Wellington", LngLat.FromLatLng(47.3769, 8.5417)];
await foreach (var result in geocoding.BatchAsync(queries, cancellationToken: ct))
    Console.WriteLine($"{result.Index}: {result.Query} -> {(result.Error is { } error ? error.Message : result.Features.FirstOrDefault()?.PlaceName)}");

Title("URLs for browsers: the secret of the token is not exposed");
var options = host.Services.GetRequiredService<IOptions<MapTilerOptions>>().Value;
var view = new MapView(LngLat.FromLatLng(47.3769, 8.5417), zoom: 12);
Console.WriteLine($"Map viewer:   {new MapTilerUrlBuilder(options.BaseAddress).MapViewer("streets-v4", view)} (without a credential)");
var token = ServiceToken.Parse(options.ServiceToken?.Reveal() ?? emulator.ServiceToken);
Console.WriteLine($"Signed style:  {new MapTilerUrlBuilder(token, options.BaseAddress).StyleJson("streets-v4")}");

Title("A key that is restricted to a User-Agent (with the emulator)");
var restricted = emulator.AddKey("mobile app", userAgent: "coolest-mobile-map-app");
foreach (var userAgent in new[] { null, "coolest-mobile-map-app/1.2" })
{
    using var client = new MapTilerClient(new MapTilerOptions { ApiKey = restricted.Key, UserAgent = userAgent, BaseAddress = emulator.BaseAddress });
    try
    {
        var result = await client.Geocoding.SearchAsync("Brno", cancellationToken: ct);
        Console.WriteLine($"With User-Agent {userAgent}: {result.Features[0].PlaceName}.");
    }
    catch (MapTilerException e)
    {
        Console.WriteLine($"With the default User-Agent: {e.Reason}. {e.Message}");
    }
}

static void Title(string title) => Console.WriteLine($"\n{title}");
