using static MapTiler.ContractTests.Sources;

namespace MapTiler.ContractTests;

/// <summary><c>/weather/latest.json</c>.</summary>
internal static class WeatherFacts
{
    private static readonly string[] Variables =
    [
        "temperature-2m:gfs", "pressure-msl:gfs", "precipitation-1h:gfs", "frozen_precipitation-1h:gfs", "wind-10m:gfs", "radar-composite:gfs",
        "cloud_cover-total:gfs",
    ];

    public static IReadOnlyList<Fact> List { get; } =
    [
        new("the weather", "/weather/latest.json") { Json = "{ variables: [WeatherVariable+], ... }", Source = WeatherPage },
        .. Variables.Select(id => new Fact($"the weather has {id}", "/weather/latest.json")
        {
            Json = $"{{ variables: [some {{ metadata.weather_variable.variable_id: '{id}', ... }}], ... }}",
            Source = Source.Document("https://www.npmjs.com/package/@maptiler/weather"),
        }),
        new("a tile of the weather", "/tiles/{found-keyframe}/0/0/0.png") { Type = "image/png", Size = "256x256", Source = WeatherPage },
        new("the wind is decoded from two channels", "/weather/latest.json")
        {
            Json = "{ variables: [some { metadata.weather_variable: { variable_id: 'wind-10m:gfs', decoding.channels: 'rg', ... }, ... }], ... }",
            Source = WeatherPage,
        },
        new("the weather is in Web Mercator", "/weather/latest.json")
        {
            Json = "{ variables: [{ spatial_ref_sys?: { auth_name: 'EPSG', auth_srid: '3857', wkt?: string }, tile_format: 'png', ... }+], ... }",
            Source = WeatherPage,
        },
    ];
}
