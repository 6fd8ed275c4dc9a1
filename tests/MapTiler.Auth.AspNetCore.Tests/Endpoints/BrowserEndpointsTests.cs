using System.Net;
using MapTiler.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore.Tests.Endpoints;

public sealed partial class BrowserEndpointsTests
{
    private const string Tile = "/maptiler/tiles/v3/0/0/0.pbf";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/maptiler/geocoding/Brno.json")]
    [InlineData("/maptiler/geocoding/8.5,47.4.json")]
    [InlineData("/maptiler/maps/streets-v4/static/8.5,47.4,4/100x100.png")]
    public async Task Geocoding_and_static_maps_are_disabled_by_default(string path)
    {
        await using var upstream = await LoopbackServer.StartAsync();
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => (o.AllowGeocoding, o.AllowStaticMaps) = (false, false));

        using var response = await app.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(upstream.Requests);
    }

    [Theory]
    [InlineData("get", "405")]
    [InlineData("Head", "405")]
    [InlineData("POST", "405")]
    public async Task Method_other_than_GET_and_HEAD_is_not_allowed(string method, string status)
    {
        await using var upstream = await LoopbackServer.StartAsync();
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy);

        var response = await app.SendRawAsync($"{method} {Tile} HTTP/1.1\r\nHost: maps.example\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 " + status, response, StringComparison.Ordinal);
        Assert.Empty(upstream.Requests);
    }

    [Fact]
    public async Task Request_with_an_incomplete_body_is_closed_after_the_response()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "image/png";
            return context.Response.WriteAsync("tile");
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy);

        try
        {
            var response = await app.SendRawAsync($"GET {Tile} HTTP/1.1\r\nHost: maps.example\r\nContent-Length: 1000\r\n\r\nGET /admin HTTP/1.1\r\n");
            Assert.Single(response.Split("HTTP/1.1 ").Skip(1));
        }
        catch (IOException)
        {
            // The connection was reset, since the rest of the body was not received.
        }

        Assert.Single(upstream.Requests);
    }

    [Fact]
    public async Task Failure_while_sending_a_file_removes_the_headers_of_the_file()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/x-protobuf";
            context.Response.Headers.ContentEncoding = "gzip";
            context.Response.Headers.CacheControl = "public, max-age=60";
            context.Response.Headers.Age = "5";
            context.Response.Headers.ETag = "\"1\"";
            context.Response.Headers.LastModified = "Mon, 02 Nov 2026 10:00:00 GMT";
            return context.Response.WriteAsync("not gzip");
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = 1_000_000);

        using var response = await app.GetAsync(Tile);

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal((null, null, null), (response.Headers.ETag, response.Headers.Age, response.Content.Headers.LastModified));
    }

    [Theory]
    [InlineData(Tile, 0)]
    [InlineData(Tile, 1_000_000)]
    [InlineData("/maptiler/maps/streets-v4/style.json", 0)]
    [InlineData("/maptiler/maps/streets-v4/style.json", 1_000_000)]
    public async Task Browser_that_disconnects_causes_no_exception_and_no_log_message(string path, long cacheSize)
    {
        var isRequested = new TaskCompletionSource();
        Exception? failure = null;
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            isRequested.TrySetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = cacheSize, pipeline: app => app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (Exception e)
            {
                failure = e;
            }
        }));
        using var disconnect = new CancellationTokenSource();

        var pending = app.Browser.GetAsync(path, disconnect.Token);
        await isRequested.Task.WaitAsync(Cancel);
        await app.WaitForRequestsAsync(1);
        await disconnect.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        await app.WaitForRequestsAsync(0);

        Assert.Null(failure);
        Assert.DoesNotContain("returned status", app.Logs.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Listed_map_that_MapTiler_does_not_have_logs_a_warning_but_a_missing_tile_does_not()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy);

        foreach (var path in new[] { "/maptiler/maps/streets-v4/style.json", "/maptiler/maps/streets-v4/1/0/0.png" })
            using (await app.GetAsync(path)) { }

        var warning = Assert.Single(app.Logs.Messages, message => message.StartsWith("Warning", StringComparison.Ordinal));
        Assert.Contains("status 404 for 'streets-v4'", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Tile)]
    [InlineData("/maptiler/maps/streets-v4/style.json")]
    public async Task Failure_does_not_remove_headers_of_the_application(string path)
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 403;
            return Task.CompletedTask;
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, pipeline: app => app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'self'";
            context.Response.Headers.Vary = "Cookie";
            return next();
        }));

        using var response = await app.GetAsync(path);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
        Assert.Equal(["Cookie"], response.Headers.Vary);
    }
}
