using MapTiler.Coordinates;
using MapTiler.Elevation;
using MapTiler.Emulator;
using MapTiler.Maps;
using MapTiler.StaticMaps;
using MapTiler.Tiles;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace MapTiler.Tests.Integration;

/// <summary>Every service over sockets, against a second reading of the same documents.</summary>
public sealed class ServicesTests
{
    private static readonly ImageDecoder Skia = file =>
    {
        using var data = SKData.CreateCopy(file.Span);
        using var codec = SKCodec.Create(data);
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        using var bitmap = SKBitmap.Decode(codec, info);
        return new RgbaImage(info.Width, info.Height, bitmap.GetPixelSpan().ToArray());
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Map_and_tile_methods_return_the_documents_of_the_emulator(bool byToken)
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        using var services = emulator.Services(o => (o.ApiKey, o.ServiceToken) = (byToken ? null : emulator.ApiKey, byToken ? emulator.ServiceToken : null));
        var client = services.GetRequiredService<MapTilerClient>();

        var style = await client.Maps.GetStyleAsync(MapIds.StreetsV4, Cancel);
        Assert.NotEmpty(style.Sources);
        foreach (var source in style.Sources.Values.Where(source => source.Url is not null))
        {
            using var tileJson = await client.GetAsync(source.Url!, Cancel); // the URL of a response, without a key
            Assert.Equal("application/json", tileJson!.ContentType);
        }

        var vector = await client.Tiles.GetTileJsonAsync(TilesetIds.V3, Cancel);
        using var tile = await client.Tiles.GetTileAsync(TilesetIds.V3, default, vector.Format, Cancel);
        Assert.Equal(("pbf", "pbf"), (vector.Format, tile!.FileExtension));
        Assert.NotEmpty(vector.VectorLayers);

        using var raster = await client.Maps.GetTileAsync(MapIds.StreetsV4, new(1, 1, 0), new() { TileSize = 256, HighDpi = true, Format = ImageFormat.WebP }, Cancel);
        var picture = Skia(await raster!.ReadBytesAsync(Cancel));
        Assert.Equal(("webp", 512, 512), (raster.FileExtension, picture.Width, picture.Height));

        Assert.Equal("Capabilities", (await client.Maps.GetWmtsCapabilitiesAsync(MapIds.StreetsV4, Cancel)).Root!.Name.LocalName);
        foreach (var mapId in (string[])[MapIds.StreetsV4, MapIds.DatavizV4Dark])
        {
            foreach (var sprite in (await client.Maps.GetStyleAsync(mapId, Cancel)).Sprites)
                Assert.NotEmpty(await client.Maps.GetSpriteIndexAsync(sprite, highDpi: true, Cancel));
        }

        using var glyphs = await client.Fonts.GetGlyphsAsync("Noto Sans Regular", 0, Cancel);
        Assert.Equal("pbf", glyphs.FileExtension);
        Assert.All(emulator.Requests, request => Assert.Equal(200, request.StatusCode));
    }

    [Fact]
    public async Task Static_maps_have_the_requested_size_and_format()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        using var services = emulator.Services();
        var track = Enumerable.Range(0, 5000).Select(i => new LngLat(8 + i / 5000.0, 47 + Math.Sin(i / 50.0) / 10)).ToList();

        using var map = await services.GetRequiredService<MapTilerClient>().StaticMaps.GetAsync(MapIds.StreetsV4, StaticMapArea.Auto, new()
        {
            Width = 300,
            Height = 200,
            HighDpi = true,
            Format = ImageFormat.Jpeg,
            Paths = [new(track)],
        }, Cancel);
        var picture = Skia(await map.ReadBytesAsync(Cancel));

        Assert.Equal(("jpg", 600, 400), (map.Content.FileExtension, picture.Width, picture.Height));
        Assert.InRange(map.Paths[0].KeptPointCount, 100, 4999);
    }

    [Fact]
    public async Task Elevations_from_terrain_tiles_equal_those_of_the_service()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        using var services = emulator.Services();
        var elevation = services.GetRequiredService<ElevationClient>();
        var places = Enumerable.Range(0, 60).Select(i => new LngLat(8 + i * 0.002, 47 - i * 0.001)).ToList();

        var asked = await CollectAsync(elevation.BatchAsync(places, cancellationToken: Cancel));
        var computed = await CollectAsync(elevation.ComputeAsync(places, Skia, cancellationToken: Cancel));
        var coarse = await CollectAsync(elevation.ComputeAsync(places.Take(1), Skia, new() { Zoom = 5 }, cancellationToken: Cancel));

        Assert.All(asked.Zip(computed), pair => Assert.Equal(pair.First.Elevation!.Value, pair.Second.Elevation!.Value, 1.0));
        Assert.Equal(asked[0].Elevation!.Value, coarse[0].Elevation!.Value, 200.0);
        Assert.InRange(emulator.Requests.Count(request => request.Target.StartsWith("/tiles/terrain-rgb-v2/", StringComparison.Ordinal)), 3, 30);
    }

    [Fact]
    public async Task Coordinates_that_are_transformed_and_back_are_equal()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        using var services = emulator.Services();
        var coordinates = services.GetRequiredService<CoordinatesClient>();
        var places = Enumerable.Range(0, 70).Select(i => new ProjectedPoint(12.5 + i * 0.05, 49 + i * 0.01, i)).ToList();

        var there = await CollectAsync(coordinates.TransformBatchAsync(places, new() { TargetCrs = 32633 }, cancellationToken: Cancel));
        var back = await CollectAsync(coordinates.TransformBatchAsync(there.Select(r => r.Point!.Value), new() { SourceCrs = 32633 }, cancellationToken: Cancel));
        var mercator = await coordinates.TransformAsync(new LngLat(8.5, 47.4), new() { TargetCrs = 3857 }, Cancel);
        var utm = await coordinates.SearchAsync("UTM zone 33N", new() { Limit = 50 }, Cancel);
        var all = await CollectAsync(coordinates.SearchAllAsync("UTM", cancellationToken: Cancel));

        Assert.All(places.Zip(back), pair => Assert.Equal((Math.Round(pair.First.X, 6), Math.Round(pair.First.Y, 6), pair.First.Z), (Math.Round(pair.Second.Point!.Value.X, 6), Math.Round(pair.Second.Point!.Value.Y, 6), pair.Second.Point!.Value.Z)));
        Assert.Equal(WebMercator.Project(new LngLat(8.5, 47.4)).X, mercator!.Value.X, 0.01);
        Assert.Contains(utm.Results, item => item.Id!.Code == 32633);
        Assert.True(all.Count > 100 && all.Select(item => item.Id!.Code).Distinct().Count() == all.Count, $"{all.Count}");
    }

    [Fact]
    public async Task Weather_tiles_decode_to_the_field_of_the_emulator()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        using var services = emulator.Services();
        var weather = services.GetRequiredService<MapTilerClient>().Weather;

        var wind = (await weather.GetLatestAsync(Cancel)).First(variable => variable.Decoding?.Channels == "rg");
        var keyframe = wind.Keyframes[0];
        using var tile = await weather.GetTileAsync(keyframe, new(0, 0, 0), wind.TileFormat, Cancel);
        var picture = Skia(await tile!.ReadBytesAsync(Cancel));

        var step = (wind.Decoding!.Max!.Value - wind.Decoding.Min!.Value) / 255;
        foreach (var (x, y) in new[] { (0.25, 0.5), (0.5, 0.3), (0.8, 0.7) })
        {
            var (column, row) = ((int)(x * picture.Width), (int)(y * picture.Height));
            var place = WebMercator.Unproject(new ProjectedPoint(
                ((column + 0.5) / picture.Width * 2 - 1) * Math.PI * WebMercator.EarthRadius, (1 - (row + 0.5) / picture.Height * 2) * Math.PI * WebMercator.EarthRadius));
            var (eastward, northward) = WeatherFields.Wind(place.Longitude, place.Latitude, keyframe.Timestamp!.Value);
            var value = wind.Decoding.Decode(picture.PixelAt(column, row));
            Assert.Equal(eastward, value.First, step);
            Assert.Equal(northward, value.Second, step);
        }

        foreach (var place in new[] { LngLat.FromLatLng(47.38, 8.54), LngLat.FromLatLng(-41.29, 174.78), LngLat.FromLatLng(64.15, -21.94) })
        {
            var there = TileCoordinate.FromLngLat(place, wind.TileMatrixSet!.Items.Max(item => item.Zoom));
            using var near = await weather.GetTileAsync(keyframe, there, wind.TileFormat, Cancel);
            var (eastward, northward) = WeatherFields.Wind(place.Longitude, place.Latitude, keyframe.Timestamp!.Value);
            var value = wind.Decoding.Decode(Skia(await near!.ReadBytesAsync(Cancel)).PixelAt(there, place));
            Assert.Equal(eastward, value.First, 2 * step);
            Assert.Equal(northward, value.Second, 2 * step);
        }
    }

    [Fact]
    public async Task Data_image_and_geolocation_methods_return_the_documents_of_the_emulator()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        emulator.AddDataset("stops", """{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"a":1}},{"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]},"properties":null}]}""");
        emulator.Add(new EmulatedImage("plan", width: 1000, height: 600));
        using var services = emulator.Services();
        var client = services.GetRequiredService<MapTilerClient>();

        var whole = await client.Data.GetAsync("stops", Cancel);
        var streamed = await CollectAsync(client.Data.StreamFeaturesAsync("stops", Cancel));
        var image = await client.Images.GetAsync("plan", Cancel);
        using var absent = await client.Images.GetTileAsync("plan", new(0, 0, 0), Cancel);
        var unknown = await Assert.ThrowsAsync<MapTilerException>(() => client.Images.GetAsync("nothing", Cancel));

        Assert.Equal(2, whole.Features.Count);
        Assert.Equal(whole.Features.Select(f => f.Geometry?.Type), streamed.Select(f => f.Geometry?.Type));
        Assert.Equal((1000, 600), (image.Width, image.Height));
        Assert.Equal(MapTilerErrorReason.NotFound, unknown.Reason);
        Assert.NotNull((await client.Geolocation.GetAsync(new() { Elevation = true }, Cancel)).Elevation);
        Assert.NotEmpty(await client.Ogc.GetConformanceAsync(Cancel));
        Assert.NotEmpty((await client.Ogc.GetMapTilesAsync(MapIds.StreetsV4, Cancel)).Links);
        Assert.NotEmpty((await client.Ogc.GetTilesetTileMatrixSetAsync(TilesetIds.V3, Cancel)).Json.EnumerateObject());
    }

    [Fact]
    public async Task DownloadTilesAsync_returns_the_tiles_of_an_area()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        using var services = emulator.Services();
        var range = new TileRange(new BoundingBox(5.9, 45.8, 10.5, 47.8), 0, 7);

        var tiles = await CollectAsync(services.GetRequiredService<MapTilerClient>().Maps.DownloadTilesAsync(MapIds.StreetsV4, range, new() { TileSize = 256 }, cancellationToken: Cancel));

        Assert.Equal(range, tiles.Select(tile => tile.Tile));
        Assert.All(tiles, tile => Assert.True(tile.Bytes?.Length > 0 && tile.ContentType == "image/png", tile.Error?.Message));
    }

    private static async Task<List<T>> CollectAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }
}
