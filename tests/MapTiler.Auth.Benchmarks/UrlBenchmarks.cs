using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Flurl;
using MapTiler.Authentication;
using MapTiler.Maps;
using MapTiler.StaticMaps;

namespace MapTiler.Benchmarks;

/// <summary>Making addresses, each against the ways in which people do it by hand.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class UrlBenchmarks
{
    private const string Key = "k";
    private const string Base = "https://api.maptiler.com";

    private static readonly string Secret = string.Concat(Enumerable.Repeat("c0ffee42", 8));
    private static readonly byte[] SecretBytes = Convert.FromHexString(Secret);
    private static readonly ServiceToken Token = ServiceToken.Parse("0123456789abcdef_" + Secret);
    private static readonly Uri Address = new(Base + "/geocoding/Zurich.json?language=de,en&limit=5");
    private static readonly MapTilerUrlBuilder Urls = new(Key);
    private static readonly TileUrlTemplate Tiles = Urls.MapTileTemplate("streets-v4", new RasterTileOptions { TileSize = 256 });
    private static readonly TileCoordinate Tile = new(14, 8580, 5737);
    private static readonly LngLat[] Path = Inputs.Lines(5000)[0].Points;

    [Benchmark]
    public string Tile_ours() => Tiles.Fill(Tile);

    [Benchmark]
    public string Tile_interpolated() => string.Create(CultureInfo.InvariantCulture, $"{Base}/maps/{"streets-v4"}/256/{Tile.Z}/{Tile.X}/{Tile.Y}.png?key={Key}");

    [Benchmark]
    public string Sign_text_ours() => Token.Sign(Address.AbsoluteUri);

    [Benchmark]
    public Uri Sign_uri_ours() => Token.Sign(Address);

    [Benchmark]
    public string Sign_bare_hmac()
    {
        var keyed = Address.AbsoluteUri + "&key=0123456789abcdef";
        return keyed + "&signature=" + Convert.ToBase64String(HMACSHA256.HashData(SecretBytes, Encoding.UTF8.GetBytes(keyed))).Replace('+', '-').Replace('/', '_');
    }

    [Benchmark]
    public Uri Geocoding_ours() => Urls.GeocodingSearch(Inputs.Query, Inputs.Options);

    [Benchmark]
    public Uri Geocoding_flurl() => new Url(Base)
        .AppendPathSegment("geocoding")
        .AppendPathSegment(Uri.EscapeDataString(Inputs.Query) + ".json")
        .SetQueryParam("proximity", string.Create(CultureInfo.InvariantCulture, $"{8.5417},{47.3769}"))
        .SetQueryParam("language", "de,cs")
        .SetQueryParam("limit", 3)
        .SetQueryParam("key", Key)
        .ToUri();

    [Benchmark]
    public Uri Geocoding_uribuilder() => new UriBuilder(Base)
    {
        Path = "/geocoding/" + Uri.EscapeDataString(Inputs.Query) + ".json",
        Query = string.Create(CultureInfo.InvariantCulture, $"proximity={8.5417},{47.3769}&language={Uri.EscapeDataString("de")},{Uri.EscapeDataString("cs")}&limit={3}&key={Uri.EscapeDataString(Key)}"),
    }.Uri;

    [Benchmark]
    public Uri Static_ours() => Urls.StaticMap("base-v4", StaticMapArea.Auto, Inputs.StaticMap).Uri;

    [Benchmark]
    public Uri Static_flurl() => new Url(Base)
        .AppendPathSegments("maps", "base-v4", "static", "auto", "600x300.png")
        .SetQueryParam("markers", Markers())
        .SetQueryParam("key", Key)
        .ToUri();

    [Benchmark]
    public Uri Static_uribuilder() => new UriBuilder(Base)
    {
        Path = "/maps/" + Uri.EscapeDataString("base-v4") + "/static/auto/600x300.png",
        Query = "markers=" + Uri.EscapeDataString(Markers()) + "&key=" + Uri.EscapeDataString(Key),
    }.Uri;

    [Benchmark]
    public Uri Path_5000_ours() => Urls.StaticMap("base-v4", StaticMapArea.Auto, new StaticMapOptions { Paths = [new StaticMapPath(Path)] }).Uri;

    private static string Markers() => string.Join("|", Inputs.Places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.Longitude},{place.Latitude},#ff0000")));
}
