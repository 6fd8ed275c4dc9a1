using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore.Tests;

/// <summary>A page that shows a map of ours must learn nothing that is not for it.</summary>
public sealed class Scenario19Tests
{
    // {API} is the address of MapTiler, {K} the credential as the service would repeat it.
    private const string Style = """
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
    public async Task Every_address_of_MapTiler_in_a_style_leads_to_the_configured_address(BrowserMapsMode mode, long cacheSize)
    {
        await using var upstream = await StyleServerAsync();
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, mode, o => o.CacheSize = cacheSize);

        using var response = await app.GetAsync("/maptiler/maps/streets-v4/style.json", ("Host", "evil.example"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "gopher"), ("X-Forwarded-Prefix", "/evil"), ("Forwarded", "host=evil.example"));
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var style = JsonDocument.Parse(text);
        var sources = style.RootElement.GetProperty("sources");
        var root = BrowserApp.Public + "/maptiler";

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
    public async Task A_sprite_that_is_one_text_and_the_templates_of_a_TileJSON_are_rewritten_too()
    {
        await using var upstream = await JsonServerAsync("""{"sprite":"{API}/sprites/s/sprite?{K}","tilejson":"2.2.0","tiles":["{API}/tiles/v3/{z}/{x}/{y}.pbf?{K}"],"data":["{API}/data/d1/features.json?{K}"],"grids":["{API}/tiles/v3/{z}/{x}/{y}.grid.json?{K}"]}""");
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy);

        foreach (var path in new[] { "tiles/v3/tiles.json", "maps/streets-v4/tiles.json", "maps/streets-v4/256/tiles.json" })
        {
            var root = BrowserApp.Public + "/maptiler";
            Assert.Equal(
                $$"""{"sprite":"{{root}}/sprites/s/sprite","tilejson":"2.2.0","tiles":["{{root}}/tiles/v3/{z}/{x}/{y}.pbf"],"data":["{{root}}/data/d1/features.json"],"grids":["{{root}}/tiles/v3/{z}/{x}/{y}.grid.json"]}""",
                await app.GetTextAsync("/maptiler/" + path));
        }
    }

    [Theory]
    [InlineData("{\"version\":8,\"glyphs\":\"{API}/fonts/x?{K}\"")]
    [InlineData("not JSON {K}")]
    [InlineData("{\"a\":\"{K}\"} {\"b\":1}")]
    [InlineData("{\"a\":\"\\ud800{K}\"}")]
    [InlineData("")]
    public async Task Malformed_JSON_is_a_bad_gateway_and_never_its_text(string body)
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
    public async Task A_style_of_100_MB_is_given_up_after_16(bool tellsItsLength)
    {
        const int Size = 100 * 1024 * 1024;
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = tellsItsLength ? Size : null;
            var chunk = Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024));
            await context.Response.Body.FlushAsync(context.RequestAborted);
            for (var sent = 0; sent < (tellsItsLength ? 0 : 17); sent++)
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted); // whoever wants more waits in vain
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.SignedRedirect);

        using var response = await app.GetAsync("/maptiler/maps/streets-v4/style.json");

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
    }

    [Theory]
    [InlineData(400, 400)]
    [InlineData(401, 502)]
    [InlineData(403, 403)]
    [InlineData(404, 404)]
    [InlineData(410, 410)]
    [InlineData(414, 414)]
    [InlineData(418, 502)]
    [InlineData(429, 429)]
    [InlineData(500, 502)]
    [InlineData(503, 503)]
    [InlineData(302, 502)]
    [InlineData(201, 502)]
    public async Task A_failure_of_MapTiler_passes_with_its_status_uncached_and_without_its_body(int upstreamStatus, int status)
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = upstreamStatus;
            context.Response.ContentType = "image/png";
            context.Response.Headers.RetryAfter = "17";
            context.Response.Headers.CacheControl = "public, max-age=86400";
            context.Response.Headers.WWWAuthenticate = "Basic";
            context.Response.Headers.Location = "https://evil.example/" + context.Request.QueryString;
            return context.Response.WriteAsync("You asked with " + context.Request.QueryString + Secrets.Key);
        });
        var asked = 0;
        foreach (var cacheSize in new[] { 0, 1_000_000 })
        {
            await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = cacheSize);
            foreach (var path in new[] { "maps/streets-v4/style.json", "maps/streets-v4/1/0/0.png", "geocoding/Brno.json" })
            {
                for (var i = 0; i < 2; i++)
                {
                    using var response = await app.GetAsync("/maptiler/" + path);
                    Assert.Equal(status, (int)response.StatusCode);
                    Assert.True(response.Headers.CacheControl!.NoStore);
                    Assert.Null(response.Headers.Location);
                    Assert.Empty(response.Headers.WwwAuthenticate);
                    Assert.Equal(status is 429 or 503 ? "17" : null, response.Headers.TryGetValues("Retry-After", out var retryAfter) ? retryAfter.Single() : null);
                    AssertNothingLeaks(response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
                }
            }

            asked += 2;
            Assert.Equal(asked, upstream.Requests.Count(request => request.Target.Contains("/1/0/0.png", StringComparison.Ordinal))); // none was kept
            Assert.All(Secrets.All, secret => Assert.DoesNotContain(secret, app.Logs.All, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_compressed_tile_arrives_as_it_was_sent()
    {
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            await gzip.WriteAsync(Encoding.ASCII.GetBytes(new string('v', 5000)), TestContext.Current.CancellationToken);
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/x-protobuf";
            context.Response.Headers.ContentEncoding = "gzip";
            context.Response.Headers.CacheControl = "public, max-age=60";
            await context.Response.Body.WriteAsync(packed.ToArray());
        });
        foreach (var cacheSize in new[] { 0, 1_000_000 })
        {
            await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = cacheSize);

            using var response = await app.GetAsync("/maptiler/tiles/v3/0/0/0.pbf", ("Accept-Encoding", "gzip, br"));

            Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
            Assert.Equal(packed.ToArray(), await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Nothing_is_cached_by_default()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "image/png";
            context.Response.Headers.CacheControl = "public, max-age=86400";
            return context.Response.WriteAsync("tile");
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy);

        for (var i = 0; i < 3; i++)
            await app.GetTextAsync("/maptiler/maps/streets-v4/1/0/0.png");

        Assert.Equal(3, upstream.Requests.Count);
    }

    [Fact]
    public async Task No_log_shows_a_credential_or_a_place()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 500;
            return context.Response.WriteAsync("You asked with " + context.Request.QueryString);
        });
        foreach (var mode in new[] { BrowserMapsMode.SignedRedirect, BrowserMapsMode.Proxy })
        {
            await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, mode);
            foreach (var path in new[] { "maps/streets-v4/style.json", "maps/streets-v4/1/0/0.png", "geocoding/Lidick%C3%A1%201.json", "maps/streets-v4/static/16.6068,49.1952,9/100x100.png" })
                using (await app.GetAsync("/maptiler/" + path)) { }

            var logs = string.Join("\n", app.Logs.Messages.Where(message => !message.StartsWith("scope:", StringComparison.Ordinal))); // which the server opens
            Assert.Contains("/geocoding/{query}", logs, StringComparison.Ordinal);
            Assert.All(Secrets.All.Concat(["signature=", "16.6068", "Lidick"]), secret => Assert.DoesNotContain(secret, logs, StringComparison.Ordinal));
        }
    }

    private static void AssertNothingLeaks(HttpResponseMessage response, string text) => Assert.All(
        Secrets.All.Append("signature="), secret => Assert.DoesNotContain(secret, $"{response.Headers}{response.Content.Headers}{text}", StringComparison.Ordinal));

    private static Task<LoopbackServer> StyleServerAsync() => JsonServerAsync(Style);

    private static Task<LoopbackServer> JsonServerAsync(string json) => LoopbackServer.StartAsync(context =>
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "public, max-age=60";
        var text = json.Replace("https://API_HOST", "http://" + context.Request.Host, StringComparison.Ordinal).Replace("\\u0068ttps://", "\\u0068ttp://", StringComparison.Ordinal)
            .Replace("API_HOST", context.Request.Host.Value, StringComparison.Ordinal).Replace("{API}", "http://" + context.Request.Host, StringComparison.Ordinal).Replace("{K}", Credential, StringComparison.Ordinal).Replace("{SECRET}", Secrets.TokenSecret, StringComparison.Ordinal);
        return context.Response.WriteAsync(text);
    });
}
