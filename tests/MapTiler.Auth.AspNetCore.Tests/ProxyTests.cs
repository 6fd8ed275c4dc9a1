using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.AspNetCore.Tests;

public sealed class ProxyTests
{
    private const string Tile = "/maptiler/maps/streets-v4/1/0/0.png";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public async Task A_HEAD_request_gets_what_describes_the_file(long cacheSize)
    {
        await using var upstream = await LoopbackServer.StartAsync(context => AnswerAsync(context, "a tile"));
        await using var app = await StartAsync(upstream, cacheSize);

        using var response = await app.SendAsync(HttpMethod.Head, Tile);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(6, response.Content.Headers.ContentLength);
        Assert.Equal("image/png", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("GET", Assert.Single(upstream.Requests).Method);
    }

    [Fact]
    public async Task What_a_browser_knows_is_asked_of_MapTiler_and_its_304_passes()
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
    public async Task Where_there_is_no_tile_there_is_none_here(long cacheSize)
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
    public async Task A_tile_without_features_has_no_bytes_here_either(long cacheSize, string acceptEncoding)
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

    [Fact]
    public async Task A_browser_that_goes_away_ends_the_request_to_MapTiler()
    {
        var (isAsked, isEnded) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            context.RequestAborted.Register(() => isEnded.TrySetResult());
            isAsked.TrySetResult();
            await isEnded.Task;
        });
        foreach (var path in new[] { Tile, "/maptiler/maps/streets-v4/style.json", "/maptiler/data/d1/features.json" })
        {
            (isAsked, isEnded) = (new TaskCompletionSource(), new TaskCompletionSource());
            await using var app = await StartAsync(upstream);
            using var leaving = new CancellationTokenSource();

            var request = app.Browser.GetAsync(path, leaving.Token);
            await isAsked.Task.WaitAsync(Cancel);
            await leaving.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
            await isEnded.Task.WaitAsync(Cancel);
        }
    }

    [Fact]
    public async Task A_file_arrives_while_MapTiler_sends_it()
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
    [InlineData(Tile, 1_000_000)]
    [InlineData("/maptiler/maps/streets-v4/style.json", 0)]
    [InlineData("/maptiler/geocoding/Brno.json", 1_000_000)]
    public async Task A_MapTiler_that_does_not_answer_is_a_gateway_timeout(string path, long cacheSize)
    {
        var time = new FakeTimeProvider();
        var isAsked = new TaskCompletionSource();
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            isAsked.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        });
        await using var app = await StartAsync(upstream, cacheSize, services => services.AddSingleton<TimeProvider>(time));

        var request = app.GetAsync(path);
        await isAsked.Task.WaitAsync(Cancel);
        time.Advance(TimeSpan.FromSeconds(30));
        using var response = await request;

        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public async Task No_connection_to_MapTiler_is_a_bad_gateway_with_the_cause_in_the_log_alone(long cacheSize)
    {
        using var closed = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(new IPEndPoint(IPAddress.Loopback, 0)); // without listening, so that no other program can either
        var nobody = new Uri($"http://{closed.LocalEndPoint}");
        await using var app = await BrowserApp.StartAsync(nobody, BrowserMapsMode.Proxy, o => o.CacheSize = cacheSize);

        foreach (var path in new[] { Tile, "/maptiler/maps/streets-v4/style.json" })
        {
            using var response = await app.GetAsync(path);
            Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
            Assert.Equal("There was no answer of MapTiler.", await response.Content.ReadAsStringAsync(Cancel));
        }

        Assert.Contains(nameof(SocketException), app.Logs.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public async Task A_file_that_breaks_off_never_looks_whole(long cacheSize)
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
            // The connection was broken here as well.
        }
    }

    private static Task<BrowserApp> StartAsync(LoopbackServer upstream, long cacheSize = 0, Action<IServiceCollection>? services = null) =>
        BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = cacheSize, services: services);

    private static Task AnswerAsync(HttpContext context, string body)
    {
        context.Response.ContentType = "image/png";
        context.Response.ContentLength = body.Length;
        context.Response.Headers.CacheControl = "public, max-age=60";
        return context.Response.WriteAsync(body);
    }
}
