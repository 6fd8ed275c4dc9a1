using DesktopTiles;
using MapTiler;
using MapTiler.Authentication;
using MapTiler.Emulator;
using MapTiler.Maps;

// A desktop application cannot hide its key, so the key is restricted to the User-Agent that only this application sends.
const string UserAgent = "coolest-mobile-map-app/1.0";

var apiKey = Environment.GetEnvironmentVariable("MAPTILER_API_KEY");
await using var emulator = apiKey is null ? await MapTilerEmulator.StartAsync() : null;
if (emulator is not null)
    Console.WriteLine($"MAPTILER_API_KEY is not set, so the emulator at {emulator.BaseAddress} is used.");

apiKey ??= emulator!.AddKey("desktop", userAgent: "coolest-mobile-map-app").Key;
var baseAddress = emulator?.BaseAddress;
var urls = new MapTilerUrlBuilder(baseAddress); // without the key, because the handler adds it
var view = new MapView(LngLat.FromLatLng(47.3769, 8.5417), zoom: 6);

// A tile control accepts an HttpClient whose handlers authenticate every request.
using var http = new HttpClient(new UserAgentHandler(UserAgent) { InnerHandler = new ApiKeyHandler(apiKey, baseAddress) });
using var image = await Mosaic.DrawAsync(http, urls.MapTileTemplate(MapIds.StreetsV4, new RasterTileOptions { TileSize = 256 }), view, columns: 4, rows: 3);
var path = Path.GetFullPath(args.Length > 0 ? args[0] : "map.png");
image.SaveTo(path);
Console.WriteLine($"{image.Tiles} tiles of {MapIds.StreetsV4} around {view.Center} were written to {path}.");

using var unauthorized = new HttpClient(new ApiKeyHandler(apiKey, baseAddress)); // another application that uses the same key
using var response = await unauthorized.GetAsync(urls.MapTile(MapIds.StreetsV4, TileCoordinate.FromLngLat(view.Center, 6)));
Console.WriteLine($"Without that User-Agent, MapTiler rejects the key with status {(int)response.StatusCode} {response.StatusCode}.");
