using MapTiler.AspNetCore.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.AspNetCore.Tests.Endpoints;

public sealed partial class BrowserEndpointsTests(BrowserEndpointsTests.AppsFixture apps) : IClassFixture<BrowserEndpointsTests.AppsFixture>
{
    private const string Maps = "/maptiler/maps/streets-v4/";

    /// <summary>The request line without its version, and the status of the response.</summary>
    public static TheoryData<string, int> Rejected { get; } = new()
    {
        // Maps, tilesets, datasets and sprites that are not listed
        { "GET /maptiler/maps/satellite-v4/style.json", 404 },
        { "GET /maptiler/maps/STREETS-V4/style.json", 404 },
        { "GET /maptiler/maps/streets-v4%20/style.json", 404 },
        { "GET /maptiler/maps/streets-v4%00/style.json", 400 },
        { "GET /maptiler/maps/streets-v4?x=1/style.json", 404 },
        { "GET /maptiler/maps/satellite-v4/tiles.json", 404 },
        { "GET /maptiler/maps/satellite-v4/256/tiles.json", 404 },
        { "GET /maptiler/maps/satellite-v4/1/0/0.png", 404 },
        { "GET /maptiler/maps/satellite-v4/256/1/0/0.png", 404 },
        { "GET /maptiler/maps/satellite-v4/sprite.json", 404 },
        { "GET /maptiler/maps/satellite-v4/static/auto/10x10.png", 404 },
        { "GET /maptiler/tiles/0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/tiles.json", 404 },
        { "GET /maptiler/tiles/0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/0/0/0.pbf", 404 },
        { "GET /maptiler/tiles/V3/0/0/0.pbf", 404 },
        { "GET /maptiler/data/other/features.json", 404 },
        { "GET /maptiler/sprites/other/sprite.png", 404 },

        // Other services
        { "GET /maptiler/elevation/8.5,47.4.json", 404 },
        { "GET /maptiler/coordinates/transform/8.5,47.4.json", 404 },
        { "GET /maptiler/coordinates/search/x.json", 404 },
        { "GET /maptiler/geolocation/ip.json", 404 },
        { "GET /maptiler/weather/latest.json", 404 },
        { "GET /maptiler/ogc/conformance", 404 },
        { "GET /maptiler/conformance", 404 },
        { "GET /maptiler/images/i/image.json", 404 },
        { "GET /maptiler/v1/api_keys", 404 },
        { "GET /maptiler/resources/logo.svg", 404 },
        { $"GET {Maps}", 404 },
        { $"GET {Maps}WMTSCapabilities.xml", 404 },
        { $"GET {Maps}tiles", 404 },
        { $"GET {Maps}tiles/WebMercatorQuad", 404 },
        { $"GET {Maps}tileMatrixSet", 404 },
        { "GET /maptiler/tiles/v3/", 404 },
        { "GET /maptiler/tiles/v3/WMTSCapabilities.xml", 404 },
        { "GET /maptiler", 404 },

        // Paths that point outside the endpoints
        { "GET /maptiler/maps/..%2fstreets-v4/style.json", 404 },
        { "GET /maptiler/maps/..%2f..%2fv1/style.json", 404 },
        { "GET /maptiler/maps/%2e%2e/style.json", 404 },
        { "GET /maptiler/maps/%2e%2e%2fstreets-v4/style.json", 404 },
        { "GET /maptiler/maps/%252e%252e%252fstreets-v4/style.json", 404 },
        { "GET /maptiler/maps/..%5cstreets-v4/style.json", 404 },
        { "GET /maptiler/maps/../../v1/api_keys", 404 },
        { "GET /maptiler/maps/streets-v4%2fstyle.json", 404 },
        { "GET /maptiler/maps/streets-v4/..%2f..%2fgeocoding%2fx.json", 404 },
        { "GET /maptiler/maps/streets-v4/../../elevation/8,47.json", 404 },
        { "GET /maptiler/maps//style.json", 404 },
        { "GET /maptiler//evil.example/maps/streets-v4/style.json", 404 },
        { "GET //evil.example/maptiler/maps/streets-v4/style.json", 404 },
        { "GET /maptiler/https://evil.example/", 404 },
        { "GET /maptiler/https:%2f%2fevil.example/", 404 },
        { "GET http://evil.example/maptiler/maps/streets-v4/style.json", 400 }, // the server compares the host with the Host header
        { $"GET {Maps}style.json;jsessionid=1", 404 },
        { $"GET {Maps}style.json%23", 404 },
        { $"GET {Maps}style.json%3fkey=x", 404 },

        // Tiles that do not exist
        { $"GET {Maps}0/0/1.png", 404 },
        { $"GET {Maps}0/1/0.png", 404 },
        { $"GET {Maps}1/2/0.png", 404 },
        { $"GET {Maps}1/0/2.png", 404 },
        { $"GET {Maps}22/4194304/0.png", 404 },
        { $"GET {Maps}23/0/0.png", 404 },
        { $"GET {Maps}32/0/0.png", 404 },
        { $"GET {Maps}-1/0/0.png", 404 },
        { $"GET {Maps}1/-1/0.png", 404 },
        { $"GET {Maps}%2b1/0/0.png", 404 },
        { $"GET {Maps}01/0/0.png", 404 },
        { $"GET {Maps}%201/0/0.png", 404 },
        { $"GET {Maps}1e0/0/0.png", 404 },
        { $"GET {Maps}0x1/0/0.png", 404 },
        { $"GET {Maps}1.0/0/0.png", 404 },
        { $"GET {Maps}%D9%A1/0/0.png", 404 }, // an Arabic digit
        { $"GET {Maps}4294967296/0/0.png", 404 },
        { $"GET {Maps}99999999999999999999/0/0.png", 404 },
        { $"GET {Maps}1/0/0", 404 },
        { $"GET {Maps}1/0/0.", 404 },
        { $"GET {Maps}1/0/0.gif", 404 },
        { $"GET {Maps}1/0/0.html", 404 },
        { $"GET {Maps}1/0/0.png.html", 404 },
        { $"GET {Maps}1/0/0@3x.png", 404 },
        { $"GET {Maps}1/0/0@2x@2x.png", 404 },
        { $"GET {Maps}1/0/0%2f..%2f..%2fstyle.png", 404 },
        { $"GET {Maps}512/1/0/0.png", 404 },
        { $"GET {Maps}256/1/2/0.png", 404 },
        { "GET /maptiler/tiles/v3/0/0/0@2x.pbf", 404 },
        { "GET /maptiler/tiles/v3/0/0/0.p%2fbf", 404 },
        { "GET /maptiler/tiles/v3/0/0/0.html", 404 },
        { "GET /maptiler/tiles/v3/0/0/0.json", 404 },
        { "GET /maptiler/tiles/v3/1/2/0.pbf", 404 },

        // Glyphs and sprites
        { "GET /maptiler/fonts/..%2fv1/0-255.pbf", 404 },
        { "GET /maptiler/fonts/%2e%2e/0-255.pbf", 404 },
        { "GET /maptiler/fonts/Noto%0d%0aX-Injected:1/0-255.pbf", 404 },
        { "GET /maptiler/fonts/Noto%3fx/0-255.pbf", 404 },
        { "GET /maptiler/fonts/,/0-255.pbf", 404 },
        { "GET /maptiler/fonts/Noto/1-256.pbf", 404 },
        { "GET /maptiler/fonts/Noto/0-256.pbf", 404 },
        { "GET /maptiler/fonts/Noto/65536-65791.pbf", 404 },
        { "GET /maptiler/fonts/Noto/0-255.json", 404 },
        { "GET /maptiler/fonts/Noto/255.pbf", 404 },
        { $"GET /maptiler/fonts/{new string('a', 600)}/0-255.pbf", 404 },
        { "GET /maptiler/sprites/a%2fb/sprite.png", 404 },
        { "GET /maptiler/sprites/a%20b/sprite.png", 404 },
        { "GET /maptiler/sprites/a/sprite@4x.png", 404 },
        { "GET /maptiler/sprites/a/style.json", 404 },

        // Invalid searches and batches
        { "GET /maptiler/geocoding/.json", 400 },
        { "GET /maptiler/geocoding/Brno", 400 },
        { "GET /maptiler/geocoding/Brno;Praha.json", 400 },
        { "GET /maptiler/geocoding/Brno%07.json", 400 },
        { $"GET /maptiler/geocoding/{new string('a', 257)}.json", 400 },
        { $"GET /maptiler/geocoding/Brno.json?language={new string('a', 300)}", 400 },
        { "GET /maptiler/geocoding/a/b.json", 404 },

        // Static maps, which are billed
        { $"GET {Maps}static/auto/2049x10.png?markers=8,47", 400 },
        { $"GET {Maps}static/auto/10x2049.png?markers=8,47", 400 },
        { $"GET {Maps}static/auto/0x10.png?markers=8,47", 400 },
        { $"GET {Maps}static/auto/10x10.gif?markers=8,47", 400 },
        { $"GET {Maps}static/auto/10x10@3x.png?markers=8,47", 400 },
        { $"GET {Maps}static/everywhere/10x10.png", 400 },
        { $"GET {Maps}static/8.5,47.4/10x10.png", 400 },
        { $"GET {Maps}static/auto/10x10.png", 400 }, // an automatic area without content
        { $"GET {Maps}static/181,47.4,3/10x10.png", 400 },
        { $"GET {Maps}static/8.5,91,3/10x10.png", 400 },
        { $"GET {Maps}static/8.5,47.4,23/10x10.png", 400 },
        { $"GET {Maps}static/8.5,47.4,-1/10x10.png", 400 },
        { $"GET {Maps}static/8.5,47.4,181,48/10x10.png", 400 },
        { $"GET {Maps}static/8.5,47.4,9,91/10x10.png", 400 },
        { $"GET {Maps}static/8.5,47.4,3%0a/10x10.png", 400 },
        { $"GET {Maps}static/8.5,47.4,3/10x10.png%0a", 400 },
        { $"GET {Maps}static/auto/10x10.png?markers=8,47%0d%0aX-Injected:1", 400 },
        { $"GET {Maps}static/%D9%A8,%D9%A4,%D9%A3/10x10.png", 400 }, // Arabic digits
        { $"GET {Maps}static/8.5,47.4,1,2,3/10x10.png", 400 },
        { $"GET {Maps}static/8.5,47.4,1e3/10x10.png", 400 },
        { $"GET {Maps}static/..%2f8,47,3/10x10.png", 400 },
        { $"GET {Maps}static/auto/10x10.png?path={new string('1', 7800)}&markers={new string('1', 400)}", 414 },

        // Other methods
        { $"POST {Maps}style.json", 405 },
        { $"PUT {Maps}style.json", 405 },
        { $"DELETE {Maps}style.json", 405 },
        { $"PATCH {Maps}1/0/0.png", 405 },
        { $"OPTIONS {Maps}style.json", 405 },
        { $"TRACE {Maps}style.json", 405 },
        { $"PROPFIND {Maps}", 405 },
        { "POST /maptiler/geocoding/Brno.json", 405 },
        { "DELETE /maptiler/v1/api_keys/1", 405 },
    };

    public static MatrixTheoryData<(BrowserMapsMode Mode, long CacheSize), (string Line, int Status)> RejectedInEachMode { get; } = new(
        [(BrowserMapsMode.SignedRedirect, 0L), (BrowserMapsMode.Proxy, 0L), (BrowserMapsMode.Proxy, 1_000_000L)], Rejected.Select(row => row.Data));

    [Theory]
    [MemberData(nameof(RejectedInEachMode))]
    public async Task Invalid_request_is_rejected_and_sends_nothing_but_the_style_request_to_MapTiler((BrowserMapsMode Mode, long CacheSize) options, (string Line, int Status) row)
    {
        var (app, upstream) = await apps.StartAsync(options.Mode, options.CacheSize);

        var response = await app.SendRawAsync($"{row.Line} HTTP/1.1\r\nHost: maps.example\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {row.Status} ", response, StringComparison.Ordinal);
        Assert.DoesNotContain("Location:", response, StringComparison.Ordinal);
        Assert.All(Secrets.All, secret => Assert.DoesNotContain(secret, response, StringComparison.Ordinal));
        Assert.True(upstream.Requests.Count <= 1);
        Assert.All(upstream.Requests, request => Assert.StartsWith("/maps/streets-v4/style.json?", request.Target, StringComparison.Ordinal));
    }

    /// <summary>Applications whose clock does not advance, so that each of them loads the style of its map at most once.</summary>
    public sealed class AppsFixture : IAsyncDisposable
    {
        private readonly Dictionary<(BrowserMapsMode, long), (BrowserApp App, LoopbackServer Upstream)> _apps = [];

        internal async Task<(BrowserApp App, LoopbackServer Upstream)> StartAsync(BrowserMapsMode mode, long cacheSize)
        {
            if (_apps.TryGetValue((mode, cacheSize), out var started))
                return started;

            var upstream = await LoopbackServer.StartAsync();
            var app = await BrowserApp.StartAsync(
                upstream.BaseAddress, mode, o => o.CacheSize = cacheSize, services: services => services.AddSingleton<TimeProvider>(new FakeTimeProvider(DateTimeOffset.UtcNow)));
            return _apps[(mode, cacheSize)] = (app, upstream);
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var (app, upstream) in _apps.Values)
            {
                await app.DisposeAsync();
                await upstream.DisposeAsync();
            }
        }
    }
}
