using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Threading.RateLimiting;
using MapTiler.Authentication;
using MapTiler.Coordinates;
using MapTiler.Emulator;
using MapTiler.Geocoding;
using MapTiler.Maps;
using MapTiler.Service;
using MapTiler.StaticMaps;
using MapTiler.Tiles;
using MapTiler.Weather;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RichardSzalay.MockHttp;
using SkiaSharp;

namespace MapTiler.Tests.Readme;

/// <summary>The snippets of the READMEs and the examples in the documentation comments, so that they compile.</summary>
internal static class Snippets
{
    public static void Register(IHostApplicationBuilder builder, string token)
    {
        builder.Services.AddMapTiler().UseApiKeyProvider<TenantKeys>();
        builder.Services.AddMapTiler("archive", options => options.ServiceToken = token); // [FromKeyedServices("archive")] GeocodingClient

        builder.Services.AddHttpClient("tiles").AddMapTilerAuthentication();

        builder.Services.AddMapTiler().ConfigureResilience(resilience =>
        {
            resilience.TotalTimeout = TimeSpan.FromSeconds(5);
            resilience.RateLimiter = new ConcurrencyLimiter(new() { PermitLimit = 20, QueueLimit = 1000 });
        });

        builder.Services.AddMapTiler().HttpClientBuilder.ConfigureHttpClient(client => client.DefaultRequestVersion = HttpVersion.Version30);
    }

    public static HttpClient Trust(MapTilerEmulator emulator)
    {
        using var client = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = { CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { emulator.Certificate! }, RevocationMode = X509RevocationMode.NoCheck } },
        });
        return client;
    }

    public static async Task<GeocodingResult> CreateAsync(string apiKey, CancellationToken ct)
    {
        using var client = new MapTilerClient(apiKey);
        var result = await client.Geocoding.SearchAsync("Zürich", cancellationToken: ct);
        return result;
    }

    public static Uri[] Urls(string token)
    {
        var urls = new MapTilerUrlBuilder(ServiceToken.Parse(token));
        Uri style = urls.StyleJson("streets-v4"); // contains the key id and a signature, not the secret
        Uri page = urls.MapViewer("streets-v4", new MapView(LngLat.FromLatLng(47.3769, 8.5417), zoom: 12));
        return [style, page];
    }

    public static async Task CatchAsync(GeocodingClient geocoding, ILogger logger, CancellationToken ct)
    {
        try
        {
            await geocoding.SearchAsync("Zürich", cancellationToken: ct);
        }
        catch (MapTilerException e) when (e.Reason == MapTilerErrorReason.Forbidden)
        {
            logger.LogWarning("{Message}", e.Message);
        }
    }

    public static async Task<object?[]> GeocodeAsync(GeocodingClient geocoding, IEnumerable<string> addresses, CancellationToken ct)
    {
        var cafes = await geocoding.SearchAsync("cafe", new GeocodingSearchOptions
        {
            Proximity = new LngLat(8.5417, 47.3769), // longitude first, as everywhere in MapTiler
            Languages = ["de", "en"],
            Types = [PlaceType.Poi],
        }, ct);
        var address = await geocoding.ReverseAsync(LngLat.FromLatLng(47.3769, 8.5417), cancellationToken: ct);
        var zurich = await geocoding.GetByIdAsync(address.Features[0].Id, cancellationToken: ct); // with its full geometry

        await foreach (var result in geocoding.BatchAsync(addresses, new GeocodingSearchOptions { Countries = ["ch"] }, maxConcurrency: 8, cancellationToken: ct))
            Console.WriteLine($"{result.Index} {result.Query}: {result.Error?.Message ?? result.Features.FirstOrDefault()?.PlaceName}");

        return [cafes, address, zurich];
    }

    public static string[] Tiles(string apiKey, LngLat location)
    {
        var tiles = new MapTilerUrlBuilder(apiKey).MapTileTemplate(MapIds.StreetsV4, new RasterTileOptions { TileSize = 256 });
        string forControl = tiles.Template; // https://api.maptiler.com/maps/streets-v4/256/{z}/{x}/{y}.png?key=...
        string forArcGis = tiles.WithPlaceholders("{level}", "{col}", "{row}");
        string oneTile = tiles.Fill(TileCoordinate.FromLngLat(location, zoom: 12));
        return [forControl, forArcGis, oneTile];
    }

    public static void StaticMap(string token, IReadOnlyList<LngLat> points)
    {
        LngLat[] track = [.. points];
        var map = new MapTilerUrlBuilder(ServiceToken.Parse(token)).StaticMap(MapIds.BaseV4, StaticMapArea.Auto, new StaticMapOptions
        {
            Width = 600,
            Height = 300,
            Paths = [new StaticMapPath(track) { Stroke = "crimson", Width = 3 }],
            Markers = [new StaticMapMarkers(track[0], track[^1])],
        });
        Console.WriteLine($"{map.Uri.AbsoluteUri} contains {map.Paths[0].KeptPointCount} of {map.Paths[0].PointCount} points");
    }

    public static async Task ServicesAsync(MapTilerClient client, LngLat location, IReadOnlyList<LngLat> line, string dataId, ImageDecoder decoder, CancellationToken ct)
    {
        using var tile = await client.Maps.GetTileAsync(MapIds.StreetsV4, TileCoordinate.FromLngLat(location, zoom: 12), cancellationToken: ct);
        if (tile is not null) // null if the tile does not exist
            await tile.SaveAsync($"tile.{tile.FileExtension}", ct);

        using var map = await client.StaticMaps.GetAsync(MapIds.StreetsV4, new MapView(location, zoom: 12), cancellationToken: ct);
        await map.Content.SaveAsync($"map.{map.Content.FileExtension}", ct);

        var area = new TileRange(new BoundingBox(5.9, 45.8, 10.5, 47.8), minZoom: 0, maxZoom: 9);
        Console.WriteLine($"{area.Count} tiles");
        await foreach (var download in client.Tiles.DownloadTilesAsync(TilesetIds.V3, area, "pbf", new TileDownloadOptions { MaxConcurrency = 4 }, ct))
        {
            if (download.Error is { } error)
                Console.WriteLine($"{download.Tile}: {error.Message}");
            if (download.Bytes is not { } bytes)
                continue; // the tile failed or has no content
            var file = new FileInfo($"tiles/{download.Tile}.{download.FileExtension}"); // tiles/9/268/180.pbf
            file.Directory!.Create();
            await File.WriteAllBytesAsync(file.FullName, bytes, ct);
        }

        await foreach (var feature in client.Data.StreamFeaturesAsync(dataId, ct)) // constant memory for datasets of any size
            Console.WriteLine($"{feature.Id} is a {feature.Geometry?.Type}");

        double? elevation = await client.Elevation.GetAsync(location, cancellationToken: ct);
        await foreach (var point in client.Elevation.GetProfileAsync(line, spacing: 100, cancellationToken: ct))
                Console.WriteLine($"{point.Distance:0} m: {point.Error?.Message ?? $"{point.Elevation:0} m"}");

        ProjectedPoint? swiss = await client.Coordinates.TransformAsync(location, new CoordinateTransformOptions { TargetCrs = 2056 }, ct);
        Console.WriteLine(swiss is { } projected ? $"{projected.X:0.0} {projected.Y:0.0}" : "The location does not exist in the target system.");

        var wind = (await client.Weather.GetLatestAsync(ct)).First(variable => variable.Name == "Wind");
        var windTile = TileCoordinate.FromLngLat(location, zoom: 3); // wind.TileMatrixSet contains the zooms
        using var image = await client.Weather.GetTileAsync(wind.Keyframes[0], windTile, wind.TileFormat, ct);
        if (image is not null && wind.Decoding is { } decoding)
        {
            RgbaImage pixels = decoder(await image.ReadBytesAsync(ct)); // an ImageDecoder, see below
            WeatherValue value = decoding.Decode(pixels.PixelAt(windTile, location));
            Console.WriteLine($"{value.Magnitude:0} {wind.Metadata.Unit}"); // for a variable with a single channel, such as the temperature: value.First
        }

        using var anything = await client.GetAsync("/maps/streets-v4/style.json", ct); // any path; the response is unchanged and can contain the key
        string? json = anything is null ? null : await anything.ReadStringAsync(ct);

        Console.WriteLine($"{elevation} {json?.Length}");
    }

    public static async Task ManageAsync(MapTilerServiceClient service, IVault vault, CancellationToken ct)
    {
        var key = await service.ApiKeys.CreateAsync(new ApiKeySettings { Name = "mobile app", UserAgent = "coolest-mobile-map-app" }, ct);
        var renewed = await service.ApiKeys.RotateAsync(key.Id, (newKey, token) => vault.SetAsync("maptiler-key", newKey.Key, token),
            gracePeriod: TimeSpan.FromMinutes(5), cancellationToken: ct); // at least one of the keys is valid at any time

        var usage = await service.Analytics.GetTopAsync(AnalyticsPeriod.Past30Days, AnalyticsClassifier.ApiKeys, cancellationToken: ct);
        foreach (var item in usage.Items)
            Console.WriteLine($"{item.ItemId}: {item.Value}");

        var ingest = await service.Datasets.UploadAsync("parcels.gpkg", new DatasetUploadOptions
        {
            CheckpointPath = "parcels.upload", // the same call resumes the upload after a crash
            Progress = new Progress<UploadProgress>(p => Console.WriteLine($"{p.State} {p.BytesSent}/{p.TotalBytes} {p.Remaining}")),
        }, ct);
        Console.WriteLine($"Dataset {ingest.DocumentId}");

        Console.WriteLine(renewed);
    }

    /// <summary>The examples in the documentation comments of <c>AddMapTiler</c>.</summary>
    public static void AddMapTiler(WebApplicationBuilder builder, WebApplication app, string apiKey)
    {
        builder.Services.AddMapTiler();

        app.MapGet("/where", async (string query, GeocodingClient geocoding, CancellationToken cancellationToken) =>
            string.IsNullOrWhiteSpace(query) // an empty query throws
                ? null
                : (await geocoding.SearchAsync(query, cancellationToken: cancellationToken)).Features.FirstOrDefault()?.PlaceName);

        builder.Services.AddMapTiler(options => options.ApiKey = apiKey);
    }

    /// <summary>The example in the documentation comment of <c>ApiKeyHandler</c>.</summary>
    public static async Task<string> ApiKeyHandlerAsync(string apiKey)
    {
        using var http = new HttpClient(new ApiKeyHandler(apiKey));
        var style = await http.GetStringAsync("https://api.maptiler.com/maps/streets-v4/style.json");
        return style;
    }

    /// <summary>The example in the documentation comment of <c>MapTilerUrlBuilder</c>.</summary>
    public static Uri UrlBuilder(string apiKey)
    {
        var urls = new MapTilerUrlBuilder(apiKey);
        Uri page = urls.MapViewer("streets-v4", new MapView(LngLat.FromLatLng(47.3769, 8.5417), zoom: 12));
        return page;
    }

    /// <summary>The example in the documentation comment of <c>GeocodingClient.SearchAsync</c>.</summary>
    public static async Task SearchAsync(MapTilerClient client)
    {
        var result = await client.Geocoding.SearchAsync("Bahnhofstrasse 1, Zürich", new GeocodingSearchOptions { Countries = ["ch"], Limit = 1 });
        foreach (var feature in result.Features)
            Console.WriteLine($"{feature.PlaceName}: {feature.Center}");
    }

    /// <summary>The example in the documentation comment of <c>GeocodingClient.BatchAsync</c>.</summary>
    public static async Task BatchAsync(MapTilerClient client, IEnumerable<string> addresses)
    {
        await foreach (var result in client.Geocoding.BatchAsync(addresses, new GeocodingSearchOptions { Limit = 1 }, maxConcurrency: 8))
            Console.WriteLine(result.Error is null ? $"{result.Query}: {result.Features.FirstOrDefault()}" : $"{result.Query}: {result.Error.Message}");
    }

    public static async Task BatchAsync(MapTilerClient client, IEnumerable<string> addresses, CancellationToken ct)
    {
        await foreach (var result in client.Geocoding.BatchAsync(addresses, cancellationToken: ct))
        {
            if (result.Error is not null) // the other addresses are not affected
                Console.WriteLine($"{result.Query}: {result.Error.Message}");
            else
                Console.WriteLine($"{result.Query}: {result.Features.FirstOrDefault()?.Center.ToString() ?? "not found"}");
        }
    }

    /// <summary>The example in the documentation comment of <c>ImageDecoder</c>.</summary>
    public static ImageDecoder SkiaSharpDecoder()
    {
        ImageDecoder decoder = file =>
        {
            using var codec = SKCodec.Create(SKData.CreateCopy(file.Span));
            var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
            var pixels = new byte[info.BytesSize];
            using var bitmap = SKBitmap.Decode(codec, info);
            bitmap.GetPixelSpan().CopyTo(pixels);
            return new RgbaImage(info.Width, info.Height, pixels);
        };
        return decoder;
    }

    /// <summary>The examples in the documentation comments of the emulator.</summary>
    public static async Task<string> StartEmulatorAsync()
    {
        await using var emulator = await MapTilerEmulator.StartAsync();
        using var client = new HttpClient { BaseAddress = emulator.BaseAddress };
        var json = await client.GetStringAsync($"geocoding/Zurich.json?key={emulator.ApiKey}");

        emulator.Faults.Add(new Fault { PathPrefix = "/geocoding/", Status = 503, Times = 1 });
        return json;
    }

    /// <summary>The examples in the documentation comments of the Service API.</summary>
    public static async Task ServiceExamplesAsync(MapTilerServiceClient service, Guid keyId, IVault vault)
    {
        var ingest = await service.Datasets.UploadAsync("parcels.gpkg", new DatasetUploadOptions
        {
            Output = DatasetOutput.VectorTileset,
            CheckpointPath = "parcels.upload",
        });
        Console.WriteLine($"The dataset {ingest.DocumentId} is available.");

        var renewed = await service.ApiKeys.RotateAsync(
            keyId,
            (newKey, cancellation) => vault.SetAsync("maptiler-key", newKey.Key, cancellation),
            gracePeriod: TimeSpan.FromMinutes(5));
        Console.WriteLine($"{renewed} replaces the old key.");
    }

    public static HttpClient Http(string apiKey)
    {
        var http = new HttpClient(new UserAgentHandler("my-map-app/1.2") { InnerHandler = new ApiKeyHandler(apiKey) });
        return http;
    }

    public static async Task TestAsync(IHostApplicationBuilder builder)
    {
        var mock = new MockHttpMessageHandler();
        mock.When("https://api.maptiler.com/geocoding/*").Respond("application/json", """{ "type": "FeatureCollection", "features": [] }""");
        builder.Services.AddMapTiler(options => options.ApiKey = "key").HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => mock);

        await using var emulator = await MapTilerEmulator.StartAsync();
        using var client = new MapTilerClient(new MapTilerOptions { ApiKey = emulator.ApiKey, BaseAddress = emulator.BaseAddress });

        builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource("MapTiler"))
            .WithMetrics(metrics => metrics.AddMeter("MapTiler"));
    }

    private sealed class FakeGeocoding : GeocodingClient
    {
        public override Task<GeocodingResult> SearchAsync(string query, GeocodingSearchOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new GeocodingResult { Features = [new GeocodingFeature { PlaceName = "Zürich, Switzerland", Center = new LngLat(8.54, 47.37) }] });
    }

    public static async Task EmulateAsync(IHostApplicationBuilder builder, CancellationToken ct)
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: ct);
        var key = emulator.AddKey("shop", origins: ["shop.example"]);
        builder.Services.AddMapTiler(options =>
            (options.ApiKey, options.Origin, options.BaseAddress, options.ServiceBaseAddress) = (key.Key, "https://shop.example", emulator.BaseAddress, emulator.ServiceBaseAddress));
    }
}

public interface IVault
{
    Task<string> GetAsync(string name, CancellationToken cancellationToken);

    Task SetAsync(string name, string value, CancellationToken cancellationToken);
}

public sealed class TenantKeys(IVault vault) : ApiKeyProvider
{
    public override async ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) =>
        await vault.GetAsync("maptiler-key", cancellationToken);
}
