using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.AspNetCore.Tests.Proxy;

public sealed partial class UpstreamTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public async Task ForwardAsync_of_a_HEAD_request_returns_the_headers_of_the_file(long cacheSize)
    {
        await using var upstream = await LoopbackServer.StartAsync(context => RespondAsync(context, "a tile"));
        await using var app = await StartAsync(upstream, cacheSize);

        using var response = await app.SendAsync(HttpMethod.Head, Tile);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(6, response.Content.Headers.ContentLength);
        Assert.Equal("image/png", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("GET", Assert.Single(upstream.Requests).Method);
    }

    [Fact]
    public async Task ForwardAsync_of_a_conditional_request_forwards_the_condition_and_the_304()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.ETag = "\"1\"";
            context.Response.Headers.CacheControl = "public, max-age=60";
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"1\"" && context.Request.Headers.IfModifiedSince == "Mon, 02 Nov 2026 10:00:00 GMT" ? 304 : 500;
            return Task.CompletedTask;
        });
        await using var app = await StartAsync(upstream);

        using var response = await app.GetAsync(Tile, ("If-None-Match", "\"1\""), ("If-Modified-Since", "Mon, 02 Nov 2026 10:00:00 GMT"));

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
        Assert.Equal("\"1\"", response.Headers.ETag!.Tag);
        Assert.Equal(TimeSpan.FromSeconds(60), response.Headers.CacheControl!.MaxAge);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public async Task ForwardAsync_of_a_missing_tile_returns_204(long cacheSize)
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        });
        await using var app = await StartAsync(upstream, cacheSize);

        using var response = await app.GetAsync(Tile);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    [Theory]
    [InlineData(0, "gzip")]
    [InlineData(0, "identity")]
    [InlineData(1_000_000, "gzip")]
    [InlineData(1_000_000, "identity")]
    public async Task ForwardAsync_of_an_empty_tile_returns_200_without_a_body(long cacheSize, string acceptEncoding)
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/x-protobuf";
            context.Response.Headers.CacheControl = "public, max-age=14400";
            if (acceptEncoding == "gzip")
                context.Response.Headers.ContentEncoding = "gzip";
            return Task.CompletedTask;
        });
        await using var app = await StartAsync(upstream, cacheSize);

        for (var i = 0; i < 2; i++)
        {
            using var response = await app.GetAsync("/maptiler/tiles/v3/0/0/0.pbf", ("Accept-Encoding", acceptEncoding));

            Assert.Equal((HttpStatusCode.OK, "application/x-protobuf"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
            Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancel));
        }
    }

    [Theory]
    [InlineData(Tile)]
    [InlineData("/maptiler/maps/streets-v4/style.json")]
    [InlineData("/maptiler/data/d1/features.json")]
    public async Task Browser_that_disconnects_cancels_the_request_to_MapTiler(string path)
    {
        var (isRequested, isEnded) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            context.RequestAborted.Register(() => isEnded.TrySetResult());
            isRequested.TrySetResult();
            await isEnded.Task;
        });
        await using var app = await StartAsync(upstream);
        using var disconnect = new CancellationTokenSource();

        var request = app.Browser.GetAsync(path, disconnect.Token);
        await isRequested.Task.WaitAsync(Cancel);
        await disconnect.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await isEnded.Task.WaitAsync(Cancel);
    }

    [Fact]
    public async Task ForwardAsync_streams_a_file_while_it_is_received()
    {
        var mayEnd = new TaskCompletionSource();
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{\"first\":1,");
            await context.Response.Body.FlushAsync();
            await mayEnd.Task;
            await context.Response.WriteAsync("\"last\":2}");
        });
        await using var app = await StartAsync(upstream, cacheSize: 1_000_000);

        using var response = await app.Browser.GetAsync("/maptiler/data/d1/features.json", HttpCompletionOption.ResponseHeadersRead, Cancel);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Cancel));
        var buffer = new char[11];
        await reader.ReadBlockAsync(buffer, Cancel);
        Assert.Equal("{\"first\":1,", new string(buffer));
        mayEnd.SetResult();

        Assert.Equal("\"last\":2}", await reader.ReadToEndAsync(Cancel));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public async Task ForwardAsync_of_a_file_whose_connection_breaks_is_never_a_complete_response(long cacheSize)
    {
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "image/png";
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("half");
            context.Abort();
        });
        await using var app = await StartAsync(upstream, cacheSize);

        try
        {
            using var response = await app.GetAsync(Tile);
            Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        }
        catch (HttpRequestException)
        {
            // The connection to the browser was broken too.
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public async Task ForwardAsync_of_a_compressed_tile_does_not_change_its_bytes(long cacheSize)
    {
        var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            await gzip.WriteAsync(Encoding.ASCII.GetBytes(new string('v', 5000)), TestContext.Current.CancellationToken);
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/x-protobuf";
            context.Response.Headers.ContentEncoding = "gzip";
            context.Response.Headers.CacheControl = "public, max-age=60";
            await context.Response.Body.WriteAsync(compressed.ToArray());
        });
        await using var app = await StartAsync(upstream, cacheSize);

        using var response = await app.GetAsync("/maptiler/tiles/v3/0/0/0.pbf", ("Accept-Encoding", "gzip, br"));

        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        Assert.Equal(compressed.ToArray(), await response.Content.ReadAsByteArrayAsync(Cancel));
    }

    private static Task RespondAsync(HttpContext context, string body)
    {
        context.Response.ContentType = "image/png";
        context.Response.ContentLength = body.Length;
        context.Response.Headers.CacheControl = "public, max-age=60";
        return context.Response.WriteAsync(body);
    }
}
