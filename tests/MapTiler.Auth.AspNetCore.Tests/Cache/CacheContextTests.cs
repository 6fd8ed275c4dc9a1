using MapTiler.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.AspNetCore.Tests;

public sealed class CacheContextTests
{
    private const string Tile = "/maptiler/maps/streets-v4/1/0/0.png";

    [Fact]
    public async Task A_provider_of_keys_knows_the_tenant_who_asked_also_when_a_tile_is_renewed()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var upstream = await LoopbackServer.StartAsync(context => AnswerAsync(context, "public, max-age=60"));
        await using var app = await BrowserApp.StartAsync(
            upstream.BaseAddress, BrowserMapsMode.Proxy, o => (o.CacheSize, o.TenantOf) = (1_000_000, context => context.Request.Headers["X-Tenant"].ToString()),
            services: services => services.AddSingleton<TimeProvider>(time).AddHttpContextAccessor().AddSingleton<ApiKeyProvider, KeysByTenant>());

        for (var i = 0; i < 2; i++)
        {
            foreach (var tenant in new[] { "anna", "bert" })
                using (await app.GetAsync(Tile, ("X-Tenant", tenant))) { }
            time.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Equal(["anna", "bert", "anna", "bert"], upstream.Requests.Select(request => request.Target.Split("key=KeyOf")[1]));
    }

    [Fact]
    public async Task A_tile_that_may_be_kept_no_longer_is_fetched_each_time()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var cacheControl = "public, max-age=60";
        await using var upstream = await LoopbackServer.StartAsync(context => AnswerAsync(context, cacheControl));
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = 1_000_000, services: services => services.AddSingleton<TimeProvider>(time));
        await app.GetTextAsync(Tile);

        cacheControl = "no-store";
        time.Advance(TimeSpan.FromMinutes(2));
        for (var i = 0; i < 2; i++)
            Assert.Equal("tile", await app.GetTextAsync(Tile));

        Assert.Equal(3, upstream.Requests.Count);
    }

    private static Task AnswerAsync(HttpContext context, string cacheControl)
    {
        context.Response.ContentType = "image/png";
        context.Response.Headers.CacheControl = cacheControl;
        return context.Response.WriteAsync("tile");
    }

    private sealed class KeysByTenant(IHttpContextAccessor current) : ApiKeyProvider
    {
        public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) =>
            new("KeyOf" + current.HttpContext!.Request.Headers["X-Tenant"]);
    }
}
