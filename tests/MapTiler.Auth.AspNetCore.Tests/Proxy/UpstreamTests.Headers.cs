using System.Net;
using MapTiler.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.AspNetCore.Tests.Proxy;

public sealed partial class UpstreamTests
{
    [Fact]
    public async Task Trailers_of_MapTiler_are_not_forwarded()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "image/png";
            context.Response.Headers.TransferEncoding = "chunked"; // so that the server writes the body as it is
            return context.Response.WriteAsync($"4\r\ntile\r\n0\r\nX-Trace: {context.Request.QueryString}\r\nSet-Cookie: upstream=1\r\n\r\n");
        });
        await using var app = await StartAsync(upstream, services: services => services.Configure<KestrelServerOptions>(server => server.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2)));
        using var request = new HttpRequestMessage(HttpMethod.Get, Tile) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };

        using var response = await app.Browser.SendAsync(request, Cancel);

        Assert.Equal("tile", await response.Content.ReadAsStringAsync(Cancel));
        Assert.Empty(response.TrailingHeaders);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public async Task Status_304_for_a_request_without_a_condition_is_a_bad_gateway(long cacheSize)
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        });
        await using var app = await StartAsync(upstream, cacheSize);

        using var response = await app.GetAsync(Tile);

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
    }

    [Fact]
    public async Task Headers_that_describe_a_file_are_forwarded()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.Age = "50";
            context.Response.Headers.Vary = "Accept";
            context.Response.Headers.Date = "Mon, 02 Nov 2026 10:00:00 GMT";
            context.Response.Headers.LastModified = "Mon, 02 Nov 2026 09:00:00 GMT";
            context.Response.Headers.Expires = "Mon, 02 Nov 2026 11:00:00 GMT";
            return SendTileAsync(context);
        });
        await using var app = await StartAsync(upstream, pipeline: app => app.Use((context, next) =>
        {
            context.Response.Headers.Vary = "Origin";
            return next();
        }));

        using var response = await app.GetAsync(Tile, ("Accept", "image/webp"));

        Assert.Equal(TimeSpan.FromSeconds(50), response.Headers.Age);
        Assert.Equal(["Origin", "Accept"], response.Headers.Vary);
        Assert.Equal(
            (10, 9, 11), (response.Headers.Date!.Value.Hour, response.Content.Headers.LastModified!.Value.Hour, response.Content.Headers.Expires!.Value.Hour));
        Assert.Equal("image/webp", Assert.Single(upstream.Requests).Headers["Accept"]);
    }

    [Fact]
    public async Task Reason_phrase_of_MapTiler_is_not_forwarded()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Features.Get<IHttpResponseFeature>()!.ReasonPhrase = "Fine " + Secrets.Key;
            return SendTileAsync(context);
        });
        await using var app = await StartAsync(upstream);

        using var response = await app.GetAsync(Tile);

        Assert.Equal("OK", response.ReasonPhrase);
    }

    [Theory]
    [InlineData("Content-Length: 4\r\n\r\nbody")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n")]
    public async Task Body_of_a_request_is_not_forwarded(string body)
    {
        await using var upstream = await LoopbackServer.StartAsync(SendTileAsync);
        await using var app = await StartAsync(upstream);

        var response = await app.SendRawAsync($"GET {Tile} HTTP/1.1\r\nHost: maps.example\r\nConnection: close\r\nContent-Type: text/plain\r\n{body}");

        Assert.StartsWith("HTTP/1.1 200 ", response, StringComparison.Ordinal);
        Assert.Empty(Assert.Single(upstream.Requests).Headers.Keys.Intersect(["Content-Length", "Content-Type", "Transfer-Encoding"]));
    }

    [Theory]
    [InlineData(BrowserMapsMode.Proxy, 0)]
    [InlineData(BrowserMapsMode.Proxy, 1_000_000)]
    public async Task Request_is_forwarded_with_Accept_headers_and_conditions_only(BrowserMapsMode mode, long cacheSize)
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
    public async Task Response_is_returned_with_the_headers_that_describe_the_file_only()
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

    private static Task Png(HttpContext context)
    {
        context.Response.ContentType = "image/png";
        context.Response.ContentLength = 4;
        return context.Response.WriteAsync("tile");
    }
}
