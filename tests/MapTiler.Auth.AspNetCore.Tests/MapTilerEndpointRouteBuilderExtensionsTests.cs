using System.Net;
using System.Threading.RateLimiting;
using MapTiler.AspNetCore.Tests.Support;
using MapTiler.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MapTiler.AspNetCore.Tests;

public sealed class MapTilerEndpointRouteBuilderExtensionsTests
{
    private const string Tile = "/maptiler/tiles/v3/0/0/0.pbf";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MapMapTiler_with_RequireRateLimiting_limits_each_caller()
    {
        await using var upstream = await LoopbackServer.StartAsync();
        await using var app = await BrowserApp.StartAsync(
            upstream.BaseAddress, BrowserMapsMode.SignedRedirect,
            services: services => services.AddRateLimiter(limiter => limiter.AddPolicy("maps", context => RateLimitPartition.GetFixedWindowLimiter(
                context.Request.Headers["X-Caller"].ToString(), _ => new FixedWindowRateLimiterOptions { PermitLimit = 2, Window = TimeSpan.FromDays(1) }))),
            pipeline: app => app.UseRateLimiter(), endpoints: endpoints => endpoints.RequireRateLimiting("maps"));

        foreach (var (caller, status) in new[] { ("a", 302), ("a", 302), ("a", 503), ("b", 302), ("a", 503) })
        {
            using var response = await app.GetAsync(Tile, ("X-Caller", caller));
            Assert.Equal(status, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task MapMapTiler_for_two_accounts_and_a_group_serves_each_at_its_own_URL()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        foreach (var name in new[] { "", "archive" })
        {
            builder.Services.AddMapTiler(name, o => (o.ServiceToken, o.BaseAddress) = (emulator.ServiceToken, emulator.BaseAddress)).AddBrowserMaps(o =>
            {
                o.Mode = BrowserMapsMode.Proxy;
                o.PublicUrl = new Uri("https://maps.example");
                o.Maps.Add(name.Length == 0 ? "streets-v4" : "satellite-v4");
            });
        }

        await using var app = builder.Build();
        app.MapMapTiler("/");
        app.MapGroup("/shop").MapMapTiler("maps/", "archive");
        await app.StartAsync(Cancel);
        using var browser = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };

        Assert.Equal("https://maps.example/maps/streets-v4/style.json", app.Services.GetRequiredService<BrowserMaps>().StyleUrl("streets-v4"));
        Assert.Equal("https://maps.example/shop/maps/maps/satellite-v4/style.json", app.Services.GetRequiredKeyedService<BrowserMaps>("archive").StyleUrl("satellite-v4"));
        Assert.Contains("https://maps.example/tiles/v4/", await browser.GetStringAsync("/maps/streets-v4/style.json", Cancel), StringComparison.Ordinal);
        Assert.Contains("https://maps.example/shop/maps/", await browser.GetStringAsync("/shop/maps/maps/satellite-v4/style.json", Cancel), StringComparison.Ordinal);
        foreach (var path in new[] { "/maps/satellite-v4/style.json", "/shop/maps/maps/streets-v4/style.json" })
        {
            using var response = await browser.GetAsync(path, Cancel);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task MapMapTiler_without_AddBrowserMaps_throws_InvalidOperationException()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();

        Assert.Contains("AddBrowserMaps", Assert.Throws<InvalidOperationException>(() => app.MapMapTiler("/maptiler")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("pattern", () => app.MapMapTiler(null!));
    }

    [Fact]
    public async Task MapMapTiler_with_a_pattern_with_parameters_or_called_twice_throws()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddMapTiler(o => o.ServiceToken = Secrets.Token).AddBrowserMaps(o => (o.PublicUrl, _) = (new Uri(BrowserApp.PublicUrl), o.Maps.Add("streets-v4")));
        await using var app = builder.Build();

        Assert.Throws<ArgumentException>("pattern", () => app.MapMapTiler("/{tenant}/maps"));
        app.MapMapTiler("/maptiler");
        Assert.Contains("mapped already", Assert.Throws<InvalidOperationException>(() => app.MapGroup("/embed").MapMapTiler("/maptiler")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", "/maptiler/other", 200)]
    [InlineData("/", "/elevation/8", 200)]
    [InlineData("/maptiler", "/maptiler/elevation/8", 404)]
    [InlineData("/maptiler", "/other", 200)]
    public async Task MapMapTiler_leaves_other_paths_to_the_application(string pattern, string path, int status)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddMapTiler(o => o.ServiceToken = Secrets.Token).AddBrowserMaps(o => (o.PublicUrl, _) = (new Uri(BrowserApp.PublicUrl), o.Maps.Add("streets-v4")));
        await using var app = builder.Build();
        app.MapMapTiler(pattern);
        app.MapFallback(() => "the page of the application");
        await app.StartAsync(Cancel);
        using var browser = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var response = await browser.GetAsync(path, Cancel);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task MapMapTiler_with_output_caching_excludes_its_endpoints_from_it()
    {
        await using var upstream = await LoopbackServer.StartAsync(ResponseBodies.Brno);
        await using var app = await BrowserApp.StartAsync(
            upstream.BaseAddress, BrowserMapsMode.SignedRedirect,
            services: services => services.AddOutputCache(cache => cache.AddBasePolicy(policy => policy.Expire(TimeSpan.FromHours(1)))), pipeline: app => app.UseOutputCache());

        for (var i = 0; i < 2; i++)
            await app.GetStringAsync("/maptiler/geocoding/Brno.json");

        Assert.Equal(2, upstream.Requests.Count);
    }
}
