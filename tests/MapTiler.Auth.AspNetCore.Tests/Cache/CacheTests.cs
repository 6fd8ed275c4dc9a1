using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.AspNetCore.Tests;

public sealed class CacheTests
{
    private const string Tile = "/maptiler/maps/streets-v4/1/0/0.png";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thousand_requests_at_once_fetch_a_tile_once()
    {
        var mayAnswer = new TaskCompletionSource();
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            await mayAnswer.Task;
            await AnswerAsync(context, "public, max-age=60");
        });
        await using var app = await StartAsync(upstream);

        var requests = Enumerable.Range(0, 1000).Select(_ => app.GetTextAsync(Tile)).ToList();
        mayAnswer.SetResult();
        await Task.WhenAll(requests);

        Assert.Single(upstream.Requests);
    }

    [Theory]
    [InlineData("public, max-age=60", 60)]
    [InlineData("max-age=10, s-maxage=120", 120)]
    [InlineData("public, max-age=86400", 4 * 60 * 60)]
    public async Task An_answer_is_kept_as_long_as_it_says_and_then_fetched_anew(string cacheControl, int seconds)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var upstream = await LoopbackServer.StartAsync(context => AnswerAsync(context, cacheControl));
        await using var app = await StartAsync(upstream, services: services => services.AddSingleton<TimeProvider>(time));

        await app.GetTextAsync(Tile);
        time.Advance(TimeSpan.FromSeconds(seconds - 1));
        using (var response = await app.GetAsync(Tile))
            Assert.Equal(TimeSpan.FromSeconds(seconds - 1), response.Headers.Age);
        Assert.Single(upstream.Requests);

        time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => app.GetTextAsync(Tile)));
        Assert.Equal(2, upstream.Requests.Count);
    }

    [Theory]
    [InlineData("no-store")]
    [InlineData("private, max-age=60")]
    [InlineData("no-cache")]
    [InlineData("public, max-age=0")]
    [InlineData("")]
    public async Task What_a_shared_cache_may_not_keep_is_fetched_each_time(string cacheControl)
    {
        await using var upstream = await LoopbackServer.StartAsync(context => AnswerAsync(context, cacheControl));
        await using var app = await StartAsync(upstream);

        for (var i = 0; i < 3; i++)
            Assert.Equal("tile", await app.GetTextAsync(Tile));

        Assert.Equal(3, upstream.Requests.Count);
    }

    [Fact]
    public async Task A_failure_reaches_who_waits_for_it_and_is_forgotten()
    {
        var isBroken = true;
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = isBroken ? 403 : 200;
            return AnswerAsync(context, "public, max-age=60");
        });
        await using var app = await StartAsync(upstream);

        using (var refused = await app.GetAsync(Tile))
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        isBroken = false;

        Assert.Equal("tile", await app.GetTextAsync(Tile));
    }

    [Fact]
    public async Task A_browser_that_leaves_takes_the_tile_from_nobody()
    {
        var (isAsked, mayAnswer) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            isAsked.TrySetResult();
            await mayAnswer.Task;
            await AnswerAsync(context, "public, max-age=60");
        });
        await using var app = await StartAsync(upstream);
        using var leaving = new CancellationTokenSource();

        var first = app.Browser.GetAsync(Tile, leaving.Token);
        await isAsked.Task;
        var second = app.GetTextAsync(Tile);
        await app.WaitForRequestsAsync(2);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await app.WaitForRequestsAsync(1);
        mayAnswer.SetResult();

        Assert.Equal("tile", await second);
        Assert.Single(upstream.Requests);
    }

    [Fact]
    public async Task The_last_browser_that_leaves_ends_the_request_to_MapTiler()
    {
        var (isAsked, isEnded) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            context.RequestAborted.Register(() => isEnded.TrySetResult());
            isAsked.TrySetResult();
            await isEnded.Task;
        });
        await using var app = await StartAsync(upstream);
        using var leaving = new CancellationTokenSource();

        var request = app.Browser.GetAsync(Tile, leaving.Token);
        await isAsked.Task.WaitAsync(Cancel);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await isEnded.Task.WaitAsync(Cancel);
    }

    [Theory]
    [InlineData("gzip, br", true)]
    [InlineData("br;q=1.0, *;q=0.5", true)]
    [InlineData("GZIP;q=0.1", true)]
    [InlineData("identity", false)]
    [InlineData("gzip; q=0", false)]
    [InlineData("gzip;q=0, *", false)]
    [InlineData("", false)]
    public async Task Who_cannot_unpack_gets_it_unpacked(string acceptEncoding, bool isPacked)
    {
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            await gzip.WriteAsync(new byte[200_000], Cancel);
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/x-protobuf";
            context.Response.Headers.ContentEncoding = "GZip";
            context.Response.Headers.CacheControl = "public, max-age=60";
            context.Response.Headers.ETag = "\"1\"";
            await context.Response.Body.WriteAsync(packed.ToArray());
        });
        await using var app = await StartAsync(upstream);

        using var response = await app.GetAsync("/maptiler/tiles/v3/0/0/0.pbf", ("Accept-Encoding", acceptEncoding));

        Assert.Equal(isPacked ? ["gzip"] : [], response.Content.Headers.ContentEncoding);
        Assert.Equal(isPacked ? "\"1\"" : "W/\"1\"", response.Headers.ETag!.ToString());
        Assert.Equal(["Accept-Encoding"], response.Headers.Vary);
        Assert.Equal(isPacked ? packed.ToArray() : new byte[200_000], await response.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Theory]
    [InlineData(200, "not gzip")]
    [InlineData(304, "")]
    public async Task An_answer_that_makes_no_sense_is_a_bad_gateway(int status, string body)
    {
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/x-protobuf";
            context.Response.Headers.ContentEncoding = "gzip";
            context.Response.Headers.CacheControl = "public, max-age=60";
            if (body.Length > 0)
                await context.Response.WriteAsync(body);
        });
        await using var app = await StartAsync(upstream);

        using var response = await app.GetAsync("/maptiler/tiles/v3/0/0/0.pbf");

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Empty(response.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Styles_can_be_kept_where_files_are_redirected_to()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.CacheControl = "public, max-age=60";
            return context.Response.WriteAsync("{}");
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.SignedRedirect, o => o.CacheSize = 1_000_000);

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("{}", await app.GetTextAsync("/maptiler/maps/streets-v4/style.json"));
            using var tile = await app.GetAsync(Tile);
            Assert.Equal(HttpStatusCode.Found, tile.StatusCode);
        }

        Assert.Single(upstream.Requests);
    }

    [Fact]
    public async Task Sessions_share_an_answer_but_tenants_and_accounts_do_not()
    {
        await using var upstream = await LoopbackServer.StartAsync(context => AnswerAsync(context, "public, max-age=60"));
        await using var app = await StartAsync(upstream, o => o.TenantOf = context => context.Request.Headers["X-Tenant"].ToString());

        foreach (var (path, tenant) in new[] { (Tile, "a"), (Tile + "?mtsid=1", "a"), (Tile + "?mtsid=2&other=3", "a"), (Tile, "b"), (Tile, "a"), (Tile, "") })
        {
            using var response = await app.GetAsync(path, ("X-Tenant", tenant));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.True(response.Headers.CacheControl!.Private);
            Assert.False(response.Headers.CacheControl.Public);
        }

        Assert.Equal(3, upstream.Requests.Count);
    }

    [Fact]
    public async Task A_browser_that_knows_a_tile_gets_304_from_the_cache()
    {
        await using var upstream = await LoopbackServer.StartAsync(context => AnswerAsync(context, "public, max-age=60"));
        await using var app = await StartAsync(upstream);
        await app.GetTextAsync(Tile);

        foreach (var (name, value, status) in new[]
        {
            ("If-None-Match", "\"1\"", 304), ("If-None-Match", "W/\"1\"", 304), ("If-None-Match", "\"0\", \"1\"", 304), ("If-None-Match", "*", 304), ("If-None-Match", "\"2\"", 200),
            ("If-Modified-Since", "Tue, 03 Nov 2026 10:00:00 GMT", 304), ("If-Modified-Since", "Sun, 01 Nov 2026 10:00:00 GMT", 200), ("If-Modified-Since", "nonsense", 200),
        })
        {
            using var response = await app.GetAsync(Tile, (name, value));
            Assert.Equal(status, (int)response.StatusCode);
            Assert.Equal("\"1\"", response.Headers.ETag!.Tag);
        }

        Assert.Single(upstream.Requests);
    }

    [Fact]
    public async Task Memory_has_a_limit()
    {
        await using var upstream = await LoopbackServer.StartAsync(context => AnswerAsync(context, "public, max-age=60", new string('t', 1000)));
        await using var app = await StartAsync(upstream, o => o.CacheSize = 50_000);

        foreach (var round in Enumerable.Range(0, 2))
        {
            for (var x = 0; x < 200; x++)
                await app.GetTextAsync($"/maptiler/maps/streets-v4/8/{x}/0.png");
        }

        Assert.InRange(upstream.Requests.Count, 350, 400);
    }

    [Fact]
    public async Task A_file_that_is_too_large_to_be_held_passes_by_the_cache()
    {
        var large = new byte[CachedFiles.MaxBytes + 1];
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "image/png";
            context.Response.Headers.CacheControl = "public, max-age=60";
            await context.Response.Body.WriteAsync(large);
        });
        await using var app = await StartAsync(upstream, o => o.CacheSize = 100_000_000);

        using var response = await app.GetAsync("/maptiler/maps/streets-v4/static/8,47,4/2048x2048@2x.png");

        Assert.Equal(large.Length, (await response.Content.ReadAsByteArrayAsync(Cancel)).Length);
    }

    private static Task<BrowserApp> StartAsync(LoopbackServer upstream, Action<BrowserMapsOptions>? configure = null, Action<IServiceCollection>? services = null) =>
        BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o =>
        {
            o.CacheSize = 10_000_000;
            configure?.Invoke(o);
        }, services: services);

    private static Task AnswerAsync(HttpContext context, string cacheControl, string body = "tile")
    {
        context.Response.ContentType = "image/png";
        context.Response.Headers.ETag = "\"1\"";
        context.Response.Headers.LastModified = "Mon, 02 Nov 2026 10:00:00 GMT";
        if (cacheControl.Length > 0)
            context.Response.Headers.CacheControl = cacheControl;
        return context.Response.WriteAsync(body);
    }
}
