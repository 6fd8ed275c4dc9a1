using static MapTiler.ContractTests.Sources;

namespace MapTiler.ContractTests;

/// <summary><c>/maps/{id}/style.json</c>: the maps of every account, and the sources and sprites of their styles.</summary>
internal static class StyleFacts
{
    private static readonly Source Hybrid2026 = Source.Capture("2026-09", "github.com/scheperman/mykunda-com, maptiler/mykunda-hybrid.style.json");
    private static readonly Source Base2026 = Source.Capture("2026-09", "github.com/afcrossland/gridsim_electricprotocol, src/assets/map_gsc.json");
    private static readonly Source OpenStreetMap2026 =
        Source.Capture("2026-09", "github.com/rafambn/KMaP, DemoApp/shared/composeResources/files/map-tiler-osm.json");

    /// <summary>The sources of a style as <c>id=tileset</c>; <c>credit</c> is the one that carries the credit, <c>...</c> allows others.</summary>
    private static readonly (string Map, string Sources, Source Source)[] SourcesByMap =
    [
        ("streets-v4", "maptiler_planet_v4=v4 credit", Streets2026),
        ("base-v4", "maptiler_planet_v4=v4 credit", Base2026),
        ("hybrid-v4", "maptiler_planet=v4 satellite=satellite-v2 ...", Hybrid2026),
        ("topo-v4", "maptiler_planet_v4=v4 contours=contours-v2 landform=landform ...", Source.Capture("2026", "the documentation of github.com/massif-maps/MassifMaps")),
        ("streets-v2", "maptiler_planet=v3 credit", Styles2025),
        ("basic-v2", "maptiler_planet=v3 credit", Styles2025),
        ("bright-v2", "maptiler_planet=v3", Styles2025),
        ("toner-v2", "maptiler_planet=v3", Styles2025),
        ("dataviz", "maptiler_planet=v3 credit", Styles2025),
        ("topo-v2", "maptiler_planet=v3 contours=contours-v2 terrain_rgb=terrain-rgb-v2 credit", Styles2025),
        ("outdoor-v2", "maptiler_planet=v3 contours=contours-v2 outdoor=outdoor terrain-rgb=terrain-rgb-v2", Styles2025),
        ("winter-v2", "maptiler_planet=v3 contours=contours-v2 outdoor=outdoor terrain-rgb=terrain-rgb-v2", Styles2025),
        ("ocean", "maptiler_planet=v3 ocean=ocean ocean_rgb=ocean-rgb terrain_rgb=terrain-rgb-v2 contours=contours land=land credit", Styles2025),
        ("backdrop", "maptiler_planet=v3 land=land terrain_rgb=terrain-rgb-v2 credit", Styles2025),
        ("landscape", "maptiler_planet=v3 land=land land-gradient=land-gradient hand_drawn_hillshade=hand-drawn-hillshade terrain_rgb=terrain-rgb-v2 credit", Styles2025),
        ("aquarelle", "maptiler_planet=v3 land=land credit", Styles2025),
        ("openstreetmap", "openmaptiles=v3-openmaptiles", OpenStreetMap2026),
    ];

    private static readonly (string Map, string Sprite, Source Source)[] SpritesByMap =
    [
        ("streets-v4", "[{ id: 'default' | 'misc' | 'transportation', url: '*/sprites/*/sprite' }+]", Streets2026),
        ("base-v4", "'*/sprites/019d2471-bb09-76a3-8579-649eaf1aac38/sprite'", Base2026),
        ("hybrid-v4", "'*/sprites/019d2471-bb09-76a3-8579-649eaf1aac38/sprite'", Hybrid2026),
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
            Json = "{ metadata.maptiler.groups: [{ id: string, icon: string, name: string, layers: [string] }+], ... }", Source = Styles2025,
        },
        new("the halo and the space of a style", Style("base-v4"))
        {
            Json = "{ metadata.maptiler: { halo: { scale: number, stops: [[number, string]+] }, space: { color: string, preset?: string }, ... }, ... }",
            Source = Base2026,
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
        .. SourcesByMap.Select(m => new Fact($"the sources of {m.Map}", Style(m.Map))
        {
            Json = $"{{ sources: {{ {string.Join(", ", m.Sources.Split(' ').Select(Shaped))} }}, ... }}", Source = m.Source,
        }),
        .. SpritesByMap.Select(m => new Fact($"the sprite of {m.Map}", Style(m.Map)) { Json = $"{{ sprite: {m.Sprite}, ... }}", Source = m.Source }),
        .. OtherMaps.Select(map => new Fact($"there is a map {map}", Style(map)) { Json = $"{{ version: 8, id: '{map}', ... }}", Source = MapIds }),
    ];

    private static string Shaped(string source) => source.Split('=') switch
    {
        ["credit"] => "maptiler_attribution: CreditSource",
        [var id, var tileset] => $"{id}: {{ url: '*/tiles/{tileset}/tiles.json?key=*', type: '{TypeOf(tileset)}' }}",
        _ => source,
    };

    private static string TypeOf(string tileset) => tileset switch
    {
        "terrain-rgb-v2" or "ocean-rgb" => "raster-dem",
        "satellite-v2" or "land-gradient" or "hand-drawn-hillshade" => "raster",
        _ => "vector",
    };

    private static string Style(string map) => $"/maps/{map}/style.json";
}
