using System.Net;
using MapTiler.Maps;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Maps;

public sealed class MapsClientTests
{
    private const string Uuid = "0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetTileAsync_returns_the_bytes_and_the_content_type_of_the_response()
    {
        using var services = Clients.Services(new StubTransport(_ => Image("webp bytes", "image/webp")));

        using var tile = await Maps(services).GetTileAsync("m", new(1, 0, 0), new() { Format = ImageFormat.Png }, Cancel);

        Assert.Equal(("image/webp", "webp", 10L), (tile!.ContentType, tile.FileExtension, tile.Length));
        Assert.Equal("webp bytes"u8.ToArray(), await tile.ReadBytesAsync(Cancel));
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent, true)]
    [InlineData(HttpStatusCode.OK, true)]
    [InlineData(HttpStatusCode.OK, false)]
    public async Task GetTileAsync_with_a_response_without_bytes_returns_null(HttpStatusCode status, bool hasLength)
    {
        using var services = Clients.Services(new StubTransport(_ =>
        {
            var response = new HttpResponseMessage(status) { Content = new ByteArrayContent([]) };
            response.Content.Headers.ContentLength = hasLength ? 0 : null;
            return response;
        }));

        Assert.Null(await Maps(services).GetTileAsync("m", new(1, 0, 0), cancellationToken: Cancel));
    }

    [Theory]
    [InlineData(200, "text/html", "InvalidResponse")]
    [InlineData(200, "Text/HTML", "InvalidResponse")]
    [InlineData(200, "application/json", "InvalidResponse")]
    [InlineData(200, "application/problem+json", "InvalidResponse")]
    [InlineData(200, "application/xml", "InvalidResponse")]
    [InlineData(400, "text/plain", "InvalidRequest")]
    [InlineData(403, "image/png", "Forbidden")]
    [InlineData(404, "text/plain", "NotFound")]
    public async Task GetTileAsync_with_a_page_or_a_rejection_throws(int status, string contentType, string reason)
    {
        using var services = Clients.Services(new StubTransport(_ => StubTransport.Text("<p>sign in</p>", contentType, (HttpStatusCode)status)));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Maps(services).GetTileAsync("m", new(1, 0, 0), cancellationToken: Cancel));

        Assert.Equal((reason, "/maps/{mapId}/{z}/{x}/{y}{scale}.{format}"), (error.Reason.ToString(), error.Endpoint));
    }

    [Fact]
    public async Task Methods_with_invalid_arguments_throw_without_a_request()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);
        var maps = Maps(services);

        await Assert.ThrowsAsync<ArgumentException>("mapId", () => maps.GetStyleAsync("..", Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("tile", () => maps.GetTileAsync("m", new(23, 0, 0), cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("tileSize", () => maps.GetTileJsonAsync("m", 1024, Cancel));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => maps.GetTileAsync("m", new(1, 0, 0), new() { Format = (ImageFormat)99 }, Cancel));
        Assert.Throws<ArgumentException>("mapId", () => maps.DownloadTilesAsync("", [new(1, 0, 0)], cancellationToken: Cancel));
        Assert.Throws<ArgumentNullException>("tiles", () => maps.DownloadTilesAsync("m", null!, cancellationToken: Cancel));
        Assert.Throws<ArgumentOutOfRangeException>("download", () => maps.DownloadTilesAsync("m", [], download: new() { MaxConcurrency = 0 }, cancellationToken: Cancel));
        Assert.Empty(transport.Uris);
    }

    [Fact]
    public async Task GetSpriteIndexAsync_returns_the_position_of_each_icon()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson("""{"bus":{"x":1,"y":2,"width":"3","height":4},"dot":{"x":0,"y":0,"width":1,"height":1,"pixelRatio":2,"sdf":true,"content":[1,2,3,4]}}"""));

        var icons = await Maps(services).GetSpriteIndexAsync(new() { Url = "/sprites/v4/sprite" }, cancellationToken: Cancel);

        Assert.Equal((1, 2, 3, 4), (icons["bus"].X, icons["bus"].Y, icons["bus"].Width, icons["bus"].Height));
        Assert.Equal((1.0, 2.0, true), (icons["bus"].PixelRatio, icons["dot"].PixelRatio, icons["dot"].IsSdf));
    }

    [Theory]
    [InlineData("https://api.maptiler.com/maps/dataviz-v4-dark/sprite", "/maps/dataviz-v4-dark/sprite@2x.png?key=")]
    [InlineData("https://api.maptiler.com/sprites/0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/sprite", "/sprites/0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/sprite@2x.png?key=")]
    [InlineData("https://api.maptiler.com/sprites/a%20b/sprite?v=1&key=other", "/sprites/a%20b/sprite@2x.png?v=1&key=")]
    public async Task GetSpriteImageAsync_requests_the_URL_of_the_style_with_the_key_of_the_client(string url, string expected)
    {
        var transport = new StubTransport(_ => Image("png", "image/png"));
        using var services = Clients.Services(transport);

        using var image = await Maps(services).GetSpriteImageAsync(new() { Url = url }, highDpi: true, Cancel);

        Assert.Equal(["https://api.maptiler.com" + expected + Secrets.Key], transport.Uris);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sprites/v4/sprite")]
    [InlineData("https://evil.example/sprites/v4/sprite")]
    [InlineData("https://api.maptiler.com.evil.example/sprite")]
    [InlineData("http://api.maptiler.com/sprites/v4/sprite")]
    [InlineData("//evil.example/sprite")]
    [InlineData("/sprites/../maps/sprite")]
    public async Task Sprite_at_another_server_throws_without_a_request(string url)
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);

        await Assert.ThrowsAsync<ArgumentException>("sprite", () => Maps(services).GetSpriteImageAsync(new() { Url = url }, cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentException>("sprite", () => Maps(services).GetSpriteIndexAsync(new() { Url = url }, cancellationToken: Cancel));

        Assert.Empty(transport.Uris);
    }

    [Fact]
    public async Task GetSpriteIndexAsync_with_an_icon_that_is_null_throws_InvalidResponse()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson("""{"bus":{"x":1},"dot":null}"""));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Maps(services).GetSpriteIndexAsync(new() { Url = "/sprites/v4/sprite" }, cancellationToken: Cancel));

        Assert.Equal((MapTilerErrorReason.InvalidResponse, "/sprites/{spriteId}/sprite{scale}.{format}"), (error.Reason, error.Endpoint));
    }

    [Fact]
    public async Task GetWmtsCapabilitiesAsync_removes_credentials_and_rejects_a_DTD()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson());
        using var hostile = Clients.Services(new StubTransport(_ => StubTransport.Text("""<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>""", "text/xml")));

        var document = await Maps(services).GetWmtsCapabilitiesAsync("m", Cancel);
        var error = await Assert.ThrowsAsync<MapTilerException>(() => Maps(hostile).GetWmtsCapabilitiesAsync("m", Cancel));

        Assert.Equal("https://api.maptiler.com/maps/m/{TileMatrix}/{TileCol}/{TileRow}.png", document.Root!.Elements().First().Attribute("template")!.Value);
        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    [InlineData(100_000, false)]
    public async Task GetWmtsCapabilitiesAsync_with_more_than_64_levels_throws_InvalidResponse(int depth, bool isRead)
    {
        var body = "<Capabilities>" + string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth)) + "</Capabilities>";
        using var services = Clients.Services(new StubTransport(_ => StubTransport.Text(body, "text/xml")));

        var error = await Record.ExceptionAsync(() => Maps(services).GetWmtsCapabilitiesAsync("m", Cancel));

        Assert.Equal(isRead ? null : MapTilerErrorReason.InvalidResponse, (error as MapTilerException)?.Reason);
    }

    [Fact]
    public async Task GetWmtsCapabilitiesAsync_with_an_HTML_page_throws_InvalidResponse()
    {
        using var services = Clients.Services(new StubTransport(_ => StubTransport.Text("<html><body>sign in</body></html>", "text/html")));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Maps(services).GetWmtsCapabilitiesAsync("m", cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
    }

    [Fact]
    public async Task GetAttributionAsync_with_sources_without_attribution_requests_their_TileJSONs()
    {
        var transport = WireWith($$$"""
            {"a":{"type":"vector","attribution":"&copy; MapTiler"},
             "b":{"type":"vector","url":"https://api.maptiler.com/tiles/v4/tiles.json?key=k"},
             "c":{"type":"raster","url":"https://api.maptiler.com/tiles/satellite-v2/tiles.json?key=k"},
             "{{{Uuid}}}":{"type":"vector","url":"https://api.maptiler.com/tiles/{{{Uuid}}}/tiles.json?key=k"},
             "again":{"type":"vector","url":"https://api.maptiler.com/tiles/v4/tiles.json?key=k"},
             "known":{"type":"vector","url":"https://api.maptiler.com/tiles/v3/tiles.json?key=k","attribution":"own"}}
            """);

        Assert.Equal("&copy; MapTiler own of satellite-v2 of " + Uuid, await AttributionAsync(transport));
        Assert.Equal(
            ["/maps/m/style.json", $"/tiles/{Uuid}/tiles.json", "/tiles/satellite-v2/tiles.json", "/tiles/v4/tiles.json"],
            transport.Uris.Select(uri => new Uri(uri).AbsolutePath).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("https://tiles.example/tiles/v3/tiles.json")]
    [InlineData("https://api.maptiler.com.example/tiles/v3/tiles.json")]
    [InlineData("https://api.maptiler.com/x/tiles/v3/tiles.json")]
    [InlineData("http://api.maptiler.com/tiles/v3/tiles.json")]
    [InlineData("https://api.maptiler.com/tiles/../tiles.json")]
    [InlineData("https://api.maptiler.com/tiles/%2e%2e/tiles.json")]
    [InlineData("https://api.maptiler.com/tiles//tiles.json")]
    [InlineData("/tiles/v3/tiles.json")]
    [InlineData("nothing")]
    public async Task GetAttributionAsync_with_a_TileJSON_outside_the_base_address_does_not_request_it(string url)
    {
        var transport = WireWith($$"""{"a":{"type":"vector","url":"{{url}}"},"b":{"type":"geojson"},"c":null}""");

        Assert.Null(await AttributionAsync(transport));
        Assert.Single(transport.Uris);
    }

    [Theory]
    [InlineData("""{"a":{"attribution":"<b>A</b>"},"b":{"attribution":"<b>A</b> <b>B</b>"},"c":{"attribution":"<b>B</b>"}}""", "<b>A</b> <b>B</b>")]
    [InlineData("""{"a":{"attribution":" A "},"b":{"attribution":""},"c":{"attribution":"C"}}""", "A C")]
    public async Task GetAttributionAsync_with_an_attribution_that_is_part_of_another_returns_it_once(string sources, string expected) =>
        Assert.Equal(expected, await AttributionAsync(WireWith(sources)));

    [Fact]
    public async Task GetAttributionAsync_with_a_TileJSON_that_does_not_exist_throws_NotFound()
    {
        var transport = new StubTransport(request => request.RequestUri!.AbsolutePath.EndsWith("style.json", StringComparison.Ordinal)
            ? StubTransport.Json("""{"layers":[],"sources":{"a":{"url":"https://api.maptiler.com/tiles/gone/tiles.json"}}}""")
            : StubTransport.Text("Not found", "text/plain", HttpStatusCode.NotFound));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => AttributionAsync(transport));

        Assert.Equal((MapTilerErrorReason.NotFound, "/tiles/{tilesId}/tiles.json"), (error.Reason, error.Endpoint));
    }

    private static MapsClient Maps(IServiceProvider services) => services.GetRequiredService<MapsClient>();

    private static HttpResponseMessage Image(string bytes, string contentType) => new()
    {
        Content = new ByteArrayContent(System.Text.Encoding.ASCII.GetBytes(bytes)) { Headers = { ContentType = new(contentType) } },
    };

    private static StubTransport WireWith(string sources) => new(request => request.RequestUri!.Segments is [.., var id, "tiles.json"]
        ? StubTransport.Json($$"""{"tilejson":"2.1.0","attribution":"{{(id == "v4/" ? "&copy; MapTiler" : "of " + id.TrimEnd('/'))}}","tiles":["https://api.maptiler.com/tiles/{{id}}{z}/{x}/{y}.pbf?key=k"]}""")
        : StubTransport.Json($$"""{"layers":[],"sources":{{sources}}}"""));

    private static async Task<string?> AttributionAsync(StubTransport transport)
    {
        using var services = Clients.Services(transport);
        return await services.GetRequiredService<MapsClient>().GetAttributionAsync("m", TestContext.Current.CancellationToken);
    }
}
