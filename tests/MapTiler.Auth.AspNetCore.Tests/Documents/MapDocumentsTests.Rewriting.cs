using System.Net;
using System.Text;
using System.Text.Json;
using MapTiler.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore.Tests.Documents;

public sealed partial class MapDocumentsTests
{
    // {API} is the URL of MapTiler, {K} the credential in URLs of the service.
    private const string RewrittenStyle = """
        {"version":8,"name":"Č \"quoted\" \/ 🗺","sources":{
          "a":{"type":"vector","url":"{API}/tiles/v3/tiles.json?{K}"},
          "b":{"type":"raster","tiles":["{API}/maps/streets-v4/{z}/{x}/{y}.png?{K}&mtsid=5f-1","{API}/maps/streets-v4/{z}/{x}/{y}@2x.png?mtsid=5f-1&{K}"]},
          "c":{"type":"geojson","data":"{API}/data/d1/features.json?{K}"},
          "d":{"type":"geojson","data":{"type":"Feature","properties":{"link":"{API}/maps/streets-v4/style.json?{K}"},"geometry":null}},
          "e":{"type":"raster","tiles":["https://tiles.other.example/{z}/{x}/{y}.png?key=theirs&signature=theirs"],"attribution":"<a href=\"https://other.example/?a=1&b=2\">Other</a>"},
          "f":{"type":"raster","url":"\u0068ttps://API_HOST/tiles/v3/tiles.json?{K}"}},
         "glyphs":"{API}/fonts/{fontstack}/{range}.pbf?{K}",
         "sprite":[{"id":"default","url":"{API}/sprites/streets-v4/sprite?{K}"},{"id":"own","url":"https://icons.other.example/sprite"}],
         "metadata":{"nested":[[{"deep":"{API}/fonts/x/0-255.pbf?{K}"}]],"bare":"{SECRET}","logo":"{API}/resources/logo.svg?{K}","html":"<img src='{API}/tiles/v3/0/0/0.pbf?{K}'>"},
         "layers":[{"id":"l","type":"background","paint":{"background-opacity":1.50e0}}]}
        """;

    private static readonly string Credential = $"key={Secrets.Key}&signature={Secrets.OtherKey}";

    [Theory]
    [InlineData(BrowserMapsMode.SignedRedirect, 0)]
    [InlineData(BrowserMapsMode.Proxy, 0)]
    [InlineData(BrowserMapsMode.Proxy, 1_000_000)]
    public async Task Style_contains_the_public_URL_instead_of_every_URL_of_MapTiler_and_no_credential(BrowserMapsMode mode, long cacheSize)
    {
        await using var upstream = await StyleServerAsync();
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, mode, o => o.CacheSize = cacheSize);

        using var response = await app.GetAsync("/maptiler/maps/streets-v4/style.json", ("Host", "evil.example"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "gopher"), ("X-Forwarded-Prefix", "/evil"), ("Forwarded", "host=evil.example"));
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var style = JsonDocument.Parse(text);
        var sources = style.RootElement.GetProperty("sources");
        var root = BrowserApp.PublicUrl + "/maptiler";

        Assert.Equal($"{root}/tiles/v3/tiles.json", sources.GetProperty("a").GetProperty("url").GetString());
        Assert.Equal($"{root}/tiles/v3/tiles.json", sources.GetProperty("f").GetProperty("url").GetString());
        Assert.Equal([$"{root}/maps/streets-v4/{{z}}/{{x}}/{{y}}.png?mtsid=5f-1", $"{root}/maps/streets-v4/{{z}}/{{x}}/{{y}}@2x.png?mtsid=5f-1"], sources.GetProperty("b").GetProperty("tiles").EnumerateArray().Select(tile => tile.GetString()));
        Assert.Equal($"{root}/data/d1/features.json", sources.GetProperty("c").GetProperty("data").GetString());
        Assert.Equal($"{root}/maps/streets-v4/style.json", sources.GetProperty("d").GetProperty("data").GetProperty("properties").GetProperty("link").GetString());
        Assert.Equal($"{root}/fonts/{{fontstack}}/{{range}}.pbf", style.RootElement.GetProperty("glyphs").GetString());
        Assert.Equal([$"{root}/sprites/streets-v4/sprite", "https://icons.other.example/sprite"], style.RootElement.GetProperty("sprite").EnumerateArray().Select(sprite => sprite.GetProperty("url").GetString()));
        Assert.Equal($"{root}/fonts/x/0-255.pbf", style.RootElement.GetProperty("metadata").GetProperty("nested")[0][0].GetProperty("deep").GetString());
        Assert.Equal("https://tiles.other.example/{z}/{x}/{y}.png?key=theirs&signature=theirs", sources.GetProperty("e").GetProperty("tiles")[0].GetString());
        Assert.Equal("***", style.RootElement.GetProperty("metadata").GetProperty("bare").GetString());
        Assert.Equal("<a href=\"https://other.example/?a=1&b=2\">Other</a>", sources.GetProperty("e").GetProperty("attribution").GetString());
        Assert.Equal("Č \"quoted\" / 🗺", style.RootElement.GetProperty("name").GetString());
        Assert.Contains("1.50e0", text, StringComparison.Ordinal);
        AssertNothingLeaks(response, text.Replace("&signature=theirs", "", StringComparison.Ordinal));
        Assert.DoesNotContain("evil", text, StringComparison.Ordinal);
        Assert.DoesNotContain("5f-1&", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TileJson_and_a_sprite_that_is_a_string_are_rewritten()
    {
        await using var upstream = await JsonServerAsync("""{"sprite":"{API}/sprites/s/sprite?{K}","tilejson":"2.2.0","tiles":["{API}/tiles/v3/{z}/{x}/{y}.pbf?{K}"],"data":["{API}/data/d1/features.json?{K}"],"grids":["{API}/tiles/v3/{z}/{x}/{y}.grid.json?{K}"]}""");
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy);

        foreach (var path in new[] { "tiles/v3/tiles.json", "maps/streets-v4/tiles.json", "maps/streets-v4/256/tiles.json" })
        {
            var root = BrowserApp.PublicUrl + "/maptiler";
            Assert.Equal(
                $$"""{"sprite":"{{root}}/sprites/s/sprite","tilejson":"2.2.0","tiles":["{{root}}/tiles/v3/{z}/{x}/{y}.pbf"],"data":["{{root}}/data/d1/features.json"],"grids":["{{root}}/tiles/v3/{z}/{x}/{y}.grid.json"]}""",
                await app.GetStringAsync("/maptiler/" + path));
        }
    }

    [Theory]
    [InlineData("{\"version\":8,\"glyphs\":\"{API}/fonts/x?{K}\"")]
    [InlineData("not JSON {K}")]
    [InlineData("{\"a\":\"{K}\"} {\"b\":1}")]
    [InlineData("")]
    public async Task Style_that_is_malformed_JSON_is_a_bad_gateway_without_its_content(string body)
    {
        await using var upstream = await JsonServerAsync(body);
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.SignedRedirect);

        using var response = await app.GetAsync("/maptiler/maps/streets-v4/style.json");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
        AssertNothingLeaks(response, text + app.Logs.All);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Style_larger_than_16_MB_is_a_bad_gateway(bool hasContentLength)
    {
        const int Size = 100 * 1024 * 1024;
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = hasContentLength ? Size : null;
            var chunk = Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024));
            await context.Response.Body.FlushAsync(context.RequestAborted);
            for (var sent = 0; sent < (hasContentLength ? 0 : 17); sent++)
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted); // a caller that reads more does not receive it
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.SignedRedirect);

        using var response = await app.GetAsync("/maptiler/maps/streets-v4/style.json");

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
    }

    private static void AssertNothingLeaks(HttpResponseMessage response, string text) => Assert.All(
        Secrets.All.Append("signature="), secret => Assert.DoesNotContain(secret, $"{response.Headers}{response.Content.Headers}{text}", StringComparison.Ordinal));

    private static Task<LoopbackServer> StyleServerAsync() => JsonServerAsync(RewrittenStyle);

    private static Task<LoopbackServer> JsonServerAsync(string json) => LoopbackServer.StartAsync(context =>
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "public, max-age=60";
        var text = json.Replace("https://API_HOST", "http://" + context.Request.Host, StringComparison.Ordinal).Replace("\\u0068ttps://", "\\u0068ttp://", StringComparison.Ordinal)
            .Replace("API_HOST", context.Request.Host.Value, StringComparison.Ordinal).Replace("{API}", "http://" + context.Request.Host, StringComparison.Ordinal).Replace("{K}", Credential, StringComparison.Ordinal).Replace("{SECRET}", Secrets.TokenSecret, StringComparison.Ordinal);
        return context.Response.WriteAsync(text);
    });

    [Fact]
    public async Task Style_whose_gzip_decompresses_to_100_MB_is_a_bad_gateway()
    {
        var bomb = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(bomb, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var megabytes = 0; megabytes < 100; megabytes++)
                await gzip.WriteAsync(new byte[1024 * 1024], TestContext.Current.CancellationToken);
        }

        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.Body.WriteAsync(bomb.ToArray()).AsTask();
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.SignedRedirect);

        using var response = await app.GetAsync("/maptiler/maps/streets-v4/style.json");

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Contains("more than", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
