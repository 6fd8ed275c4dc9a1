using static MapTiler.ContractTests.Sources;

namespace MapTiler.ContractTests;

/// <summary>Keys that are restricted to origins or to a user agent, and plans that do not include everything.</summary>
internal static class RestrictionFacts
{
    private const string Free = "/geolocation/ip.json";
    private const string StaticMap = "/maps/streets-v4/static/8.5,47.4,10/200x100.png";

    public static IReadOnlyList<Fact> List { get; } =
    [
        new("an allowed origin", Free) { As = Credential.OriginKey, Send = ["Origin: https://maptiler-contract.example"], Source = RestrictionsPage },
        new("an allowed origin in the referer", Free)
        {
            As = Credential.OriginKey, Send = ["Referer: https://maptiler-contract.example/page"], Source = RestrictionsPage,
        },
        new("an allowed subdomain", Free) { As = Credential.OriginKey, Send = ["Origin: https://shop.maptiler-contract.example"], Source = RestrictionsPage },
        new("an allowed origin with a port", Free)
        {
            As = Credential.OriginKey, Send = ["Origin: http://maptiler-contract.example:8080"], Source = Source.Guess,
        },
        new("an allowed subdomain of a subdomain", Free)
        {
            As = Credential.OriginKey, Send = ["Origin: https://a.b.maptiler-contract.example"], Source = Source.Guess,
        },
        new("another origin", Free) { As = Credential.OriginKey, Send = ["Origin: https://other.example"], Status = 403, Source = RestrictionsPage },
        new("another origin that ends alike", Free)
        {
            As = Credential.OriginKey, Send = ["Origin: https://notmaptiler-contract.example"], Status = 403, Source = RestrictionsPage,
        },
        new("no origin where origins are allowed", Free) { As = Credential.OriginKey, Status = 403, Source = RestrictionsPage },
        new("an origin of null", Free) { As = Credential.OriginKey, Send = ["Origin: null"], Status = 403, Source = Source.Guess },
        new("the origin counts more than the referer", Free)
        {
            As = Credential.OriginKey, Send = ["Origin: https://other.example", "Referer: https://maptiler-contract.example/"], Status = 403,
            Source = Source.Guess,
        },
        new("the response to another origin is a text", Free)
        {
            As = Credential.OriginKey, Send = ["Origin: https://other.example"], Status = 403, Type = "text/plain", Source = Source.Guess,
        },
        new("no origin where unknown origins are allowed", Free) { As = Credential.UnknownOriginKey, Source = RestrictionsPage },
        new("another origin where unknown origins are allowed", Free)
        {
            As = Credential.UnknownOriginKey, Send = ["Origin: https://other.example"], Status = 403, Source = RestrictionsPage,
        },
        new("an allowed user agent", Free) { As = Credential.UserAgentKey, Send = ["User-Agent: MapTilerContract/1.0"], Source = RestrictionsPage },
        new("an allowed user agent inside another name", Free)
        {
            As = Credential.UserAgentKey, Send = ["User-Agent: NotMapTilerContract/1.0"], Source = RestrictionsPage,
        },
        new("an allowed user agent in another case", Free)
        {
            As = Credential.UserAgentKey, Send = ["User-Agent: maptilercontract/1.0"], Status = 403, Source = RestrictionsPage,
        },
        new("no user agent where one is allowed", Free) { As = Credential.UserAgentKey, Status = 403, Source = RestrictionsPage },

        new("a static map on a free plan", StaticMap)
        {
            As = Credential.FreeKey, Status = 403, Type = "image/png",
            Headers = ["statustext: 403 Access to rendered maps not allowed", "X-MAPTILER-FREE: 1"], Source = RefusedImage,
        },
        new("a raster tile of a built-in map on a free plan", "/maps/streets-v4/256/0/0/0.png")
        {
            As = Credential.FreeKey, Type = "image/png", Source = RefusedImage,
        },
        new("a raster tile of a custom map on a free plan", "/maps/{map}/256/0/0/0.png")
        {
            As = Credential.FreeKey, Status = 403, Type = "image/png",
            Source = Source.Capture("2026-08-18", "reported from live calls by four public projects"),
        },
        new("the style of a custom map on a free plan", "/maps/{map}/style.json")
        {
            As = Credential.FreeKey, Type = "application/json",
            Source = Source.Capture("2026-08-18", "reported from live calls by four public projects"),
        },
        new("a vector tile on a free plan", "/tiles/v4/0/0/0.pbf") { As = Credential.FreeKey, Type = "application/x-protobuf", Source = RefusedImage },
    ];
}
