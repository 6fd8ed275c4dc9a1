using static MapTiler.ContractTests.Sources;

namespace MapTiler.ContractTests;

/// <summary><c>/coordinates/search/</c> and <c>/coordinates/transform/</c>.</summary>
internal static class CoordinateFacts
{
    public static IReadOnlyList<Fact> List { get; } =
    [
        new("a search of coordinate systems", "/coordinates/search/mercator.json")
        {
            Json = "{ results: [CoordinateItem+], total: integer }", Source = CoordinatesPage,
        },
        new("a search by code", "/coordinates/search/code:4326.json")
        {
            Json = "{ results: [some { id: { authority: 'EPSG', code: 4326 }, kind: 'CRS*', name: 'WGS 84', ... }], ... }", Source = CoordinatesPage,
        },
        new("a search with a limit", "/coordinates/search/mercator.json?limit=1") { Json = "{ results: [any+], total: 1..100000 }", Source = CoordinatesPage },
        new("a search beyond its end", "/coordinates/search/code:4326.json?offset=1000") { Json = "{ results: [], total: integer }", Source = CoordinatesPage },
        new("a search without transformations has codes", "/coordinates/search/code:5514.json?limit=1")
        {
            Json = "{ results: [{ transformations?: [integer], ... }+], ... }", Source = CoordinatesPage,
        },
        new("a search with transformations", "/coordinates/search/code:5514.json?limit=1&transformations=true")
        {
            Json = "{ results: [{ transformations: [CoordinateTransformation+], ... }+], ... }", Source = CoordinatesPage,
        },
        new("a search with exports", "/coordinates/search/code:4326.json?limit=1&exports=true")
        {
            Json = "{ results: [{ exports: { proj4?: string, wkt?: string }, ... }+], ... }", Source = CoordinatesPage,
        },
        new("a search without exports", "/coordinates/search/code:4326.json?limit=1")
        {
            Json = "{ results: [CoordinateItem+], total: integer }", Source = CoordinatesPage,
        },
        new("a search that finds no system", "/coordinates/search/jsajhgsdkfjhsfkjhal.json") { Json = "{ results: [], total: 0 }", Source = CoordinatesPage },
        new("a search of every kind", "/coordinates/search/finland%20deprecated%3A*%20kind%3A*.json")
        {
            Json = "{ results: [CoordinateItem], total: integer }", Source = CoordinatesPage,
        },
        new("a search of one kind", "/coordinates/search/kind%3ACRS-PROJCRS.json") { Json = "{ results: [{ kind: 'CRS-PROJCRS', ... }+], ... }", Source = CoordinatesPage },
        new("a search of a kind that does not exist", "/coordinates/search/kind%3ACAR.json") { Status = 400, Source = Source.Guess },
        new("a search with a limit above fifty", "/coordinates/search/mercator.json?limit=51") { Status = 400, Source = CoordinatesPage },
        new("a search with a negative offset", "/coordinates/search/mercator.json?offset=-1") { Status = 400, Source = CoordinatesPage },

        new("a transformation", "/coordinates/transform/17,50.json?t_srs=3857")
        {
            Json = "{ results: [{ x: 1892431.3..1892431.4, y: 6446275.8..6446275.9 }+], transformer_selection_strategy: 'auto' }",
            Source = CoordinatesPage,
        },
        new("a transformation of two points", "/coordinates/transform/17,50;17,50,300.json")
        {
            Json = "{ results: [{ x: 17, y: 50 }, { x: 17, y: 50, z: 300 }], transformer_selection_strategy: string }", Source = CoordinatesPage,
        },
        new("a transformation by a listed operation", "/coordinates/transform/17,50.json?t_srs=5514&ops=1623")
        {
            Json = "{ results: [{ x: number, y: number }+], transformer_selection_strategy: 'listed' }", Source = CoordinatesPage,
        },
        new("a transformation from another system", "/coordinates/transform/1892431,6446276.json?s_srs=3857")
        {
            Json = "{ results: [{ x: 16.99..17.01, y: 49.99..50.01 }+], ... }", Source = CoordinatesPage,
        },
        new("a transformation of half a point", "/coordinates/transform/17.json") { Status = 400, Source = Source.Guess },
        new("a transformation to an unknown system", "/coordinates/transform/17,50.json?t_srs=1") { Status = 400, Source = Source.Guess },
        new("a transformation of more than fifty points", $"/coordinates/transform/{string.Join(';', Enumerable.Repeat("17,50", 51))}.json")
        {
            Status = 400, Source = CoordinatesPage,
        },
    ];
}
