using static MapTiler.ContractTests.Sources;

namespace MapTiler.ContractTests;

/// <summary>Errors that are not those of a credential.</summary>
internal static class ErrorFacts
{
    private static readonly string TooLong = new('a', 8200);

    private static readonly (string Name, string Path)[] Missing =
    [
        ("the viewer of an unknown map", "/maps/no-such-map/"),
        ("the style of an unknown map", "/maps/no-such-map/style.json"),
        ("the TileJSON of an unknown map", "/maps/no-such-map/tiles.json"),
        ("a raster tile of an unknown map", "/maps/no-such-map/0/0/0.png"),
        ("the viewer of an unknown tileset", "/tiles/no-such-tileset/"),
        ("the TileJSON of an unknown tileset", "/tiles/no-such-tileset/tiles.json"),
        ("a tile of an unknown tileset", "/tiles/no-such-tileset/0/0/0"),
        ("an unknown dataset", "/data/00000000-0000-4000-8000-000000000000/features.json"),
        ("an unknown image", "/images/00000000-0000-4000-8000-000000000000/image.json"),
        ("a tile of an unknown image", "/images/00000000-0000-4000-8000-000000000000/0/0/0"),
    ];

    public static IReadOnlyList<Fact> List { get; } =
    [
        .. Missing.Select(e => new Fact(e.Name, e.Path) { Status = 404, Source = OpenApi }),
        new("a static map of an unknown map", "/maps/no-such-map/static/8.5,47.4,10/200x100.png") { As = Credential.PaidKey, Status = 404, Source = OpenApi },
        new("a path that does not exist", "/no-such-service/x.json")
        {
            Status = 404, Type = "text/plain", Text = "Not found", Source = Source.Capture("2022", "reported from live calls by a public geocoder"),
        },
        new("a geocoding path that does not exist", "/geocoding/Praha")
        {
            Status = 404, Text = "Not found", Source = Source.Capture("2022", "reported from live calls by a public geocoder"),
        },
        new("the URL of a style that is too long", $"/maps/streets-v4/style.json?x={TooLong}") { Status = 414, Source = OpenApi },
        new("the URL of a static map that is too long", $"/maps/streets-v4/static/auto/100x100.png?x={TooLong}")
        {
            As = Credential.PaidKey, Status = 414, Source = OpenApi,
        },
        new("the URL of a dataset that is too long", $"/data/{{dataset}}/features.json?x={TooLong}") { Status = 414, Source = DataPage },
        new("the URL of a TileJSON that is too long", $"/tiles/v4/tiles.json?x={TooLong}") { Status = 414, Source = TilesPage },
        new("a method that does not exist", "DELETE /geolocation/ip.json") { Status = 405, Source = Source.Guess },
        new("telemetry of the JavaScript SDK", "POST /metrics")
        {
            Body = "{}", As = Credential.ApiKey, Status = 200,
            Source = Source.Document("https://github.com/maptiler/maptiler-sdk-js/blob/main/src/Telemetry.ts"),
        },
    ];
}
