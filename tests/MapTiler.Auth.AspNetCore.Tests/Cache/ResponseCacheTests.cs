using System.Net;
using MapTiler.AspNetCore.Tests.Support;
using MapTiler.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.AspNetCore.Tests.Cache;

public sealed partial class ResponseCacheTests
{
    private const string Tile = "/maptiler/maps/streets-v4/1/0/0.png";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetOrFetchAsync_of_concurrent_requests_for_a_tile_fetches_it_once()
    {
        var mayRespond = new TaskCompletionSource();
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            await mayRespond.Task;
            await RespondAsync(context, "public, max-age=60");
        });
        await using var app = await StartAsync(upstream);

        var requests = Enumerable.Range(0, 200).Select(_ => app.GetStringAsync(Tile)).ToList();
        mayRespond.SetResult();
        await Task.WhenAll(requests);

        Assert.Single(upstream.Requests);
    }

    [Theory]
    [InlineData("public, max-age=60", 60)]
    [InlineData("max-age=10, s-maxage=120", 120)]
    [InlineData("public, max-age=86400", 4 * 60 * 60)]
    public async Task GetOrFetchAsync_stores_the_response_for_its_lifetime(string cacheControl, int seconds)
    {
        var (shared, time) = (new SharedCache(), new FakeTimeProvider(DateTimeOffset.UtcNow));
        await using var upstream = await LoopbackServer.StartAsync(context => RespondAsync(context, cacheControl));
        await using var app = await StartAsync(upstream, o => o.MaxStaleAge = TimeSpan.Zero, services => services.AddSingleton<TimeProvider>(time).AddSingleton<IDistributedCache>(shared));

        await app.GetStringAsync(Tile);
        time.Advance(TimeSpan.FromSeconds(seconds - 1));
        using var response = await app.GetAsync(Tile);

        Assert.Equal(TimeSpan.FromSeconds(seconds - 1), response.Headers.Age);
        Assert.Single(upstream.Requests);
        Assert.Equal(seconds, shared.Lifetime!.Value.TotalSeconds, tolerance: 5);
    }

    [Fact]
    public async Task GetOrFetchAsync_of_an_expired_response_fetches_it_once_for_concurrent_requests()
    {
        await using var upstream = await LoopbackServer.StartAsync(context => RespondAsync(context, "public, max-age=60"));
        await using var app = await StartAsync(upstream);
        await app.GetStringAsync(Tile);

        await app.ExpireCacheAsync();
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => app.GetStringAsync(Tile)));

        Assert.Equal(2, upstream.Requests.Count);
    }

    [Theory]
    [InlineData("no-store")]
    [InlineData("private, max-age=60")]
    [InlineData("no-cache")]
    [InlineData("public, max-age=0")]
    [InlineData("")]
    public async Task GetOrFetchAsync_of_a_response_that_may_not_be_stored_fetches_it_each_time(string cacheControl)
    {
        await using var upstream = await LoopbackServer.StartAsync(context => RespondAsync(context, cacheControl));
        await using var app = await StartAsync(upstream);

        for (var i = 0; i < 3; i++)
            Assert.Equal("tile", await app.GetStringAsync(Tile));

        Assert.Equal(3, upstream.Requests.Count);
    }

    [Fact]
    public async Task GetOrFetchAsync_of_a_failure_returns_it_and_fetches_again_on_the_next_request()
    {
        var isBroken = true;
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = isBroken ? 403 : 200;
            return RespondAsync(context, "public, max-age=60");
        });
        await using var app = await StartAsync(upstream);

        using (var rejected = await app.GetAsync(Tile))
            Assert.Equal(HttpStatusCode.Forbidden, rejected.StatusCode);
        isBroken = false;

        Assert.Equal("tile", await app.GetStringAsync(Tile));
    }

    [Fact]
    public async Task GetOrFetchAsync_canceled_by_one_browser_still_returns_the_tile_to_another()
    {
        var (isRequested, mayRespond) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            isRequested.TrySetResult();
            await mayRespond.Task;
            await RespondAsync(context, "public, max-age=60");
        });
        await using var app = await StartAsync(upstream);
        using var disconnect = new CancellationTokenSource();

        var first = app.Browser.GetAsync(Tile, disconnect.Token);
        await isRequested.Task;
        var second = app.GetStringAsync(Tile);
        await app.WaitForRequestsAsync(2);
        await disconnect.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await app.WaitForRequestsAsync(1);
        mayRespond.SetResult();

        Assert.Equal("tile", await second);
        Assert.Single(upstream.Requests);
    }

    [Fact]
    public async Task GetOrFetchAsync_canceled_by_the_only_browser_still_stores_the_response()
    {
        var (isRequested, mayRespond) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            isRequested.TrySetResult();
            await mayRespond.Task;
            await RespondAsync(context, "public, max-age=60");
        });
        await using var app = await StartAsync(upstream);
        using var disconnect = new CancellationTokenSource();

        var request = app.Browser.GetAsync(Tile, disconnect.Token);
        await isRequested.Task.WaitAsync(Cancel);
        await disconnect.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await app.WaitForRequestsAsync(0);
        mayRespond.SetResult();

        Assert.Equal("tile", await app.GetStringAsync(Tile));
        Assert.Single(upstream.Requests);
    }

    [Theory]
    [InlineData(200, "not gzip")]
    [InlineData(304, "")]
    public async Task GetOrFetchAsync_of_a_response_that_is_not_gzip_or_an_unexpected_304_is_a_bad_gateway(int status, string body)
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
    public async Task GetOrFetchAsync_of_a_style_with_signed_redirects_returns_the_cached_response()
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
            Assert.Equal("{}", await app.GetStringAsync("/maptiler/maps/streets-v4/style.json"));
            using var tile = await app.GetAsync(Tile);
            Assert.Equal(HttpStatusCode.Found, tile.StatusCode);
        }

        Assert.Single(upstream.Requests);
    }

    [Fact]
    public async Task GetOrFetchAsync_shares_responses_between_sessions_but_not_between_tenants()
    {
        await using var upstream = await LoopbackServer.StartAsync(context => RespondAsync(context, "public, max-age=60"));
        await using var app = await StartAsync(upstream, o => o.TenantSelector = context => context.Request.Headers["X-Tenant"].ToString());

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
    public async Task GetOrFetchAsync_runs_the_fetch_in_the_context_of_the_caller_also_when_a_tile_is_renewed()
    {
        await using var upstream = await LoopbackServer.StartAsync(context => RespondAsync(context, "public, max-age=60"));
        await using var app = await BrowserApp.StartAsync(
            upstream.BaseAddress, BrowserMapsMode.Proxy, o => (o.CacheSize, o.TenantSelector) = (1_000_000, context => context.Request.Headers["X-Tenant"].ToString()),
            services: services => services.AddHttpContextAccessor().AddSingleton<ApiKeyProvider, TenantKeyProvider>());

        for (var i = 0; i < 2; i++)
        {
            foreach (var tenant in new[] { "anna", "bert" })
                using (await app.GetAsync(Tile, ("X-Tenant", tenant))) { }
            await app.ExpireCacheAsync();
        }

        Assert.Equal(["anna", "bert", "anna", "bert"], upstream.Requests.Select(request => request.Target.Split("key=KeyOf")[1]));
    }

    [Fact]
    public async Task GetOrFetchAsync_of_a_response_that_becomes_no_store_fetches_it_each_time()
    {
        var cacheControl = "public, max-age=60";
        await using var upstream = await LoopbackServer.StartAsync(context => RespondAsync(context, cacheControl));
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = 1_000_000);
        await app.GetStringAsync(Tile);

        cacheControl = "no-store";
        await app.ExpireCacheAsync();
        for (var i = 0; i < 2; i++)
            Assert.Equal("tile", await app.GetStringAsync(Tile));

        Assert.Equal(3, upstream.Requests.Count);
    }

    private static Task<BrowserApp> StartAsync(LoopbackServer upstream, Action<BrowserMapsOptions>? configure = null, Action<IServiceCollection>? services = null) =>
        BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o =>
        {
            o.CacheSize = 10_000_000;
            configure?.Invoke(o);
        }, services: services);

    private static Task RespondAsync(HttpContext context, string cacheControl, string body = "tile")
    {
        context.Response.ContentType = "image/png";
        context.Response.Headers.ETag = "\"1\"";
        context.Response.Headers.LastModified = "Mon, 02 Nov 2026 10:00:00 GMT";
        if (cacheControl.Length > 0)
            context.Response.Headers.CacheControl = cacheControl;
        return context.Response.WriteAsync(body);
    }

    private sealed class TenantKeyProvider(IHttpContextAccessor current) : ApiKeyProvider
    {
        public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) =>
            new("KeyOf" + current.HttpContext!.Request.Headers["X-Tenant"]);
    }
}
