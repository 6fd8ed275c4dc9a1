using System.Net;
using MapTiler.AspNetCore.Tests.Support;
using MapTiler.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.AspNetCore.Tests.Cache;

public sealed partial class ResponseCacheTests
{
    private const string Style = "/maptiler/maps/streets-v4/style.json";

    [Theory]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Expired_response_is_returned_as_stale_if_MapTiler_fails(int status)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var isBroken = false;
        await using var upstream = await LoopbackServer.StartAsync(context => isBroken ? FailAsync(context, status) : SendAsync(context));
        await using var app = await StartAsync(upstream, services: services => services.AddSingleton<TimeProvider>(time));
        foreach (var path in (string[])[Tile, Style, "/maptiler/tiles/v3/tiles.json", "/maptiler/fonts/Noto%20Sans%20Regular/0-255.pbf", "/maptiler/maps/streets-v4/sprite.png"])
        {
            isBroken = false;
            using (var fresh = await app.GetAsync(path))
                Assert.False(fresh.Headers.Contains("Cache-Status"));

            isBroken = true;
            time.Advance(TimeSpan.FromMinutes(2));
            await app.ExpireCacheAsync();
            using var stale = await app.GetAsync(path);

            Assert.Equal(HttpStatusCode.OK, stale.StatusCode);
            Assert.Equal("MapTiler; hit; detail=stale", Assert.Single(stale.Headers.GetValues("Cache-Status")));
            Assert.True(stale.Headers.Age >= TimeSpan.FromMinutes(2));
        }
    }

    [Fact]
    public async Task Expired_response_is_returned_as_stale_if_MapTiler_is_not_reachable()
    {
        var upstream = await LoopbackServer.StartAsync(SendAsync);
        await using var app = await StartAsync(upstream);
        await app.GetStringAsync(Tile);

        await upstream.DisposeAsync();
        await app.ExpireCacheAsync();

        Assert.Equal("tile", await app.GetStringAsync(Tile));
    }

    [Fact]
    public async Task Expired_response_is_returned_as_stale_if_MapTiler_is_slow_and_renewed_in_the_background()
    {
        var mayRespond = new TaskCompletionSource();
        var body = "first";
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            if (body == "second")
                await mayRespond.Task;
            await RespondAsync(context, "public, max-age=60", body);
        });
        await using var app = await StartAsync(upstream);
        await app.GetStringAsync(Tile);

        body = "second";
        await app.ExpireCacheAsync();
        Assert.Equal("first", await app.GetStringAsync(Tile));
        mayRespond.SetResult();

        while (await app.GetStringAsync(Tile) != "second")
            await Task.Yield();
        Assert.Equal(2, upstream.Requests.Count);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task Expired_response_that_no_longer_exists_is_not_returned_again(int status)
    {
        var current = 200;
        await using var upstream = await LoopbackServer.StartAsync(context => current == 200 ? SendAsync(context) : FailAsync(context, current));
        await using var app = await StartAsync(upstream);
        await app.GetStringAsync(Tile);

        await app.ExpireCacheAsync();
        foreach (var next in (int[])[status, 503])
        {
            current = next;
            using var response = await app.GetAsync(Tile);
            Assert.Equal(next, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task Expired_response_with_a_MaxStaleAge_of_zero_is_not_returned_again()
    {
        var isBroken = false;
        await using var upstream = await LoopbackServer.StartAsync(context => isBroken ? FailAsync(context, 503) : SendAsync(context));
        await using var app = await StartAsync(upstream, o => o.MaxStaleAge = TimeSpan.Zero);
        await app.GetStringAsync(Tile);

        isBroken = true;
        await app.ExpireCacheAsync();
        using var response = await app.GetAsync(Tile);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [Fact]
    public async Task Stale_response_of_a_tenant_is_not_returned_to_another()
    {
        var isBroken = false;
        await using var upstream = await LoopbackServer.StartAsync(context => isBroken ? FailAsync(context, 403) : SendAsync(context));
        await using var app = await StartAsync(upstream, o => o.TenantSelector = context => context.Request.Headers["X-Tenant"].ToString());
        using (await app.GetAsync(Tile, ("X-Tenant", "anna"))) { }

        isBroken = true;
        await app.ExpireCacheAsync();
        using var own = await app.GetAsync(Tile, ("X-Tenant", "anna"));
        using var other = await app.GetAsync(Tile, ("X-Tenant", "bert"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (own.StatusCode, other.StatusCode));
    }

    [Fact]
    public async Task Failures_of_hundreds_of_tiles_are_logged_twice()
    {
        var isBroken = false;
        await using var upstream = await LoopbackServer.StartAsync(context => isBroken ? FailAsync(context, 403) : SendAsync(context));
        await using var app = await StartAsync(upstream);
        for (var x = 0; x < 100; x++)
            await app.GetStringAsync($"/maptiler/maps/streets-v4/8/{x}/0.png");

        isBroken = true;
        await app.ExpireCacheAsync();
        for (var x = 0; x < 200; x++)
            using (await app.GetAsync($"/maptiler/maps/streets-v4/8/{x}/0.png")) { } // half of them were never fetched

        Assert.Equal(2, app.Logs.Messages.Count(message => message.StartsWith("Warning ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Credential_is_that_of_the_caller_also_if_it_disconnects_before_the_provider_returns()
    {
        var (isAsked, mayReturn) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var upstream = await LoopbackServer.StartAsync(SendAsync);
        await using var app = await BrowserApp.StartAsync(
            upstream.BaseAddress, BrowserMapsMode.Proxy, o => (o.CacheSize, o.TenantSelector) = (1_000_000, context => context.Request.Headers["X-Tenant"].ToString()),
            services: services => services.AddHttpContextAccessor().AddSingleton<ApiKeyProvider>(provider =>
                new SlowTenantKeyProvider(provider.GetRequiredService<IHttpContextAccessor>(), isAsked, mayReturn.Task)));
        using var disconnect = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Get, Tile) { Headers = { { "X-Tenant", "anna" } } };

        var first = app.Browser.SendAsync(request, disconnect.Token);
        await isAsked.Task.WaitAsync(Cancel);
        var second = app.GetAsync(Tile, ("X-Tenant", "anna"));
        await disconnect.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        mayReturn.SetResult();
        using var response = await second;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.All(upstream.Requests, sent => Assert.EndsWith("key=KeyOfanna", sent.Target, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Expired_response_is_returned_as_stale_if_the_provider_of_the_credential_fails()
    {
        var key = Secrets.Key;
        await using var upstream = await LoopbackServer.StartAsync(SendAsync);
        await using var app = await StartAsync(upstream, o => o.TenantSelector = _ => "", services => services.AddSingleton<ApiKeyProvider>(new FailingKeyProvider(() => key)));
        await app.GetStringAsync(Tile);

        key = null;
        await app.ExpireCacheAsync();

        Assert.Equal("tile", await app.GetStringAsync(Tile));
        Assert.Single(upstream.Requests);
    }

    private static Task SendAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=60";
        var isJson = context.Request.Path.Value!.EndsWith(".json", StringComparison.Ordinal);
        context.Response.ContentType = isJson ? "application/json" : "image/png";
        return context.Response.WriteAsync(isJson ? "{}" : "tile");
    }

    private static Task FailAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private sealed class FailingKeyProvider(Func<string?> key) : ApiKeyProvider
    {
        public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) =>
            new(key() ?? throw new TimeoutException("The vault does not respond."));
    }

    private sealed class SlowTenantKeyProvider(IHttpContextAccessor current, TaskCompletionSource isAsked, Task mayReturn) : ApiKeyProvider
    {
        public override async ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken)
        {
            isAsked.TrySetResult();
            await mayReturn;
            return "KeyOf" + (current.HttpContext?.Request.Headers["X-Tenant"].ToString() ?? "nobody");
        }
    }
}
