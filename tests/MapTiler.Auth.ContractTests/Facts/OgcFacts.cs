using static MapTiler.ContractTests.Sources;

namespace MapTiler.ContractTests;

/// <summary>OGC API - Tiles. The paths are those of MapTiler's documents, the bodies those of the standard.</summary>
internal static class OgcFacts
{
    private const string Conformance = "{ conformsTo: ['http://www.opengis.net/spec/ogcapi-*'+], ... }";
    private const string TileSets = "{ tilesets: [OgcTileset+], links?: [OgcLink], ... }";

    private static readonly Source Standard = Source.Document("https://docs.ogc.org/is/20-057/20-057.html");

    private static readonly Source Skills = Source.Document("https://github.com/maptiler/maptiler-skills/blob/main/skills/references/cloud-api-ogc.md");

    public static IReadOnlyList<Fact> List { get; } =
    [
        new("the conformance classes", "/ogc/conformance") { Json = Conformance, Source = OgcPage },
        new("the conformance classes at their other path", "/conformance") { Json = Conformance, Source = Skills },
        new("the tilesets of a map", "/maps/streets-v4/tiles") { Json = TileSets, Source = Standard },
        new("the tilesets of a map are images", "/maps/streets-v4/tiles") { Json = "{ tilesets: [{ dataType: 'map', ... }+], ... }", Source = Standard },
        new("the tilesets of a tileset", "/tiles/v4/tiles") { Json = TileSets, Source = Standard },
        new("the tilesets of a vector tileset are vectors", "/tiles/v4/tiles")
        {
            Json = "{ tilesets: [{ dataType: 'vector', ... }+], ... }", Source = Standard,
        },
        new("a tileset of a map", "/maps/streets-v4/tiles/WebMercatorQuad") { Json = "OgcTileset", Source = Standard },
        new("a tileset of a vector tileset", "/tiles/v4/tiles/WebMercatorQuad") { Json = "{ dataType: 'vector', links: [OgcLink+], ... }", Source = Standard },
        new("a tileset links to its tiles", "/tiles/v4/tiles/WebMercatorQuad")
        {
            Json = "{ links: [some { rel: 'item', href: '*{tileMatrix}*key=*', templated: true, ... }], ... }", Source = Standard,
        },
        new("a tileset links to its tile matrix set", "/maps/streets-v4/tiles/WebMercatorQuad")
        {
            Json = "{ links: [some { rel: 'http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme', ... }], ... }", Source = Standard,
        },
        new("the tile matrix set of a map", "/maps/streets-v4/tileMatrixSet") { Type = "application/json", Source = OgcPage },
        new("the tile matrix set of a tileset", "/tiles/v4/tileMatrixSet") { Type = "application/json", Source = OgcPage },
    ];
}
