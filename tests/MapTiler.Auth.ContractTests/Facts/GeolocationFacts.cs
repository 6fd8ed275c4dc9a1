using static MapTiler.ContractTests.Sources;

namespace MapTiler.ContractTests;

/// <summary><c>/geolocation/ip.json</c>.</summary>
internal static class GeolocationFacts
{
    public static IReadOnlyList<Fact> List { get; } =
    [
        new("the location of the caller", "/geolocation/ip.json")
        {
            Json = """
                {
                  country?: string, country_code?: /^[A-Z]{2}$/, country_bounds?: Bounds, country_languages?: [Language], continent?: string, continent_code?: string,
                  eu?: boolean, city?: string, latitude?: Latitude, longitude?: Longitude, postal?: string, region?: string, region_code?: string,
                  timezone?: '*/*', elevation?: number
                }
                """,
            Source = GeolocationPage,
        },
        new("the members of the location of the caller", "/geolocation/ip.json")
        {
            Json = """
                {
                  country_code: string, country: string, country_bounds: Bounds, country_languages: [Language+], continent: string, continent_code: string,
                  eu: boolean, city: string, latitude: number, longitude: number, postal: string, region: string, region_code: string, timezone: string
                }
                """,
            Source = Source.Capture("2025", "a response in a comment of a public Vue composable"),
        },
        new("the location of the caller with its elevation", "/geolocation/ip.json?elevation=true")
        {
            Json = "{ elevation: number, ... }", Source = GeolocationPage,
        },
        new("the location of the caller with a flag that is no boolean", "/geolocation/ip.json?elevation=maybe") { Status = 400, Source = Source.Guess },
    ];
}
