using static MapTiler.ContractTests.Sources;

namespace MapTiler.ContractTests;

/// <summary>Keys, signatures, and what needs neither.</summary>
internal static class AuthenticationFacts
{
    public const string LongText = "Invalid key - Get your FREE key at https://cloud.maptiler.com/account/keys/";

    private const string Free = "/geolocation/ip.json";

    private static readonly Source Skills = Source.Document("https://github.com/maptiler/maptiler-skills/blob/main/skills/references/cloud-api-index.md");

    /// <summary>Every endpoint of api.maptiler.com that needs a key and does not return an image, and whether a call is free.</summary>
    private static readonly (string Name, string Path, bool IsFree)[] Endpoints =
    [
        ("the map viewer", "/maps/streets-v4/", true),
        ("a style", "/maps/streets-v4/style.json", true),
        ("the TileJSON of a map", "/maps/streets-v4/tiles.json", true),
        ("the WMTS capabilities of a map", "/maps/streets-v4/WMTSCapabilities.xml", true),
        ("the OGC tiles of a map", "/maps/streets-v4/tiles", true),
        ("the tileset viewer", "/tiles/v4/", true),
        ("a TileJSON", "/tiles/v4/tiles.json", true),
        ("a vector tile", "/tiles/v4/0/0/0.pbf", false),
        ("the WMTS capabilities of a tileset", "/tiles/v4/WMTSCapabilities.xml", true),
        ("the OGC tiles of a tileset", "/tiles/v4/tiles", true),
        ("the OGC conformance", "/ogc/conformance", true),
        ("glyphs", "/fonts/Noto%20Sans%20Regular/0-255.pbf", true),
        ("geocoding", "/geocoding/Praha.json?limit=1", false),
        ("geolocation", Free, true),
        ("elevation", "/elevation/17,50.json", false),
        ("the search of coordinate systems", "/coordinates/search/mercator.json?limit=1", false),
        ("the transformation of coordinates", "/coordinates/transform/17,50.json", false),
        ("weather", "/weather/latest.json", true),
        ("a dataset", "/data/{dataset}/features.json", false),
        ("the description of an image", "/images/{image}/image.json", true),
    ];

    /// <summary>Endpoints that return an image, which rejects in its own way.</summary>
    private static readonly (string Name, string Path)[] Images =
    [
        ("a raster tile", "/maps/streets-v4/256/0/0/0.png"),
        ("a static map", "/maps/streets-v4/static/8.5,47.4,10/200x100.png"),
    ];

    public static IReadOnlyList<Fact> List { get; } =
    [
        .. Endpoints.Select(e => new Fact($"{e.Name} needs a key", e.Path) { As = Credential.None, Status = 403, Source = OpenApi }),
        .. Endpoints.Select(e => new Fact($"{e.Name} with an unknown key", e.Path)
        {
            As = Credential.UnknownKey, Status = 403, Type = "text/plain", Text = LongText, Source = InvalidKey,
        }),
        .. Endpoints.Select(e => new Fact($"{e.Name} with a signature", e.Path) { As = Credential.Signature, Source = SigningPage }),
        .. Images.Select(e => new Fact($"{e.Name} needs a key", e.Path) { As = Credential.None, Status = 403, Source = OpenApi }),
        .. Images.Select(e => new Fact($"{e.Name} with an unknown key is an image that says so", e.Path)
        {
            As = Credential.UnknownKey, Status = 403, Type = "image/png", Headers = ["statustext: 403 *"], Source = RefusedImage,
        }),

        new("a raster tile with a signature", "/maps/streets-v4/256/0/0/0.png") { As = Credential.Signature, Type = "image/png", Source = SigningPage },
        new("a static map with a signature", "/maps/streets-v4/static/8.5,47.4,10/200x100.png")
        {
            As = Credential.Signature, Type = "image/png", Source = SigningPage, EmulatorOnly = "a static map costs 15 requests",
        },
        new("the text for a missing key", Free) { As = Credential.None, Status = 403, Type = "text/plain", Text = "*key*", Source = Source.Guess },
        new("an empty key", Free) { As = Credential.EmptyKey, Status = 403, Source = OpenApi },
        new("a key before other parameters", "/geocoding/Praha.json?limit=1&key=" + Target.UnknownKey)
        {
            As = Credential.None, Status = 403, Text = LongText, Source = InvalidKey,
        },
        new("an expired plan looks like an unknown key", Free)
        {
            As = Credential.ExpiredKey, Status = 403, Type = "text/plain", Text = LongText,
            Source = Source.Capture("2026-01", "github.com/openstreetmap/operations, issue 1322"),
        },
        new("a used-up quota", Free)
        {
            As = Credential.ExhaustedKey, Status = 429, Headers = ["Retry-After: -"],
            Source = Skills,
        },
        new("a session id is accepted", Free + "?mtsid=7c9e6679-7425-40de-944b-e07fc1f90ae7")
        {
            Source = Source.Document("https://github.com/maptiler/maptiler-sdk-js/blob/main/src/config.ts"),
        },
        new("a session id is accepted in a signed request", Free + "?mtsid=7c9e6679-7425-40de-944b-e07fc1f90ae7")
        {
            As = Credential.Signature, Source = SigningPage,
        },

        new("a wrong signature", Free) { As = Credential.WrongSignature, Status = 403, Type = "text/plain", Source = Source.Guess },
        new("a signature by an unknown token", Free) { As = Credential.UnknownTokenSignature, Status = 403, Source = Source.Guess },
        new("a signature without its padding", Free) { As = Credential.UnpaddedSignature, Source = Source.Guess },
        new("a signature with an escaped padding", Free) { As = Credential.EscapedSignature, Source = Source.Guess },
        new("two keys", Free + "?key=" + Target.UnknownKey) { Status = 403, Source = Source.Guess },
        new("a signature that is not the last parameter", Free) { As = Credential.SignatureNotLast, Status = 403, Source = SigningPage },
        new("a signature covers the order of the query", "/geocoding/Praha.json?language=de,en&limit=1") { As = Credential.Signature, Source = SigningPage },
        new("a signature covers escaped characters", "/geocoding/Z%C3%BCrich%20HB.json?limit=1") { As = Credential.Signature, Source = SigningPage },

        new("sprites of a map need no key", "/maps/streets-v4/sprite.json") { As = Credential.None, Type = "application/json", Source = OpenApi },
        new("shared sprites need no key", "/sprites/misc/sprite.json") { As = Credential.None, Type = "application/json", Source = OpenApi },
        new("an unknown key does no harm where none is needed", "/sprites/misc/sprite.json") { As = Credential.UnknownKey, Source = Source.Guess },
    ];
}
