using MapTiler.Maps;
using MapTiler.Service;
using MapTiler.StaticMaps;
using MapTiler.Tiles;

namespace MapTiler.AotSmoke;

/// <summary>Each client once: what needs reflection would fail here.</summary>
internal static class EveryClient
{
    public static async Task CallAsync(MapTilerClient client, EmulatorProcess emulator, Action<string, string> print)
    {
        var style = await client.Maps.GetStyleAsync(MapIds.StreetsV4);
        print("style", $"{style.Name}: {string.Join(", ", style.Sources.Keys)}");
        using (var tile = await client.Maps.GetTileAsync(MapIds.StreetsV4, new(1, 0, 0)))
            print("map tile", $"{tile!.ContentType}, {(await tile.ReadBytesAsync()).Length > 0}");
        print("sprite", (await client.Maps.GetSpriteIndexAsync(style.Sprites[0])).Keys.First());
        print("WMTS", (await client.Maps.GetWmtsCapabilitiesAsync(MapIds.StreetsV4)).Root!.Name.LocalName);
        using (var map = await client.StaticMaps.GetAsync(MapIds.StreetsV4, StaticMapArea.Auto, new() { Width = 60, Height = 40, Markers = [new(new LngLat(8.5, 47.4))] }))
            print("static map", map.Content.FileExtension);
        var tileJson = await client.Tiles.GetTileJsonAsync(TilesetIds.V3);
        print("TileJSON", $"{tileJson.Format}, {tileJson.VectorLayers[0].Id}, {tileJson.Bounds}");
        await foreach (var tile in client.Tiles.DownloadTilesAsync(TilesetIds.V3, new TileRange(new BoundingBox(8, 47, 9, 48), 3)))
            print("download", $"{tile.Tile} {tile.FileExtension} {tile.Error?.Reason}");
        using (var glyphs = await client.Fonts.GetGlyphsAsync("Noto Sans Regular", 0))
            print("glyphs", glyphs.ContentType);
        print("image", $"{(await client.Images.GetAsync(EmulatorProcess.ImageId)).Width} pixels");
        print("OGC", string.Join(" ", (await client.Ogc.GetMapTilesAsync(MapIds.StreetsV4)).Links.Select(link => link.Rel).Distinct()));
        print("location", $"{(await client.Geolocation.GetAsync()).Location}");
        print("elevation", $"{await client.Elevation.GetAsync(new LngLat(8.5, 47.4)):0}");
        await foreach (var point in client.Elevation.GetProfileAsync([new LngLat(8.5, 47.4), new LngLat(8.6, 47.4)]))
            print("profile", $"{point.Distance:0} m: {point.Elevation:0} m");
        var projected = await client.Coordinates.TransformAsync(new LngLat(8.5, 47.4), new() { TargetCrs = 32632 });
        print("coordinates", $"{projected}");
        print("EPSG", (await client.Coordinates.SearchAsync("krovak", new() { DescribeTransformations = true })).Results[0].Name ?? "");
        var weather = await client.Weather.GetLatestAsync();
        print("weather", string.Join(", ", weather.Select(variable => $"{variable.Name} {variable.Decoding?.Channels}")));
        using var service = new MapTilerServiceClient(new MapTilerOptions { ServiceToken = emulator.ServiceToken, ServiceBaseAddress = emulator.ServiceBaseAddress });
        var key = await service.ApiKeys.CreateAsync(new() { Name = "smoke", Origins = ["example.com"] });
        print("key", $"{key.Name} for {string.Join(", ", key.Origins)}");
        await foreach (var listed in service.ApiKeys.ListAsync())
            print("listed", listed.Name ?? "");
        print("usage", (await service.Analytics.GetTimelineAsync(AnalyticsPeriod.Past30Days, AnalyticsClassifier.Services)).Series[0].Group.ToString());
        var tileset = await UploadAsync(service, "roads.mbtiles", "SQLite format 3"u8.ToArray());
        print("uploaded tiles", tileset.State.ToString());
        print("tileset", (await service.Tilesets.GetAsync(tileset.DocumentId!.Value)).Title ?? "");
        var dataset = await UploadAsync(service, "stops.geojson", """{"type":"FeatureCollection","features":[{"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[8.5,47.4]},"properties":{"name":"stop"}}]}"""u8.ToArray());
        var dataId = dataset.DocumentId!.Value.ToString();
        print("data", $"{(await client.Data.GetAsync(dataId)).Features[0].Properties["name"]}");
        await foreach (var feature in client.Data.StreamFeaturesAsync(dataId))
            print("feature", $"{feature.Id} {feature.Geometry?.Type}");
        print("check", (await client.CheckKeyAsync()).Status.ToString());
        using (var other = await client.GetAsync("/maps/streets-v4/style.json"))
            print("any path", other!.ContentType);
    }

    private static async Task<DatasetIngest> UploadAsync(MapTilerServiceClient service, string name, byte[] content)
    {
        using var file = new MemoryStream(content);
        return await service.Datasets.UploadAsync(file, name);
    }
}
