using static MapTiler.ContractTests.Sources;

namespace MapTiler.ContractTests;

/// <summary><c>/elevation/</c>.</summary>
internal static class ElevationFacts
{
    public static IReadOnlyList<Fact> List { get; } =
    [
        new("the elevation at one location", "/elevation/17,50.json") { Json = "[[17, 50, number]+]", Source = ElevationPage },
        new("the elevations at two locations", "/elevation/17,50;-133.5,58.39.json")
        {
            Json = "[[17, 50, number], [-133.5, 58.39, number]]", Source = ElevationPage,
        },
        new("an elevation in feet", "/elevation/17,50.json?unit=feet") { Json = "[[17, 50, number]+]", Source = ElevationPage },
        new("an elevation in an unknown unit", "/elevation/17,50.json?unit=miles") { Status = 400, Source = ElevationPage },
        new("the elevation at the date line", "/elevation/180,0.json") { Status = 400, Source = ElevationPage },
        new("the elevation at the northern limit", "/elevation/17,85.json") { Json = "[[17, 85, number]+]", Source = ElevationPage },
        new("the elevation beyond the northern limit", "/elevation/17,85.01.json") { Status = 400, Source = ElevationPage },
        new("the elevation at half a location", "/elevation/17.json") { Status = 400, Source = ElevationPage },
        new("the elevations at more than fifty locations", $"/elevation/{string.Join(';', Enumerable.Repeat("17,50", 51))}.json")
        {
            Status = 400, Source = ElevationPage,
        },
    ];
}
