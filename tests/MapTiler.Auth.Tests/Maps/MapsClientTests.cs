using System.Net;
using System.Text.Json;
using MapTiler.Maps;
using MapTiler.Tiles;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Maps;

public sealed class MapsClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_style_is_read_and_kept_whole()
    {
        using var services = Clients.Services(Wire.AlwaysJson());

        var style = await Maps(services).GetStyleAsync("streets-v4", Cancel);

        Assert.Equal(("S", new LngLat(8.5, 47.4), 4.0), (style.Name, style.Center, style.Zoom));
        Assert.Equal(["a", "b"], style.Sources.Keys);
        Assert.Equal(("vector", "https://api.maptiler.com/tiles/v3/tiles.json"), (style.Sources["a"].Type, style.Sources["a"].Url));
        Assert.Equal(["https://api.maptiler.com/t/{z}/{x}/{y}?mtsid=1"], style.Sources["b"].Tiles);
        Assert.Equal("https://api.maptiler.com/fonts/{fontstack}/{range}.pbf", style.Glyphs);
        Assert.Equal("https://api.maptiler.com/sprites/v4/sprite", Assert.Single(style.Sprites).Url);
        Assert.Equal("c b", style.Attribution);
        Assert.Equal(8, style.Json.GetProperty("version").GetInt32());
    }

    [Theory]
    [InlineData("""{"version":8,"layers":[]}""")]
    [InlineData("""{"version":8,"layers":[],"center":["x"],"zoom":"4","sources":[],"sprite":[{"id":"a"}],"name":5,"metadata":[]}""")]
    [InlineData("""{"version":8,"layers":[],"center":[1,99],"sources":{"a":null,"b":5,"c":{"tiles":[5,null]}},"metadata":{"maptiler":null}}""")]
    public async Task A_style_of_odd_members_is_read_as_far_as_it_goes(string json)
    {
        using var services = Clients.Services(Wire.AlwaysJson(json));

        var style = await Maps(services).GetStyleAsync("m", Cancel);

        Assert.Null(style.Center);
        Assert.Null(style.Attribution);
        Assert.Empty(style.Sprites);
        Assert.All(style.Sources.Values, source => Assert.Empty(source.Tiles));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"name":"no layers"}""")]
    [InlineData("<html>sign in</html>")]
    [InlineData("""{"layers":[""")]
    [InlineData("")]
    public async Task What_is_no_style_is_an_invalid_response(string body)
    {
        using var services = Clients.Services(Wire.AlwaysJson(body));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Maps(services).GetStyleAsync("m", Cancel));

        Assert.Equal((MapTilerErrorReason.InvalidResponse, "/maps/{mapId}/style.json"), (error.Reason, error.Endpoint));
    }

    [Fact]
    public async Task A_TileJSON_may_lack_everything_and_keeps_what_it_has_more()
    {
        using var services = Clients.Services(Wire.AlwaysJson("""{"maxzoom":"12","new":{"a":1},"vector_layers":[{"id":"water","fields":{"class":"String","n":1}}],"bounds":[170,-10,-170,10]}"""));

        var tileJson = await Maps(services).GetTileJsonAsync("m", cancellationToken: Cancel);

        Assert.Equal(12, tileJson.MaxZoom);
        Assert.Null(tileJson.MinZoom);
        Assert.Empty(tileJson.Tiles);
        Assert.Equal(new BoundingBox(170, -10, -170, 10), tileJson.Bounds);
        Assert.Equal("1", tileJson.VectorLayers.Single().Fields["n"]);
        Assert.Equal(1, tileJson.AdditionalProperties!["new"].GetProperty("a").GetInt32());
        Assert.Equal("water", JsonSerializer.Deserialize<TileJson>(JsonSerializer.Serialize(tileJson))!.VectorLayers.Single().Id);
    }

    [Theory]
    [InlineData("""{"bounds":[0,0,5120,5120]}""")]
    [InlineData("""{"bounds":[],"center":[null,1,2],"maxzoom":14.0,"tilejson":2.2,"tiles":null}""")]
    [InlineData("""{"tiles":[null],"vector_layers":[null],"minzoom":"x","center":"x","bounds":null}""")]
    public async Task Odd_members_of_a_TileJSON_are_none(string body)
    {
        using var services = Clients.Services(Wire.AlwaysJson(body));

        var tileJson = await Maps(services).GetTileJsonAsync("m", cancellationToken: Cancel);

        Assert.Null(tileJson.Bounds);
        Assert.Null(tileJson.MinZoom);
        Assert.Empty(tileJson.Center);
        Assert.Empty(tileJson.Tiles);
        Assert.Empty(tileJson.VectorLayers);
        Assert.True(tileJson.MaxZoom is null or 14);
    }

    [Fact]
    public async Task A_text_of_a_TileJSON_may_be_something_else()
    {
        using var services = Clients.Services(Wire.AlwaysJson("""{"name":5,"description":{"a":1},"attribution":false,"format":null,"logo":[]}"""));

        var tileJson = await Maps(services).GetTileJsonAsync("m", cancellationToken: Cancel);

        Assert.Equal(("5", """{"a":1}""", "false", null, "[]"), (tileJson.Name, tileJson.Description, tileJson.Attribution, tileJson.Format, tileJson.Logo));
    }

    [Fact]
    public async Task Half_a_surrogate_is_an_invalid_response()
    {
        using var services = Clients.Services(Wire.AlwaysJson("""{"name":"\ud800","u":"?key=a","layers":[]}"""));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Maps(services).GetStyleAsync("m", Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
    }

    [Fact]
    public async Task A_tile_is_a_stream_with_its_real_type()
    {
        using var services = Clients.Services(new Wire(_ => Picture("webp bytes", "image/webp")));

        using var tile = await Maps(services).GetTileAsync("m", new(1, 0, 0), new() { Format = ImageFormat.Png }, Cancel);

        Assert.Equal(("image/webp", "webp", 10L), (tile!.ContentType, tile.FileExtension, tile.Length));
        Assert.Equal("webp bytes"u8.ToArray(), await tile.ReadBytesAsync(Cancel));
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent, true)]
    [InlineData(HttpStatusCode.OK, true)]
    [InlineData(HttpStatusCode.OK, false)]
    public async Task No_bytes_are_no_tile(HttpStatusCode status, bool saysLength)
    {
        using var services = Clients.Services(new Wire(_ =>
        {
            var response = new HttpResponseMessage(status) { Content = new ByteArrayContent([]) };
            response.Content.Headers.ContentLength = saysLength ? 0 : null;
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
    public async Task A_page_or_a_refusal_is_never_a_tile(int status, string contentType, string reason)
    {
        using var services = Clients.Services(new Wire(_ => Wire.Text("<p>sign in</p>", contentType, (HttpStatusCode)status)));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Maps(services).GetTileAsync("m", new(1, 0, 0), cancellationToken: Cancel));

        Assert.Equal((reason, "/maps/{mapId}/{z}/{x}/{y}{scale}.{format}"), (error.Reason.Value, error.Endpoint));
    }

    [Fact]
    public async Task A_page_is_no_list_of_capabilities()
    {
        using var services = Clients.Services(new Wire(_ => Wire.Text("<html><body>sign in</body></html>", "text/html")));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Maps(services).GetWmtsCapabilitiesAsync("m", cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_told_before_any_request()
    {
        var wire = Wire.AlwaysJson();
        using var services = Clients.Services(wire);
        var maps = Maps(services);

        await Assert.ThrowsAsync<ArgumentException>("mapId", () => maps.GetStyleAsync("..", Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("tile", () => maps.GetTileAsync("m", new(23, 0, 0), cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("tileSize", () => maps.GetTileJsonAsync("m", 1024, Cancel));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => maps.GetTileAsync("m", new(1, 0, 0), new() { Format = (ImageFormat)99 }, Cancel));
        Assert.Throws<ArgumentException>("mapId", () => maps.DownloadTilesAsync("", [new(1, 0, 0)], cancellationToken: Cancel));
        Assert.Throws<ArgumentNullException>("tiles", () => maps.DownloadTilesAsync("m", null!, cancellationToken: Cancel));
        Assert.Throws<ArgumentOutOfRangeException>("MaxConcurrency", () => maps.DownloadTilesAsync("m", [], download: new() { MaxConcurrency = 0 }, cancellationToken: Cancel));
        Assert.Empty(wire.Uris);
    }

    [Fact]
    public async Task A_sprite_says_where_its_icons_are()
    {
        using var services = Clients.Services(Wire.AlwaysJson("""{"bus":{"x":1,"y":2,"width":"3","height":4},"dot":{"pixelRatio":2,"sdf":true,"content":[1,2,3,4]}}"""));

        var icons = await Maps(services).GetSpriteIndexAsync("v4", cancellationToken: Cancel);

        Assert.Equal((1, 2, 3, 4), (icons["bus"].X, icons["bus"].Y, icons["bus"].Width, icons["bus"].Height));
        Assert.Equal((1.0, 2.0, true), (icons["bus"].PixelRatio, icons["dot"].PixelRatio, icons["dot"].IsSdf));
    }

    [Fact]
    public async Task Capabilities_are_a_document_without_DTD()
    {
        using var services = Clients.Services(Wire.AlwaysJson());
        using var hostile = Clients.Services(new Wire(_ => Wire.Text("""<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>""", "text/xml")));

        var document = await Maps(services).GetWmtsCapabilitiesAsync("m", Cancel);
        var error = await Assert.ThrowsAsync<MapTilerException>(() => Maps(hostile).GetWmtsCapabilitiesAsync("m", Cancel));

        Assert.Equal("https://api.maptiler.com/maps/m/{TileMatrix}/{TileCol}/{TileRow}.png", document.Root!.Elements().First().Attribute("template")!.Value);
        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
    }

    private static MapsClient Maps(IServiceProvider services) => services.GetRequiredService<MapsClient>();

    private static HttpResponseMessage Picture(string bytes, string contentType) => new()
    {
        Content = new ByteArrayContent(System.Text.Encoding.ASCII.GetBytes(bytes)) { Headers = { ContentType = new(contentType) } },
    };
}
