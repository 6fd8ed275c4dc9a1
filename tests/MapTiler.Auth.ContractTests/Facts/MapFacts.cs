using static MapTiler.ContractTests.Sources;

namespace MapTiler.ContractTests;

/// <summary><c>/maps/{id}/</c>: viewer, raster tiles and their descriptions. Styles are in <see cref="StyleFacts"/>.</summary>
internal static class MapFacts
{
    private static readonly Source TileSizes =
        Source.Document("https://docs.maptiler.com/guides/maps-apis/maps-platform/difference-between-256x256-and-512x512-map-tiles/");

    public static IReadOnlyList<Fact> List { get; } =
    [
        new("the viewer of a map", "/maps/streets-v4/") { Type = "text/html", Text = "/<html/", Source = MapsPage },
        new("the viewer of a custom map", "/maps/{map}/") { Type = "text/html", Source = MapsPage },
        new("the viewer of a map may be embedded", "/maps/streets-v4/") { Headers = ["X-Frame-Options: -"], Source = MapsPage },

        new("a raster tile", "/maps/streets-v4/3/4/2.png") { Type = "image/png", Size = "512x512", Source = TileSizes },
        new("a raster tile of high resolution", "/maps/streets-v4/3/4/2@2x.png") { Type = "image/png", Size = "1024x1024", Source = TileSizes },
        new("a small raster tile", "/maps/streets-v4/256/3/4/2.png") { Type = "image/png", Size = "256x256", Source = TileSizes },
        new("a small raster tile of high resolution", "/maps/streets-v4/256/3/4/2@2x.png") { Type = "image/png", Size = "512x512", Source = TileSizes },
        new("a raster tile in JPEG", "/maps/streets-v4/256/3/4/2.jpg") { Type = "image/jpeg", Size = "256x256", Source = OpenApi },
        new("a raster tile in WebP", "/maps/streets-v4/256/3/4/2.webp") { Type = "image/webp", Size = "256x256", Source = OpenApi },
        new("a raster tile of imagery", "/maps/satellite-v4/256/3/4/2.jpg") { Type = "image/jpeg", Size = "256x256", Source = MapsPage },
        new("a raster tile of a custom map", "/maps/{map}/256/0/0/0.png") { Type = "image/png", Size = "256x256", Source = MapsPage },
        new("a raster tile outside of the world", "/maps/streets-v4/3/8/2.png") { Status = 400, Source = OpenApi },
        new("a raster tile of a negative row", "/maps/streets-v4/3/4/-1.png") { Status = 400, Source = OpenApi },
        new("a raster tile of another format", "/maps/streets-v4/3/4/2.gif") { Status = 400, Source = OpenApi },
        new("a small raster tile outside of the world", "/maps/streets-v4/256/3/4/8.png") { Status = 400, Source = OpenApi },
        new("a raster tile of a size that does not exist", "/maps/streets-v4/512/0/0/0.png") { Status = 404, Source = Source.Guess },

        new("the TileJSON of a map", "/maps/streets-v4/tiles.json")
        {
            Json = "{ format: 'png' | 'jpg' | 'webp', tiles: ['*/maps/streets-v4/{z}/{x}/{y}*?key=*'+], attribution: string, ... }",
            Source = JavaScriptClient,
        },
        new("the TileJSON of a map has the members of every TileJSON", "/maps/streets-v4/tiles.json") { Json = "TileJson", Source = JavaScriptClient },
        new("the TileJSON of a map with small tiles", "/maps/streets-v4/256/tiles.json")
        {
            Json = "{ tiles: ['*/maps/streets-v4/256/{z}/{x}/{y}*?key=*'+], ... }", Source = OpenApi,
        },
        new("the TileJSON of a custom map", "/maps/{map}/tiles.json") { Json = "TileJson", Source = OpenApi },

        new("the WMTS capabilities of a map", "/maps/streets-v4/WMTSCapabilities.xml")
        {
            Type = "text/xml", Text = "/<Capabilities.*<Layer>.*ResourceURL.*maps.streets-v4.*TileMatrix.*key=/", Source = OpenApi,
        },
        new("the WMTS capabilities of a custom map", "/maps/{map}/WMTSCapabilities.xml") { Type = "text/xml", Source = OpenApi },
    ];
}
