using static MapTiler.ContractTests.Sources;

namespace MapTiler.ContractTests;

/// <summary><c>/maps/{id}/static/</c>. A map costs fifteen requests, so only a few are sent to the live service.</summary>
internal static class StaticMapFacts
{
    private const string Costs = "a static map costs 15 requests";

    /// <summary>Path and query after <c>/maps/streets-v4/static/</c>.</summary>
    private static readonly (string Name, string Path)[] Invalid =
    [
        ("without a height", "8.5,47.4,10/100x0.png"),
        ("wider than 2048", "8.5,47.4,10/2049x100.png"),
        ("in another format", "8.5,47.4,10/100x100.gif"),
        ("east of the date line", "181,47.4,10/100x100.png"),
        ("north of the pole", "8.5,91,10/100x100.png"),
        ("of nothing", "auto/100x100.png"),
        ("with a path of one position", "auto/100x100.png?path=8.5,47.4"),
        ("with a path that is no path", "auto/100x100.png?path=8.5,47.4%7Cx,y"),
        ("with a marker without a latitude", "auto/100x100.png?markers=8.5"),
        ("with the credit in the middle", "8.5,47.4,10/100x100.png?attribution=middle"),
    ];

    /// <summary>What overlays are accepted.</summary>
    private static readonly (string Name, string Query)[] Overlays =
    [
        ("a path", "path=8.5,47.4%7C8.6,47.5"),
        ("a path with a style", "path=stroke:%23ff0000%7Cwidth:3%7Cfill:none%7C8.5,47.4%7C8.6,47.5%7C8.7,47.4"),
        ("an encoded path", "path=enc:_p~iF~ps%7CU_ulLnnqC_mqNvxq%60@"),
        ("two paths", "path=8.5,47.4%7C8.6,47.5&path=8.5,47.5%7C8.6,47.4"),
        ("a marker", "markers=8.5,47.4"),
        ("markers with colors", "markers=8.5,47.4,red%7C8.6,47.5,%2300ff00"),
        ("latitudes first", "latlng=true&markers=47.4,8.5"),
        ("a padding", "padding=0.3&markers=8.5,47.4%7C8.6,47.5"),
        ("no credit", "attribution=false&markers=8.5,47.4"),
        ("the credit at the top", "attribution=topleft&markers=8.5,47.4"),
        ("the shortest paths", "shortest=true&path=170,10%7C-170,10"),
        ("an icon", "markers=icon:https%3A%2F%2Fmaptiler-contract.example%2Ficon.png%7Canchor:bottom%7Cscale:2%7C8.5,47.4"),
        ("the older parameters of a path", "fill=red&stroke=blue&width=2&path=8.5,47.4%7C8.6,47.5"),
        ("the older encoded path", "encodedpath=_p~iF~ps%7CU_ulLnnqC"),
        ("form encoding", "path=8.5%2C47.4%7C8.6%2C47.5"),
    ];

    public static IReadOnlyList<Fact> List { get; } =
    [
        Map("by its center", "8.5,47.4,10/200x100.png", "image/png", "200x100", null),
        Map("by its bounds", "5.9,45.8,10.5,47.8/200x100.png", "image/png", "200x100", Costs),
        Map("around a marker", "auto/200x100.png?markers=8.5,47.4", "image/png", "200x100", Costs),
        Map("of high resolution", "8.5,47.4,10/200x100@2x.png", "image/png", "400x200", Costs),
        Map("in JPEG", "8.5,47.4,10/200x100.jpg", "image/jpeg", "200x100", Costs),
        Map("in WebP", "8.5,47.4,10/200x100.webp", "image/webp", "200x100", Costs),
        Map("of a fractional zoom", "8.5,47.4,10.5/200x100.png", "image/png", "200x100", Costs),
        Map("of the largest size", "8.5,47.4,1/2048x2048.jpg", "image/jpeg", "2048x2048", Costs),
        .. Invalid.Select(e => new Fact($"a static map {e.Name}", $"/maps/streets-v4/static/{e.Path}")
        {
            As = Credential.PaidKey, Status = 400, Source = OpenApi, EmulatorOnly = Costs,
        }),
        .. Overlays.Select(e => new Fact($"a static map with {e.Name}", $"/maps/streets-v4/static/auto/100x100.png?{e.Query}")
        {
            As = Credential.PaidKey, Type = "image/png", Size = "100x100", Source = StaticMapsPage, EmulatorOnly = Costs,
        }),
    ];

    private static Fact Map(string name, string path, string type, string size, string? emulatorOnly) =>
        new($"a static map {name}", $"/maps/streets-v4/static/{path}")
        {
            As = Credential.PaidKey, Type = type, Size = size, Source = OpenApi, EmulatorOnly = emulatorOnly,
        };
}
