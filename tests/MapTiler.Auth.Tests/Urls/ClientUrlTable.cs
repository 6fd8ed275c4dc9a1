using MapTiler.Coordinates;
using MapTiler.Elevation;
using MapTiler.Maps;
using MapTiler.StaticMaps;
using MapTiler.Tiles;
using MapTiler.Weather;

namespace MapTiler.Tests.Urls;

/// <summary>Every documented path of the public API, the method that requests it, and the requested URL.</summary>
internal static class ClientUrlTable
{
    private static readonly LngLat Brno = LngLat.FromLatLng(49.1952, 16.6068);

    public static readonly IReadOnlyList<ClientUrl> Rows =
    [
        new("/maps/{mapId}/", "GetAsync", (c, t) => c.GetAsync("/maps/streets-v4/", t), "/maps/streets-v4/"),
        new("/maps/{mapId}/style.json", "Maps.GetStyleAsync", (c, t) => c.Maps.GetStyleAsync("streets-v4", t), "/maps/streets-v4/style.json"),
        new("/maps/{mapId}/style.json", "Maps.GetAttributionAsync", (c, t) => c.Maps.GetAttributionAsync("streets-v4", t), "/maps/streets-v4/style.json"),
        new("/maps/{mapId}/sprite{scale}.{format}", "Maps.GetSpriteIndexAsync", (c, t) => c.Maps.GetSpriteIndexAsync(Sprite("maps/streets-v4"), cancellationToken: t), "/maps/streets-v4/sprite.json"),
        new("/maps/{mapId}/sprite{scale}.{format}", "Maps.GetSpriteImageAsync", (c, t) => c.Maps.GetSpriteImageAsync(Sprite("maps/streets-v4"), highDpi: true, t), "/maps/streets-v4/sprite@2x.png"),
        new("/maps/{mapId}/{z}/{x}/{y}{scale}.{format}", "Maps.GetTileAsync", (c, t) => c.Maps.GetTileAsync("streets-v4", new(3, 4, 2), new() { HighDpi = true, Format = ImageFormat.WebP }, t), "/maps/streets-v4/3/4/2@2x.webp"),
        new("/maps/{mapId}/256/{z}/{x}/{y}{scale}.{format}", "Maps.DownloadTilesAsync", (c, t) => DrainAsync(c.Maps.DownloadTilesAsync("streets-v4", [new(3, 4, 2)], new() { TileSize = 256 }, cancellationToken: t)), "/maps/streets-v4/256/3/4/2.png"),
        new("/maps/{mapId}/tiles.json", "Maps.GetTileJsonAsync", (c, t) => c.Maps.GetTileJsonAsync("streets-v4", cancellationToken: t), "/maps/streets-v4/tiles.json"),
        new("/maps/{mapId}/256/tiles.json", "Maps.GetTileJsonAsync", (c, t) => c.Maps.GetTileJsonAsync("streets-v4", 256, t), "/maps/streets-v4/256/tiles.json"),
        new("/maps/{mapId}/WMTSCapabilities.xml", "Maps.GetWmtsCapabilitiesAsync", (c, t) => c.Maps.GetWmtsCapabilitiesAsync("streets-v4", t), "/maps/streets-v4/WMTSCapabilities.xml"),
        new("/maps/{mapId}/tiles", "Ogc.GetMapTilesAsync", (c, t) => c.Ogc.GetMapTilesAsync("streets-v4", t), "/maps/streets-v4/tiles"),
        new("/maps/{mapId}/tileMatrixSet", "Ogc.GetMapTileMatrixSetAsync", (c, t) => c.Ogc.GetMapTileMatrixSetAsync("streets-v4", t), "/maps/streets-v4/tileMatrixSet"),
        new("/maps/{mapId}/tiles/{tileMatrixSetId}", "Ogc.GetMapTileMatrixSetAsync", (c, t) => c.Ogc.GetMapTileMatrixSetAsync("streets-v4", t), "/maps/streets-v4/tiles/WebMercatorQuad") { FirstIsAbsent = true },
        new("/maps/{mapId}/static/{lon},{lat},{zoom}/{width}x{height}{scale}.{format}", "StaticMaps.GetAsync", (c, t) => c.StaticMaps.GetAsync("base-v4", new MapView(Brno, 9.5), cancellationToken: t), "/maps/base-v4/static/16.6068,49.1952,9.5/1024x1024.png"),
        new("/maps/{mapId}/static/{minx},{miny},{maxx},{maxy}/{width}x{height}{scale}.{format}", "StaticMaps.GetAsync", (c, t) => c.StaticMaps.GetAsync("base-v4", new BoundingBox(8, 47, 9, 48), new() { Width = 600, Height = 300, HighDpi = true }, t), "/maps/base-v4/static/8,47,9,48/600x300@2x.png"),
        new("/maps/{mapId}/static/auto/{width}x{height}{scale}.{format}", "StaticMaps.GetAsync", (c, t) => c.StaticMaps.GetAsync("base-v4", StaticMapArea.Auto, new() { Markers = [new(Brno)] }, t), "/maps/base-v4/static/auto/1024x1024.png?markers=16.6068,49.1952"),
        new("/tiles/{tilesId}/", "GetAsync", (c, t) => c.GetAsync("/tiles/v3/", t), "/tiles/v3/"),
        new("/tiles/{tilesId}/{z}/{x}/{y}", "Tiles.GetTileAsync", (c, t) => c.Tiles.GetTileAsync("v3", new(3, 4, 2), cancellationToken: t), "/tiles/v3/3/4/2"),
        new("/tiles/{tilesId}/{z}/{x}/{y}", "Tiles.DownloadTilesAsync", (c, t) => DrainAsync(c.Tiles.DownloadTilesAsync("v3", [new(3, 4, 2)], "pbf", cancellationToken: t)), "/tiles/v3/3/4/2.pbf"),
        new("/tiles/{tilesId}/tiles.json", "Tiles.GetTileJsonAsync", (c, t) => c.Tiles.GetTileJsonAsync("v3", t), "/tiles/v3/tiles.json"),
        new("/tiles/{tilesId}/WMTSCapabilities.xml", "Tiles.GetWmtsCapabilitiesAsync", (c, t) => c.Tiles.GetWmtsCapabilitiesAsync("v3", t), "/tiles/v3/WMTSCapabilities.xml"),
        new("/tiles/{tilesId}/tiles", "Ogc.GetTilesetTilesAsync", (c, t) => c.Ogc.GetTilesetTilesAsync("v3", t), "/tiles/v3/tiles"),
        new("/tiles/{tilesId}/tileMatrixSet", "Ogc.GetTilesetTileMatrixSetAsync", (c, t) => c.Ogc.GetTilesetTileMatrixSetAsync("v3", t), "/tiles/v3/tileMatrixSet"),
        new("/tiles/{tilesId}/tiles/{tileMatrixSetId}", "Ogc.GetTilesetTileMatrixSetAsync", (c, t) => c.Ogc.GetTilesetTileMatrixSetAsync("v3", t), "/tiles/v3/tiles/WebMercatorQuad") { FirstIsAbsent = true },
        new("/ogc/conformance", "Ogc.GetConformanceAsync", (c, t) => c.Ogc.GetConformanceAsync(t), "/ogc/conformance"),
        new("/conformance", "Ogc.GetConformanceAsync", (c, t) => c.Ogc.GetConformanceAsync(t), "/conformance") { FirstIsAbsent = true },
        new("/fonts/{fontstack}/{start}-{end}.pbf", "Fonts.GetGlyphsAsync", (c, t) => c.Fonts.GetGlyphsAsync("Roboto Medium,Noto Sans Regular", 256, t), "/fonts/Roboto%20Medium,Noto%20Sans%20Regular/256-511.pbf"),
        new("/sprites/{spriteId}/sprite{scale}.{format}", "Maps.GetSpriteIndexAsync", (c, t) => c.Maps.GetSpriteIndexAsync(Sprite("sprites/v4"), highDpi: true, t), "/sprites/v4/sprite@2x.json"),
        new("/sprites/{spriteId}/sprite{scale}.{format}", "Maps.GetSpriteImageAsync", (c, t) => c.Maps.GetSpriteImageAsync(Sprite("sprites/v4"), cancellationToken: t), "/sprites/v4/sprite.png"),
        new("/data/{dataId}/features.json", "Data.GetAsync", (c, t) => c.Data.GetAsync("d", t), "/data/d/features.json"),
        new("/data/{dataId}/features.json", "Data.StreamFeaturesAsync", (c, t) => DrainAsync(c.Data.StreamFeaturesAsync("d", t)), "/data/d/features.json"),
        new("/images/{imageId}/image.json", "Images.GetAsync", (c, t) => c.Images.GetAsync("i", t), "/images/i/image.json"),
        new("/images/{imageId}/{z}/{x}/{y}", "Images.GetTileAsync", (c, t) => c.Images.GetTileAsync("i", new(3, 4, 2), t), "/images/i/3/4/2"),
        new("/geocoding/{query}.json", "Geocoding.SearchAsync", (c, t) => c.Geocoding.SearchAsync("Praha 1", new() { Limit = 1 }, t), "/geocoding/Praha%201.json?limit=1"),
        new("/geocoding/{longitude},{latitude}.json", "Geocoding.ReverseAsync", (c, t) => c.Geocoding.ReverseAsync(Brno, cancellationToken: t), "/geocoding/16.6068,49.1952.json"),
        new("/geocoding/{id}.json", "Geocoding.GetByIdAsync", (c, t) => c.Geocoding.GetByIdAsync("country.1", cancellationToken: t), "/geocoding/country.1.json"),
        new("/geocoding/{queries}.json", "Geocoding.BatchAsync", (c, t) => DrainAsync(c.Geocoding.BatchAsync([new LngLat(8, 47), "Brno"], cancellationToken: t)), "/geocoding/8,47;Brno.json"),
        new("/geolocation/ip.json", "Geolocation.GetAsync", (c, t) => c.Geolocation.GetAsync(new() { Elevation = true }, t), "/geolocation/ip.json?elevation=true"),
        new("/elevation/{locations}.json", "Elevation.GetAsync", (c, t) => c.Elevation.GetAsync(Brno, new() { Unit = ElevationUnit.Feet }, t), "/elevation/16.6068,49.1952.json?unit=feet"),
        new("/elevation/{locations}.json", "Elevation.BatchAsync", (c, t) => DrainAsync(c.Elevation.BatchAsync([Brno, new LngLat(8, 47)], cancellationToken: t)), "/elevation/16.6068,49.1952;8,47.json"),
        new("/elevation/{locations}.json", "Elevation.GetProfileAsync", (c, t) => DrainAsync(c.Elevation.GetProfileAsync([Brno, new LngLat(17, 49)], cancellationToken: t)), "/elevation/16.6068,49.1952;17,49.json"),
        new("/tiles/{tilesId}/{z}/{x}/{y}", "Elevation.ComputeAsync", (c, t) => DrainAsync(c.Elevation.ComputeAsync([Brno], _ => new RgbaImage(1, 1, new byte[4]), cancellationToken: t)), "/tiles/terrain-rgb-v2/1/1/0.png"),
        new("/coordinates/search/{query}.json", "Coordinates.SearchAsync", (c, t) => c.Coordinates.SearchAsync("Finland", new() { Kind = CoordinateKind.Datum }, t), "/coordinates/search/Finland%20kind%3ADATUM.json"),
        new("/coordinates/search/{query}.json", "Coordinates.SearchAllAsync", (c, t) => DrainAsync(c.Coordinates.SearchAllAsync("Finland", cancellationToken: t)), "/coordinates/search/Finland.json?limit=50&offset=0"),
        new("/coordinates/transform/{coordinates}.json", "Coordinates.TransformAsync", (c, t) => c.Coordinates.TransformAsync(Brno, new() { TargetCrs = 5514 }, t), "/coordinates/transform/16.6068,49.1952.json?t_srs=5514"),
        new("/coordinates/transform/{coordinates}.json", "Coordinates.TransformBatchAsync", (c, t) => DrainAsync(c.Coordinates.TransformBatchAsync([new ProjectedPoint(Brno.Longitude, Brno.Latitude), new(17, 50, 300)], new(), cancellationToken: t)), "/coordinates/transform/16.6068,49.1952;17,50,300.json"),
        new("/weather/latest.json", "Weather.GetLatestAsync", (c, t) => c.Weather.GetLatestAsync(t), "/weather/latest.json"),
        new("/tiles/{tilesId}/{z}/{x}/{y}", "Weather.GetTileAsync", (c, t) => c.Weather.GetTileAsync(new WeatherKeyframe { Id = "k" }, new(1, 1, 0), "png", t), "/tiles/k/1/1/0.png"),
    ];

    private static StyleSprite Sprite(string path) => new() { Url = $"https://api.maptiler.com/{path}/sprite" };

    private static async Task DrainAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var _ in items)
        {
        }
    }
}
