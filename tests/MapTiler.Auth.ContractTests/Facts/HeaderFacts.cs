using static MapTiler.ContractTests.Sources;

namespace MapTiler.ContractTests;

/// <summary>Caching, compression, and access from pages of other origins.</summary>
internal static class HeaderFacts
{
    private const string Tile = "/tiles/v4/0/0/0.pbf";
    private const string Hours = "Cache-Control: /max-age=14400/";
    private const string AnyOrigin = "Access-Control-Allow-Origin: *";
    private const string Page = "Origin: https://maptiler-contract.example";

    public static IReadOnlyList<Fact> List { get; } =
    [
        new("a vector tile is kept for four hours", Tile) { Headers = ["Cache-Control: public, max-age=14400"], Source = TileCache },
        new("a vector tile is compressed", Tile) { Headers = ["Content-Encoding: gzip"], Source = TileCache },
        new("a vector tile has a modification date", Tile) { Headers = ["Last-Modified: /GMT$/"], Source = TileCache },
        new("a vector tile that was not modified since", Tile)
        {
            Send = ["If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT"], Status = 304, IsEmpty = true, Source = TileCache,
        },
        new("a vector tile that was modified since", Tile)
        {
            Send = ["If-Modified-Since: Sat, 01 Jan 2000 00:00:00 GMT"], Type = "application/x-protobuf", Source = TileCache,
        },
        new("a raster tile is kept for four hours", "/maps/streets-v4/256/0/0/0.png") { Headers = [Hours], Source = CachingPage },
        new("a style is kept for four hours", "/maps/streets-v4/style.json") { Headers = [Hours], Source = CachingPage },
        new("a TileJSON has a modification date", "/tiles/v4/tiles.json")
        {
            Headers = ["Last-Modified: /GMT$/"], Source = Source.Document("https://github.com/maptiler/maptiler-sdk-js, which reads it"),
        },
        new("a TileJSON is kept for four hours", "/tiles/v4/tiles.json") { Headers = [Hours], Source = CachingPage },
        new("glyphs are kept", "/fonts/Noto%20Sans%20Regular/0-255.pbf") { Headers = ["Cache-Control: /max-age=/"], Source = Source.Guess },

        new("pages of any origin read a style", "/maps/streets-v4/style.json") { Send = [Page], Headers = [AnyOrigin], Source = MapsPage },
        new("pages of any origin read a tile", Tile) { Send = [Page], Headers = [AnyOrigin], Source = TilesPage },
        new("pages of any origin read geocoding", "/geocoding/Praha.json?limit=1") { Send = [Page], Headers = [AnyOrigin], Source = GeocodingPage },
        new("pages of any origin read glyphs", "/fonts/Noto%20Sans%20Regular/0-255.pbf") { Send = [Page], Headers = [AnyOrigin], Source = FontsPage },
        new("pages of any origin read sprites", "/sprites/misc/sprite.json") { As = Credential.None, Send = [Page], Headers = [AnyOrigin], Source = MapsPage },
        new("pages of any origin may be unable to read that a key is unknown", "/geolocation/ip.json")
        {
            As = Credential.UnknownKey, Send = [Page], Status = 403, Headers = ["Access-Control-Allow-Origin: -"],
            Source = Source.Capture("2020", "github.com/mariusandra/pigeon-maps, issue 161"),
        },
        new("a preflight of a page", "OPTIONS /geocoding/Praha.json")
        {
            As = Credential.None, Send = [Page, "Access-Control-Request-Method: GET"], Status = 204, Headers = [AnyOrigin], Source = Source.Guess,
        },
        new("a HEAD request", "HEAD /geolocation/ip.json") { IsEmpty = true, Source = Source.Guess },
    ];
}
