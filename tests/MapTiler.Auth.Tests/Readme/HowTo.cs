using MapTiler.Authentication;
using MapTiler.Coordinates;
using MapTiler.Geocoding;
using MapTiler.Maps;
using MapTiler.Service;
using MapTiler.StaticMaps;
using MapTiler.Tiles;

namespace MapTiler.Tests.Readme;

/// <summary>The tasks under "How to" in the README and in the guides. <see cref="HowToTests"/> runs each of them with the emulator and compares what it prints.</summary>
internal sealed class HowTo(MapTilerClient client, MapTilerServiceClient service, string folder)
{
    public async Task FirstCall()
    {
        GeocodingResult result = await client.Geocoding.SearchAsync("Zürich");
        Console.WriteLine(result.Features.FirstOrDefault());
    }

    public async Task Search()
    {
        var result = await client.Geocoding.SearchAsync("Zürich", new GeocodingSearchOptions { Countries = ["ch"], Limit = 1 });
        foreach (var feature in result.Features)
            Console.WriteLine($"{feature.PlaceName} is at {feature.Center.Latitude:0.00} north, {feature.Center.Longitude:0.00} east.");
    }

    public async Task Autocomplete()
    {
        var options = new GeocodingSearchOptions
        {
            Proximity = new LngLat(8.54, 47.38), // longitude first, as everywhere in MapTiler
            Languages = ["de"],
            Limit = 3,
        };
        var suggestions = await client.Geocoding.SearchAsync("Wint", options);
        Console.WriteLine(string.Join(", ", suggestions.Features.Select(feature => feature.Text)));
    }

    public async Task Batch()
    {
        GeocodingQuery[] queries = ["Brno", "Xyzzyx", new string('x', 5000), new LngLat(8.5417, 47.3769)];
        await foreach (var result in client.Geocoding.BatchAsync(queries))
        {
            if (result.Error is not null) // the other queries are not affected
                Console.WriteLine($"{result.Index}: {result.Error.Reason}");
            else
                Console.WriteLine($"{result.Index}: {result.Features.FirstOrDefault()?.PlaceName ?? "not found"}");
        }
    }

    public void StaticMap()
    {
        LngLat[] track = [new(8.5417, 47.3769), new(8.6506, 47.4239), new(8.7241, 47.4988)];
        var urls = new MapTilerUrlBuilder(ServiceToken.Parse(token));
        var options = new StaticMapOptions { Width = 600, Height = 300, Paths = [new StaticMapPath(track) { Stroke = "crimson", Width = 3 }] };
        StaticMapUrl map = urls.StaticMap(MapIds.StreetsV4, StaticMapArea.Auto, options);
        Console.WriteLine($"<img src=\"{map.Uri.AbsoluteUri}\" width=\"600\" height=\"300\" alt=\"The route\">");
    }

    public async Task Tiles()
    {
        var area = new TileRange(new BoundingBox(8.4, 47.3, 8.7, 47.5), minZoom: 0, maxZoom: 10);
        Console.WriteLine($"{area.Count} tiles");
        await foreach (var tile in client.Tiles.DownloadTilesAsync(TilesetIds.V3, area, "pbf"))
        {
            if (tile.Error is not null)
                Console.WriteLine($"{tile.Tile}: {tile.Error.Message}");
            else if (tile.Bytes is { } bytes) // null if there is nothing in the tile
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{tile.Tile.Z}-{tile.Tile.X}-{tile.Tile.Y}.pbf"), bytes);
        }
    }

    public async Task Profile()
    {
        LngLat[] line = [new(8.5417, 47.3769), new(8.5585, 47.3427)];
        await foreach (var point in client.Elevation.GetProfileAsync(line, spacing: 2000)) // meters
            Console.WriteLine($"{point.Distance,5:0} m: {point.Elevation:0} m");
    }

    public async Task Transform()
    {
        ProjectedPoint? swiss = await client.Coordinates.TransformAsync(new LngLat(8.5417, 47.3769), new CoordinateTransformOptions { TargetCrs = 2056 });
        Console.WriteLine(swiss is null ? "The location does not exist in this system." : $"{swiss.Value.X:0.0} {swiss.Value.Y:0.0}");
    }

    public async Task Upload()
    {
        var options = new DatasetUploadOptions { CheckpointPath = path + ".upload" }; // the same call resumes the upload after a crash
        DatasetIngest ingest = await service.Datasets.UploadAsync(path, options);
        Console.WriteLine($"{ingest.FileName}: {ingest.State}");
    }

    public async Task Rotate()
    {
        ApiKey old = await service.ApiKeys.CreateAsync(new ApiKeySettings { Name = "mobile app", UserAgent = "coolest-mobile-map-app" });
        ApiKey renewed = await service.ApiKeys.RotateAsync(
            old.Id,
            (newKey, cancellationToken) => vault.SetAsync("maptiler-key", newKey.Key, cancellationToken), // both keys are valid until this has ended
            gracePeriod: TimeSpan.Zero); // and for this time, until all applications use the new key
        Console.WriteLine($"{renewed.Name}: {(renewed.Id == old.Id ? "the same key" : "a new key")}");
    }

    public async Task Errors()
    {
        try
        {
            await client.Geocoding.SearchAsync("Zürich");
        }
        catch (MapTilerException e)
        {
            Console.WriteLine(e.Reason switch
            {
                MapTilerErrorReason.KeyMissing or MapTilerErrorReason.KeyInvalid => "Configure a valid key.",
                MapTilerErrorReason.Forbidden => "The key is restricted to another origin or user agent.",
                MapTilerErrorReason.RateLimited or MapTilerErrorReason.QuotaExceeded => $"Try again after {e.RetryAfter}.",
                _ => e.IsTransient ? "Try again later." : e.Message,
            });
        }
    }

    /// <summary>What the task has printed.</summary>
    public string Printed => Console.ToString();

    private const string token = "0123456789abcdef_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private readonly string path = Path.Combine(folder, "parcels.geojson");

    private readonly MemoryVault vault = new();

    /// <summary>Stands for the console, which all tests share.</summary>
    private StringWriter Console { get; } = new() { NewLine = "\n" };

    private sealed class MemoryVault : IVault
    {
        public Task<string> GetAsync(string name, CancellationToken cancellationToken) => Task.FromResult(name);

        public Task SetAsync(string name, string value, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
