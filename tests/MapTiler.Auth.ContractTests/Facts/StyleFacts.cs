using static MapTiler.ContractTests.Sources;

namespace MapTiler.ContractTests;

/// <summary><c>/maps/{id}/style.json</c>: the maps that everyone has, and what their styles name.</summary>
internal static class StyleFacts
{
    private const string CreditSource = "maptiler_attribution: CreditSource";
    private const string Planet = "maptiler_planet: { url: '*/tiles/v3/tiles.json?key=*', type: 'vector' }";
    private const string PlanetV4 = "maptiler_planet_v4: { url: '*/tiles/v4/tiles.json?key=*', type: 'vector' }";
    private const string Contours = "contours: { url: '*/tiles/contours-v2/tiles.json?key=*', type: 'vector' }";
    private const string Land = "land: { url: '*/tiles/land/tiles.json?key=*', type: 'vector' }";
    private const string Outdoor = "outdoor: { url: '*/tiles/outdoor/tiles.json?key=*', type: 'vector' }";
    private const string Terrain = "{ url: '*/tiles/terrain-rgb-v2/tiles.json?key=*', type: 'raster-dem' }";

    private static readonly Source Partial2026 = Source.Capture("2026-09", "github.com/scheperman/mykunda-com, maptiler/mykunda-hybrid.style.json");
    private static readonly Source Base2026 = Source.Capture("2026-09", "github.com/afcrossland/gridsim_electricprotocol, src/assets/map_gsc.json");
    private static readonly Source OpenStreetMap2026 =
        Source.Capture("2026-09", "github.com/rafambn/KMaP, DemoApp/shared/composeResources/files/map-tiler-osm.json");

    /// <summary>The sources of a style, without any other.</summary>
    private static readonly (string Map, string Sources, Source Source)[] SourcesByMap =
    [
        ("streets-v4", $"{PlanetV4}, {CreditSource}", Streets2026),
        ("base-v4", $"{PlanetV4}, {CreditSource}", Base2026),
        ("hybrid-v4", "maptiler_planet: { url: '*/tiles/v4/tiles.json?key=*', type: 'vector' }, satellite: { url: '*/tiles/satellite-v2/tiles.json?key=*', type: 'raster' }, ...", Partial2026),
        ("topo-v4", $"{PlanetV4}, {Contours}, landform: {{ url: '*/tiles/landform/tiles.json?key=*', type: 'vector' }}, ...", Source.Capture("2026", "the documentation of github.com/massif-maps/MassifMaps")),
        ("streets-v2", $"{Planet}, {CreditSource}", Styles2025),
        ("basic-v2", $"{Planet}, {CreditSource}", Styles2025),
        ("bright-v2", Planet, Styles2025),
        ("toner-v2", Planet, Styles2025),
        ("dataviz", $"{Planet}, {CreditSource}", Styles2025),
        ("topo-v2", $"{Planet}, {Contours}, terrain_rgb: {Terrain}, {CreditSource}", Styles2025),
        ("outdoor-v2", $"{Planet}, {Contours}, {Outdoor}, terrain-rgb: {Terrain}", Styles2025),
        ("winter-v2", $"{Planet}, {Contours}, {Outdoor}, terrain-rgb: {Terrain}", Styles2025),
        ("ocean", $"{Planet}, ocean: {{ url: '*/tiles/ocean/tiles.json?key=*', type: 'vector' }}, ocean_rgb: {{ url: '*/tiles/ocean-rgb/tiles.json?key=*', type: 'raster-dem' }}, terrain_rgb: {Terrain}, contours: {{ url: '*/tiles/contours/tiles.json?key=*', type: 'vector' }}, {Land}, {CreditSource}", Styles2025),
        ("backdrop", $"{Planet}, {Land}, terrain_rgb: {Terrain}, {CreditSource}", Styles2025),
        ("landscape", $"{Planet}, {Land}, land-gradient: {{ url: '*/tiles/land-gradient/tiles.json?key=*', type: 'raster' }}, hand_drawn_hillshade: {{ url: '*/tiles/hand-drawn-hillshade/tiles.json?key=*', type: 'raster' }}, terrain_rgb: {Terrain}, {CreditSource}", Styles2025),
        ("aquarelle", $"{Planet}, {Land}, {CreditSource}", Styles2025),
        ("openstreetmap", "openmaptiles: { url: '*/tiles/v3-openmaptiles/tiles.json?key=*', type: 'vector' }", OpenStreetMap2026),
    ];

    private static readonly (string Map, string Sprite, Source Source)[] SpritesByMap =
    [
        ("streets-v4", "[{ id: 'default' | 'misc' | 'transportation', url: '*/sprites/*/sprite' }+]", Streets2026),
        ("base-v4", "'*/sprites/019d2471-bb09-76a3-8579-649eaf1aac38/sprite'", Base2026),
        ("hybrid-v4", "'*/sprites/019d2471-bb09-76a3-8579-649eaf1aac38/sprite'", Partial2026),
        ("openstreetmap", "'*/sprites/019d2471-bb09-76a3-8579-65d9425a91f6/sprite'", OpenStreetMap2026),
        ("dataviz-v4-dark", "'*/maps/dataviz-v4-dark/sprite'", Source.Capture("2026-02", "github.com/somb1/jp-eew-viewer, public/dataviz-v4-dark.json")),
        ("streets-v2", "'*/maps/streets-v2/sprite'", Styles2025),
        ("outdoor-v2", "'*/maps/outdoor-v2/sprite'", Styles2025),
        ("ocean", "'*/maps/ocean/sprite'", Styles2025),
    ];

    /// <summary>The maps that MapTiler's client lists and the tables above lack.</summary>
    private static readonly string[] OtherMaps =
    [
        "streets-v4-dark", "streets-v4-pastel", "base-v4-dark", "base-v4-light", "base-v4-ai", "satellite-v4", "satellite-v4-dark", "hybrid-v4-dark", "hybrid",
        "outdoor-v4", "outdoor-v4-dark", "winter-v4", "winter-v4-dark", "winter-v2-dark", "topo-v4-dark", "topo-v4-pastel", "topo-v4-topographique",
        "dataviz-v4", "dataviz-v4-light", "backdrop-v4", "backdrop-v4-dark", "backdrop-v4-light", "landscape-v4", "landscape-v4-dark", "landscape-v4-vivid",
        "aquarelle-v4", "aquarelle-v4-dark", "aquarelle-v4-vivid", "ocean-v4", "ocean-v4-dark", "openstreetmap-dark", "bright-v2-dark", "bright-v2-light",
        "bright-v2-pastel",
    ];

    public static IReadOnlyList<Fact> List { get; } =
    [
        new("the members of a style", Style("streets-v4")) { Json = "Style", Source = Streets2026 },
        new("the members of an older style", Style("streets-v2")) { Json = "Style", Source = Styles2025 },
        new("the members of the style of a custom map", Style("{map}")) { Json = "Style", Source = Styles2025 },
        new("the id of a style is that of its map", Style("streets-v4")) { Json = "{ id: 'streets-v4', ... }", Source = Styles2025 },
        new("the start of a style", Style("streets-v4")) { Json = "{ center: [0, 0], zoom: 1, bearing: 0, pitch: 0, ... }", Source = Styles2025 },
        new("the groups of layers in a style", Style("streets-v4"))
        {
            Json = "{ metadata: { maptiler: { groups: [{ id: string, icon: string, name: string, layers: [string] }+], ... }, ... }, ... }", Source = Styles2025,
        },
        new("the halo and the space of a style", Style("base-v4"))
        {
            Json = "{ metadata: { maptiler: { halo: { scale: number, stops: [[number, string]+] }, space: { color: string, preset?: string }, ... }, ... }, ... }", Source = Base2026,
        },
        new("the credit of an older style", Style("topo-v2")) { Json = "{ metadata: { 'maptiler:copyright': string, ... }, ... }", Source = Styles2025 },
        new("the layers of a style read the schema v4", Style("streets-v4"))
        {
            Json = "{ layers: [some { source: 'maptiler_planet_v4', source-layer: 'water', ... }], ... }", Source = Styles2025,
        },
        new("the layers of an older style read the schema v3", Style("streets-v2"))
        {
            Json = "{ layers: [some { source: 'maptiler_planet', source-layer: 'transportation', ... }], ... }", Source = Styles2025,
        },
        new("the background of a style is land", Style("streets-v4")) { Json = "{ layers: [some { type: 'background', ... }], ... }", Source = Styles2025 },
        .. SourcesByMap.Select(m => new Fact($"the sources of {m.Map}", Style(m.Map)) { Json = $"{{ sources: {{ {m.Sources} }}, ... }}", Source = m.Source }),
        .. SpritesByMap.Select(m => new Fact($"the sprite of {m.Map}", Style(m.Map)) { Json = $"{{ sprite: {m.Sprite}, ... }}", Source = m.Source }),
        .. OtherMaps.Select(map => new Fact($"there is a map {map}", Style(map)) { Json = $"{{ version: 8, id: '{map}', ... }}", Source = MapIds }),
    ];

    private static string Style(string map) => $"/maps/{map}/style.json";
}
