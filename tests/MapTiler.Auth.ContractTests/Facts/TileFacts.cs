using static MapTiler.ContractTests.Sources;

namespace MapTiler.ContractTests;

/// <summary><c>/tiles/{id}/</c>: the tilesets of every account, and an own one. What v4 contains is in <see cref="PlanetFacts"/>.</summary>
internal static class TileFacts
{
    private const string OpenMapTiles =
        "aerodrome_label aeroway boundary building housenumber landcover landuse mountain_peak park place poi transportation " +
        "transportation_name water water_name waterway";

    private static readonly Source Schemas = Source.Document("https://docs.maptiler.com/schema/");

    /// <summary>Layers that a vector tileset declares.</summary>
    private static readonly (string Tileset, string Layers, Source Source)[] VectorTilesets =
    [
        ("v3", OpenMapTiles + " globallandcover", Styles2025),
        ("v3-openmaptiles", OpenMapTiles, Styles2025),
        ("contours", "contour contour_ft", Schemas),
        ("contours-v2", "contour contour_ft", Schemas),
        ("landform", "cliff cliff_label peak ridge ridge_label saddle volcano", Schemas),
        ("outdoor", "outdoor_poi ski trail", Schemas),
        ("ocean", "contour contour_line landform water_name", Schemas),
        ("land", "land", Styles2025),
        ("buildings", "building building_entrance building_label", Schemas),
        ("countries", "", Source.Document("https://github.com/maptiler/maptiler-sdk-js")),
    ];

    /// <summary>Attributes that a layer of a vector tileset declares.</summary>
    private static readonly (string Tileset, string Layer, string Attributes)[] Attributes =
    [
        ("contours", "contour", "height nth_line"),
        ("contours-v2", "contour", "height nth_line glacier"),
        ("contours-v2", "contour_ft", "height nth_line glacier"),
        ("landform", "peak", "name ele ele_ft iso_a2 rank"),
        ("landform", "volcano", "name ele ele_ft iso_a2 rank"),
        ("outdoor", "outdoor_poi", "name class subclass"),
        ("outdoor", "ski", "class subclass name ref difficulty grooming"),
        ("outdoor", "trail", "class name ref operator symbol network"),
        ("ocean", "contour_line", "depth"),
        ("ocean", "landform", "name class"),
        ("ocean", "water_name", "name class"),
        ("buildings", "building", "class subclass facade_color height height_min roof_color roof_shape underground"),
    ];

    private static readonly (string Tileset, string Format, Source Source)[] RasterTilesets =
    [
        ("satellite-v2", "jpg", Source.Capture("2026", "templates in the code of several public projects")),
        ("satellite-v4", "jpg", Source.Capture("2026", "used directly by more than eight public projects")),
        ("terrain-rgb-v2", "webp", Source.Capture("2026", "templates in the code of several public projects")),
        ("ocean-rgb", "webp", Source.Guess),
        ("land-gradient", "webp", Source.Guess),
        ("hand-drawn-hillshade", "webp", Source.Guess),
    ];

    public static IReadOnlyList<Fact> List { get; } =
    [
        new("the viewer of a tileset", "/tiles/v4/") { Type = "text/html", Text = "/<html/", Source = TilesPage },
        new("a TileJSON", "/tiles/v4/tiles.json") { Json = "TileJson", Source = JavaScriptClient },
        new("the version of a TileJSON", "/tiles/outdoor/tiles.json") { Json = "{ tilejson: '2.1.0', ... }", Source = TileCache },
        new("the zooms of v4", "/tiles/v4/tiles.json") { Json = "{ minzoom: 0, maxzoom: 15, ... }", Source = PlanetSchema },
        new("the zooms of outdoor", "/tiles/outdoor/tiles.json") { Json = "{ maxzoom: 14, ... }", Source = TileCache },
        new("the credit of v4", "/tiles/v4/tiles.json") { Json = "{ attribution: Credit, ... }", Source = Styles2025 },
        .. VectorTilesets.Select(t => new Fact($"the TileJSON of {t.Tileset}", $"/tiles/{t.Tileset}/tiles.json")
        {
            Json = $"{{ format: 'pbf', tiles: ['*/tiles/{t.Tileset}/{{z}}/{{x}}/{{y}}.pbf?key=*'+], ... }}", Source = t.Source,
        }),
        .. VectorTilesets.Where(t => t.Layers.Length > 0).Select(t => new Fact($"the layers of {t.Tileset}", $"/tiles/{t.Tileset}/tiles.json")
        {
            Json = $"{{ vector_layers: [{{ id: {string.Join(" | ", t.Layers.Split(' ').Select(l => $"'{l}'"))}, ... }}+], ... }}", Source = t.Source,
        }),
        .. Attributes.Select(l => new Fact($"the attributes of {l.Layer} in {l.Tileset}", $"/tiles/{l.Tileset}/tiles.json")
        {
            Json = $"{{ vector_layers: [some {{ id: '{l.Layer}', fields: {{ {string.Join(", ", l.Attributes.Split(' ').Select(a => $"{a}: any"))}, ... }}, ... }}], ... }}",
            Source = Schemas,
        }),
        new("v3 has a layer that v3-openmaptiles has not", "/tiles/v3/tiles.json")
        {
            Json = "{ vector_layers: [some { id: 'globallandcover', ... }], ... }", Source = Styles2025,
        },
        .. RasterTilesets.Select(t => new Fact($"the TileJSON of {t.Tileset}", $"/tiles/{t.Tileset}/tiles.json")
        {
            Json = $"{{ format: '{t.Format}', tiles: ['*/tiles/{t.Tileset}/{{z}}/{{x}}/{{y}}.{t.Format}?key=*'+], ... }}", Source = t.Source,
        }),

        new("a vector tile without an extension", "/tiles/v4/4/8/5") { Type = "application/x-protobuf", IsEmpty = false, Source = OpenApi },
        new("a vector tile", "/tiles/v4/4/8/5.pbf") { Type = "application/x-protobuf", IsEmpty = false, Source = TileCache },
        new("a vector tile of v3", "/tiles/v3/4/8/5.pbf") { Tile = "{ water: any, ... }", Source = Styles2025 },
        new("the places of v3", "/tiles/v3/4/8/5.pbf") { Tile = "{ place.features: [{ type: 'point', name: string, class: string, ... }+], ... }", Source = Styles2025 },
        new("the borders of v3", "/tiles/v3/4/8/5.pbf")
        {
            Tile = "{ boundary.features: [{ type: 'line', admin_level: integer, ... }+], ... }", Source = Styles2025,
        },
        new("a tile of contours", "/tiles/contours-v2/12/2135/1457.pbf")
        {
            Tile = "{ contour.features: [{ height: number, nth_line: 0 | 1 | 2 | 5 | 10, ... }+], ... }", Source = Schemas,
        },
        new("a tile of land", "/tiles/land/4/8/5.pbf") { Tile = "{ land.features: [{ type: 'polygon', ... }+], ... }", Source = Styles2025 },
        new("a tile of buildings", "/tiles/buildings/14/8580/5737.pbf") { Type = "application/x-protobuf", Source = Schemas },
        new("a tile of depths", "/tiles/ocean/4/7/5.pbf") { Type = "application/x-protobuf", Source = Schemas },
        new("a vector tile of v3-openmaptiles", "/tiles/v3-openmaptiles/4/8/5.pbf") { Tile = "{ water: any, ... }", Source = Styles2025 },
        new("a vector tile of the countries", "/tiles/countries/4/8/5.pbf") { Type = "application/x-protobuf", IsEmpty = false, Source = TilesPage },
        new("an image of the ground", "/tiles/satellite-v2/4/8/5.jpg") { Type = "image/jpeg", Source = TilesPage },
        new("a tile of elevations", "/tiles/terrain-rgb-v2/4/8/5.webp") { Type = "image/webp", Source = TilesPage },
        new("a vector tile without content", "/tiles/outdoor/14/0/8000.pbf") { Type = "application/x-protobuf", IsEmpty = true, Source = TileCache },
        new("a tile that an own tileset lacks", "/tiles/{tileset}/3/1/1") { Status = 204, IsEmpty = true, Source = OpenApi },
        new("a tile above the highest zoom", "/tiles/outdoor/15/0/0.pbf") { Status = 400, Source = TileCache },
        new("a tile outside of the world", "/tiles/v4/4/16/5.pbf") { Status = 400, Source = OpenApi },
        new("a tile of a negative zoom", "/tiles/v4/-1/0/0") { Status = 400, Source = Source.Guess },
        new("a tile with another extension", "/tiles/v4/4/8/5.png") { Status = 400, Source = Source.Guess },
        new("the TileJSON of an own tileset", "/tiles/{tileset}/tiles.json") { Json = "TileJson", Source = TilesPage },

        new("the WMTS capabilities of a tileset", "/tiles/satellite-v4/WMTSCapabilities.xml")
        {
            Type = "text/xml", Text = "/<Capabilities.*<Layer>.*ResourceURL.*tiles.satellite-v4.*TileMatrix.*key=/", Source = OpenApi,
        },
    ];
}
