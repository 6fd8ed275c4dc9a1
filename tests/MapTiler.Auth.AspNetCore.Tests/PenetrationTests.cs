using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.AspNetCore.Tests;

/// <summary>What nobody may get, as request lines that a client would not write. None of it is requested from MapTiler.</summary>
public sealed class PenetrationTests
{
    private const string Maps = "/maptiler/maps/streets-v4/";

    /// <summary>The request line without its version, and the status of the answer.</summary>
    public static TheoryData<string, int> Refused { get; } = new()
    {
        // Other things of the same kind
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

        // Out of the path
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
        { "GET http://evil.example/maptiler/maps/streets-v4/style.json", 400 }, // the server compares it with the Host
        { $"GET {Maps}style.json;jsessionid=1", 404 },
        { $"GET {Maps}style.json%23", 404 },
        { $"GET {Maps}style.json%3fkey=x", 404 },

        // Tiles that there are not
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
        { $"GET {Maps}%D9%A1/0/0.png", 404 }, // a digit, but an Arabic one
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

        // Glyphs and icons
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

        // Searches that are none, or more than one
        { "GET /maptiler/geocoding/.json", 400 },
        { "GET /maptiler/geocoding/Brno", 400 },
        { "GET /maptiler/geocoding/Brno;Praha.json", 400 },
        { "GET /maptiler/geocoding/Brno%3BPraha.json", 400 },
        { "GET /maptiler/geocoding/Brno%07.json", 400 },
        { $"GET /maptiler/geocoding/{new string('a', 257)}.json", 400 },
        { $"GET /maptiler/geocoding/Brno.json?language={new string('a', 300)}", 400 },
        { "GET /maptiler/geocoding/a/b.json", 404 },

        // Static maps, which cost
        { $"GET {Maps}static/auto/2049x10.png?markers=8,47", 400 },
        { $"GET {Maps}static/auto/10x2049.png?markers=8,47", 400 },
        { $"GET {Maps}static/auto/0x10.png?markers=8,47", 400 },
        { $"GET {Maps}static/auto/10x10.gif?markers=8,47", 400 },
        { $"GET {Maps}static/auto/10x10@3x.png?markers=8,47", 400 },
        { $"GET {Maps}static/everywhere/10x10.png", 400 },
        { $"GET {Maps}static/8.5,47.4/10x10.png", 400 },
        { $"GET {Maps}static/auto/10x10.png", 400 }, // of nothing
        { $"GET {Maps}static/181,47.4,3/10x10.png", 400 },
        { $"GET {Maps}static/8.5,91,3/10x10.png", 400 },
        { $"GET {Maps}static/8.5,47.4,23/10x10.png", 400 },
        { $"GET {Maps}static/8.5,47.4,-1/10x10.png", 400 },
        { $"GET {Maps}static/8.5,47.4,181,48/10x10.png", 400 },
        { $"GET {Maps}static/8.5,47.4,9,91/10x10.png", 400 },
        { $"GET {Maps}static/8.5,47.4,3%0a/10x10.png", 400 },
        { $"GET {Maps}static/8.5,47.4,3/10x10.png%0a", 400 },
        { $"GET {Maps}static/auto/10x10.png?markers=8,47%0d%0aX-Injected:1", 400 },
        { $"GET {Maps}static/%D9%A8,%D9%A4,%D9%A3/10x10.png", 400 }, // digits, but Arabic ones
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

    [Fact]
    public void There_are_at_least_sixty() => Assert.True(Refused.Count >= 60, $"There are {Refused.Count}.");

    [Theory]
    [InlineData(BrowserMapsMode.SignedRedirect, 0)]
    [InlineData(BrowserMapsMode.Proxy, 0)]
    [InlineData(BrowserMapsMode.Proxy, 1_000_000)]
    public async Task Each_is_rejected_and_nothing_but_the_style_of_the_listed_map_is_requested(BrowserMapsMode mode, long cacheSize)
    {
        await using var upstream = await LoopbackServer.StartAsync();
        await using var app = await BrowserApp.StartAsync(
            upstream.BaseAddress, mode, o => o.CacheSize = cacheSize, services: services => services.AddSingleton<TimeProvider>(new FakeTimeProvider(DateTimeOffset.UtcNow)));

        Assert.All(Refused, row =>
        {
            var (line, status) = row.Data;
            var answer = app.SendRawAsync($"{line} HTTP/1.1\r\nHost: maps.example\r\nConnection: close\r\nContent-Length: 0\r\n\r\n").GetAwaiter().GetResult();
            Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("Location:", answer, StringComparison.Ordinal);
            Assert.All(Secrets.All, secret => Assert.DoesNotContain(secret, answer, StringComparison.Ordinal));
        });
        Assert.StartsWith("/maps/streets-v4/style.json?", Assert.Single(upstream.Requests).Target, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/maptiler/geocoding/Brno.json")]
    [InlineData("/maptiler/geocoding/8.5,47.4.json")]
    [InlineData("/maptiler/maps/streets-v4/static/8.5,47.4,4/100x100.png")]
    public async Task What_costs_is_off_until_it_is_allowed(string path)
    {
        await using var upstream = await LoopbackServer.StartAsync();
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => (o.AllowGeocoding, o.AllowStaticMaps) = (false, false));

        using var response = await app.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(upstream.Requests);
    }

    [Theory]
    [InlineData(BrowserMapsMode.Proxy, 0)]
    [InlineData(BrowserMapsMode.Proxy, 1_000_000)]
    public async Task Of_what_a_caller_sends_only_what_it_accepts_and_knows_goes_on(BrowserMapsMode mode, long cacheSize)
    {
        await using var upstream = await LoopbackServer.StartAsync(Png);
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, mode, o => o.CacheSize = cacheSize);

        using var response = await app.GetAsync("/maptiler/maps/streets-v4/1/0/0.png?key=stolen&signature=x&mtsid=5f&other=1",
            ("Cookie", "session=1"), ("Authorization", "Bearer secret"), ("Referer", "https://intranet.example/secret"), ("Origin", "https://evil.example"), ("X-Forwarded-For", "10.0.0.1"),
            ("X-Forwarded-Host", "evil.example"), ("Forwarded", "host=evil.example"), ("User-Agent", "Mozilla/5.0"), ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
            ("Range", "bytes=0-1"), ("Upgrade", "websocket"), ("Connection", "Upgrade, X-Hop"), ("X-Hop", "1"), ("X-Custom", "1"), ("Accept-Language", "cs"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var request = Assert.Single(upstream.Requests);
        Assert.StartsWith($"/maps/streets-v4/1/0/0.png?mtsid=5f&key={Secrets.KeyId}&signature=", request.Target, StringComparison.Ordinal);
        Assert.Equal(1, request.Count("key"));
        Assert.Empty(request.Headers.Keys.Except(["Host", "User-Agent", "Accept-Encoding", "Accept-Language"], StringComparer.OrdinalIgnoreCase));
        Assert.DoesNotContain("Mozilla", request.Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_what_MapTiler_sends_only_the_file_and_what_describes_it_comes_back()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.SetCookie = "upstream=1";
            context.Response.Headers["Strict-Transport-Security"] = "max-age=1";
            context.Response.Headers["Access-Control-Allow-Origin"] = "*";
            context.Response.Headers["X-Powered-By"] = context.Request.QueryString.Value;
            context.Response.Headers["Clear-Site-Data"] = "*";
            context.Response.Headers["Link"] = $"<https://api.example/x{context.Request.QueryString}>";
            context.Response.Headers.ETag = "\"1\"";
            context.Response.Headers.CacheControl = "public, max-age=60";
            return Png(context);
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy);

        using var response = await app.GetAsync("/maptiler/maps/streets-v4/1/0/0.png");

        Assert.Equal(
            ["Cache-Control", "Content-Length", "Content-Type", "Date", "ETag", "X-Content-Type-Options"],
            response.Headers.Concat(response.Content.Headers).Select(header => header.Key).Where(name => name != "Server").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("text/html", "<script>alert(1)</script>")]
    [InlineData("image/svg+xml", "<svg onload='alert(1)'/>")]
    [InlineData("text/javascript", "alert(1)")]
    [InlineData("", "?")]
    [InlineData("image/png, text/html", "<script>alert(1)</script>")] // browsers take the last
    [InlineData("image/png;text/html,", "<script>alert(1)</script>")]
    public async Task A_type_that_could_run_as_a_page_of_the_application_is_not_handed_on(string contentType, string body)
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = contentType.Length == 0 ? null : contentType;
            return context.Response.WriteAsync(body);
        });
        foreach (var cacheSize in new[] { 0, 1_000_000 })
        {
            await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = cacheSize);
            foreach (var path in new[] { "maps/streets-v4/1/0/0.png", "maps/streets-v4/style.json", "geocoding/Brno.json" })
            {
                using var response = await app.GetAsync("/maptiler/" + path);
                Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
                Assert.DoesNotContain("alert", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }
        }
    }

    private static Task Png(HttpContext context)
    {
        context.Response.ContentType = "image/png";
        context.Response.ContentLength = 4;
        return context.Response.WriteAsync("tile");
    }
}
