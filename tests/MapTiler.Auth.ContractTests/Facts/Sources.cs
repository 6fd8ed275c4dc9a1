namespace MapTiler.ContractTests;

/// <summary>The sources that more than one fact has.</summary>
internal static class Sources
{
    public static Source MapsPage { get; } = Page("maps/");

    public static Source StaticMapsPage { get; } = Page("static-maps/");

    public static Source TilesPage { get; } = Page("tiles/");

    public static Source FontsPage { get; } = Page("fonts/");

    public static Source OgcPage { get; } = Page("ogc/");

    public static Source DataPage { get; } = Page("data/");

    public static Source ImagesPage { get; } = Page("images/");

    public static Source GeocodingPage { get; } = Page("geocoding/");

    public static Source GeolocationPage { get; } = Page("geolocation/");

    public static Source ElevationPage { get; } = Page("elevation/");

    public static Source CoordinatesPage { get; } = Page("coordinates/");

    public static Source WeatherPage { get; } = Page("weather/");

    public static Source KeyPage { get; } = Page("authentication-key");

    public static Source TokenPage { get; } = Page("authentication-token");

    /// <summary>The OpenAPI document of api.maptiler.com.</summary>
    public static Source OpenApi { get; } = Source.Document("https://docs.maptiler.com/_data/cloud/api/openapi.yml");

    public static Source RestrictionsPage { get; } =
        Source.Document("https://docs.maptiler.com/guides/maps-apis/maps-platform/how-to-protect-your-map-key/");

    public static Source SigningPage { get; } = Source.Document(
        "https://docs.maptiler.com/guides/maps-apis/maps-platform/how-to-use-credentials-to-securely-sign-requests-to-maptiler-cloud-api");

    public static Source CachingPage { get; } =
        Source.Document("https://docs.maptiler.com/guides/maps-apis/maps-platform/how-are-the-tile-requests-cached/");

    public static Source PlanetSchema { get; } =
        Source.Document("https://github.com/maptiler/maptiler-skills/blob/main/skills/references/map-resources-schemas-planet-v4.md");

    public static Source MapIds { get; } = Source.Document("https://github.com/maptiler/maptiler-client-js/blob/main/src/mapstyle.ts");

    public static Source JavaScriptClient { get; } = Source.Document("https://github.com/maptiler/maptiler-client-js");

    public static Source Styles2025 { get; } = Source.Capture("2025-11-07", "github.com/rafambn/KMaP, KMaP/src/jvmTest/resources/style");

    public static Source Streets2026 { get; } =
        Source.Capture("2026-09", "github.com/rafambn/KMaP, DemoApp/shared/composeResources/files/map-tiler-streets.json");

    public static Source InvalidKey { get; } = Source.Capture("2026-08", "the text of live calls in four public projects, the first of 2022");

    public static Source RefusedImage { get; } =
        Source.Capture("2026-08", "reported from live calls: the words by eight public projects, statustext by two, X-MAPTILER-FREE by three");

    public static Source TileCache { get; } = Source.Capture("2026-08", "reported from live calls in the tests of a public tile cache");

    public static Source Geocoding2022 { get; } =
        Source.Capture("2022-02-12", "github.com/geocoder-php/Geocoder, src/Provider/MapTiler/Tests/.cached_responses");

    public static Source Geocoding2024 { get; } = Source.Capture("2024", "a response of @maptiler/client in the comment of a public MapView.tsx");

    public static Source Geocoding2026 { get; } =
        Source.Capture("2026-09", "a response in a public MapTilerResponseDecodingTest.kt, trimmed by its author");

    private static Source Page(string name) => Source.Document($"https://docs.maptiler.com/cloud/api/{name}");
}
