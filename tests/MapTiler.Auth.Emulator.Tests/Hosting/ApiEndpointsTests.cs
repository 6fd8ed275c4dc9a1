using System.Globalization;
using System.Net;

namespace MapTiler.Emulator.Tests;

/// <summary>Every endpoint of the public API, and its responses to valid and invalid requests.</summary>
public sealed class ApiEndpointsTests : EmulatorTest
{
    private const string Json = "application/json; charset=utf-8";
    private const string Html = "text/html; charset=utf-8";
    private const string Xml = "text/xml; charset=utf-8";
    private const string Protobuf = "application/x-protobuf";
    private const string Png = "image/png";
    private const string Jpeg = "image/jpeg";
    private const string WebP = "image/webp";

    private static readonly (string Path, string ContentType, int Cost)[] Endpoints =
    [
        ("/maps/streets-v4/", Html, 0),
        ("/maps/streets-v4/style.json", Json, 0),
        ("/maps/streets-v4/tiles.json", Json, 0),
        ("/maps/streets-v4/256/tiles.json", Json, 0),
        ("/maps/streets-v4/3/4/2.png", Png, 4),
        ("/maps/streets-v4/3/4/2@2x.jpg", Jpeg, 4),
        ("/maps/streets-v4/256/3/4/2.webp", WebP, 1),
        ("/maps/streets-v4/256/3/4/2%402x.png", Png, 1),
        ("/maps/streets-v4/WMTSCapabilities.xml", Xml, 0),
        ("/maps/streets-v4/tiles", Json, 0),
        ("/maps/streets-v4/tileMatrixSet", Json, 0),
        ("/maps/streets-v4/tiles/WebMercatorQuad", Json, 0),
        ("/maps/streets-v4/static/8.5,47.4,10/200x100.png", Png, 15),
        ("/maps/streets-v4/static/5.9,45.8,10.5,47.8/200x100@2x.jpg", Jpeg, 15),
        ("/maps/streets-v4/static/auto/200x100.webp?markers=8.5,47.4", WebP, 15),
        ("/tiles/v3/", Html, 0),
        ("/tiles/v3/tiles.json", Json, 0),
        ("/tiles/v3/4/8/5", Protobuf, 1),
        ("/tiles/v3/4/8/5.pbf", Protobuf, 1),
        ("/tiles/v4/0/0/0.pbf", Protobuf, 1),
        ("/tiles/countries/4/8/5.pbf", Protobuf, 1),
        ("/tiles/satellite-v2/4/8/5.jpg", Jpeg, 1),
        ("/tiles/satellite-v4/4/8/5", Jpeg, 1),
        ("/tiles/terrain-rgb-v2/4/8/5.webp", WebP, 1),
        ("/tiles/ocean-rgb/4/8/5.webp", WebP, 1),
        ("/tiles/v3/WMTSCapabilities.xml", Xml, 0),
        ("/tiles/v3/tiles", Json, 0),
        ("/tiles/v3/tileMatrixSet", Json, 0),
        ("/tiles/v3/tiles/WebMercatorQuad", Json, 0),
        ("/ogc/conformance", Json, 0),
        ("/conformance", Json, 0),
        ("/fonts/Roboto%20Medium,Noto%20Sans%20Regular/0-255.pbf", Protobuf, 0),
        ("/fonts/Noto%20Sans%20Regular/65280-65535.pbf", Protobuf, 0),
        ("/images/plan/image.json", Json, 0),
        ("/images/plan/0/0/0", Png, 1),
        ("/data/points/features.json", Json, 1),
        ("/elevation/17,50;-133.5,58.39.json", Json, 2),
        ("/coordinates/search/mercator.json", Json, 1),
        ("/coordinates/transform/17,50;17,50,300.json?t_srs=3857", Json, 2),
        ("/weather/latest.json", Json, 0),
        ("/geocoding/Praha.json", Json, 1),
    ];

    private static readonly string[] KeylessPaths =
    [
        "/maps/streets-v4/sprite.png", "/maps/streets-v4/sprite@2x.json",
        "/sprites/general/sprite.json", "/sprites/streets-v4/sprite@2x.png",
    ];

    public static TheoryData<string, string, int> Found => [.. Endpoints];

    public static TheoryData<string> Keyed => [.. Endpoints.Select(a => a.Path)];

    public static TheoryData<string> Keyless => [.. KeylessPaths];

    public static TheoryData<int, string> Rejected =>
    [
        .. Rows(400,
            "/maps/streets-v4/3/8/2.png", "/maps/streets-v4/3/4/-1.png", "/maps/streets-v4/23/0/0.png", "/maps/streets-v4/3/4/2.gif",
            "/maps/streets-v4/256/3/4/8.png", "/maps/streets-v4/99999999999/0/0.png",
            "/maps/streets-v4/static/8.5,47.4,10/0x100.png", "/maps/streets-v4/static/8.5,47.4,10/100x2049.png",
            "/maps/streets-v4/static/8.5,47.4,10/100x-5.png", "/maps/streets-v4/static/8.5,47.4,10/100x100.gif",
            "/maps/streets-v4/static/auto/100x100.png", "/maps/streets-v4/static/181,47.4,10/100x100.png",
            "/maps/streets-v4/static/8.5,91,10/100x100.png", "/maps/streets-v4/static/8.5,47.4,23/100x100.png",
            "/maps/streets-v4/static/10,45,6,48/100x100.png", "/maps/streets-v4/static/here/100x100.png",
            "/maps/streets-v4/static/auto/100x100.png?path=8.5,47.4", "/maps/streets-v4/static/auto/100x100.png?path=8.5,47.4%7Cx,y",
            "/maps/streets-v4/static/auto/100x100.png?path=enc:~", "/maps/streets-v4/static/auto/100x100.png?markers=8.5",
            "/maps/streets-v4/static/auto/100x100.png?markers=8.5,47.4,blurple",
            "/maps/streets-v4/static/auto/100x100.png?markers=icon:ftp:%7C8.5,47.4",
            "/maps/streets-v4/static/auto/100x100.png?markers=8.5,47.4&padding=2",
            "/maps/streets-v4/static/8.5,47.4,10/100x100.png?attribution=middle",
            "/maps/streets-v4/static/8.5,47.4,10/100x100.png?latlng=maybe",
            "/tiles/v3/4/16/5.pbf", "/tiles/v3/16/0/0.pbf", "/tiles/v3/4/8/5.png", "/tiles/v3/-1/0/0",
            "/fonts/Noto%20Sans/1-256.pbf", "/fonts/Noto%20Sans/0-256.pbf", "/fonts/Noto%20Sans/-256--1.pbf", "/fonts/Noto%20Sans/65536-65791.pbf",
            "/images/plan/9/0/0", "/images/plan/1/2/0",
            "/elevation/180,0.json", "/elevation/-180,0.json", "/elevation/17,85.01.json", "/elevation/17.json", "/elevation/.json", "/elevation/17,50,1.json",
            "/elevation/17,50;x,y.json", "/elevation/17,50.json?unit=miles",
            "/coordinates/search/mercator.json?limit=51", "/coordinates/search/mercator.json?offset=-1",
            "/coordinates/search/mercator.json?exports=1", "/coordinates/search/kind:CAR.json", "/coordinates/search/deprecated:2.json",
            "/coordinates/transform/17.json", "/coordinates/transform/a,b.json", "/coordinates/transform/17,50.json?t_srs=1",
            "/coordinates/transform/17,50.json?s_srs=EPSG:4326", "/coordinates/transform/17,50.json?t_srs=4978",
            "/coordinates/transform/17,50.json?t_srs=5514&ops=999999", "/coordinates/transform/17,50.json?t_srs=5514&ops=1314"),
        .. Rows(404,
            "/maps/nowhere/tiles.json", "/maps/nowhere/0/0/0.png", "/maps/nowhere/static/8.5,47.4,10/100x100.png",
            "/maps/nowhere/WMTSCapabilities.xml", "/maps/nowhere/tiles", "/maps/nowhere/tileMatrixSet", "/maps/nowhere/sprite.png",
            "/maps/streets-v4/512/tiles.json", "/maps/streets-v4/512/0/0/0.png", "/maps/streets-v4/0/0/0@3x.png", "/maps/streets-v4/0/0/0",
            "/sprites/nowhere/sprite.json", "/sprites/general/sprite@3x.png", "/sprites/general/sprite.webp",
            "/tiles/nowhere/", "/tiles/nowhere/0/0/0", "/tiles/nowhere/tiles.json", "/tiles/nowhere/tiles", "/tiles/v3/256/tiles.json",
            "/tiles/000000ff-0000-4000-8000-000000079c2c/0/0/0", "/images/nowhere/image.json", "/images/nowhere/0/0/0",
            "/data/nowhere/features.json", "/coordinates/search/a/b.json", "/data/points/features", "/fonts/Noto%20Sans/0-255", "/weather/latest"),
        .. Rows(204,
            "/tiles/mine/3/1/1", "/images/plan/1/0/1"),
    ];

    [Theory]
    [MemberData(nameof(Found))]
    public async Task Endpoint_responds_with_the_documented_content(string path, string contentType, int cost)
    {
        AddExamples();
        using var response = await SendWithKeyAsync(path);
        var body = await response.Content.ReadAsByteArrayAsync(Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType?.ToString());
        Assert.Equal("public, max-age=14400", response.Headers.CacheControl?.ToString());
        Assert.NotEmpty(body);
        Assert.Equal(cost, Assert.Single(Emulator.Requests).Cost);
    }

    [Theory]
    [MemberData(nameof(Keyed))]
    public async Task Endpoint_requires_a_key(string path)
    {
        using var response = await SendAsync(path);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        if (response.Content.Headers.ContentType?.MediaType == "image/png")
            Assert.Equal("403 Missing key", Assert.Single(response.Headers.GetValues("statustext")));
        else
            Assert.Equal("Missing key", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [MemberData(nameof(Keyed))]
    public async Task Endpoint_accepts_a_signature(string path)
    {
        AddExamples();
        var url = Signing.Sign(new Uri(Emulator.BaseAddress, path).AbsoluteUri, Emulator.ServiceToken);
        await AssertStatusAsync(HttpStatusCode.OK, SendAsync(new Uri(url).PathAndQuery));
    }

    [Theory]
    [MemberData(nameof(Keyless))]
    public Task A_sprite_needs_no_key(string path) => AssertStatusAsync(HttpStatusCode.OK, SendAsync(path));

    [Theory]
    [MemberData(nameof(Rejected))]
    public Task Another_position_is_rejected(int status, string path)
    {
        AddExamples();
        return AssertStatusAsync((HttpStatusCode)status, SendWithKeyAsync(path));
    }

    [Theory]
    [InlineData("/elevation/{0}.json", "17,50")]
    [InlineData("/coordinates/transform/{0}.json", "17,50")]
    public async Task Batch_of_more_than_fifty_is_rejected(string template, string item)
    {
        await GetTextAsync(Path(50));
        await AssertStatusAsync(HttpStatusCode.BadRequest, SendWithKeyAsync(Path(51)));

        string Path(int count) => string.Format(CultureInfo.InvariantCulture, template, string.Join(';', Enumerable.Repeat(item, count)));
    }

    private static IEnumerable<(int Status, string Path)> Rows(int status, params string[] paths) => paths.Select(path => (status, path));

    private void AddExamples()
    {
        Emulator.Add(new EmulatedImage("plan", 1000, 500));
        Emulator.Add(new EmulatedTileset("mine"));
        Emulator.AddDataset("points", """{"type":"FeatureCollection","features":[]}""");
    }
}
