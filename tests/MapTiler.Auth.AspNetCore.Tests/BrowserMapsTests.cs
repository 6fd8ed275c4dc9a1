using System.Net;
using MapTiler.AspNetCore.Tests.Support;
using MapTiler.Authentication;
using MapTiler.Emulator;
using MapTiler.Maps;
using MapTiler.StaticMaps;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.AspNetCore.Tests;

public sealed class BrowserMapsTests
{
    private static readonly MapView Zurich = new(new LngLat(8.5417, 47.3769), zoom: 9);

    [Theory]
    [InlineData(BrowserMapsMode.SignedRedirect)]
    [InlineData(BrowserMapsMode.Proxy)]
    public async Task StyleUrl_and_MapTileTemplate_start_with_the_public_URL(BrowserMapsMode mode)
    {
        await using var upstream = await LoopbackServer.StartAsync();
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, mode);
        var maps = app.Services.GetRequiredService<BrowserMaps>();

        Assert.Equal("https://maps.example/base/maptiler/maps/streets-v4/style.json", maps.StyleUrl(MapIds.StreetsV4));
        Assert.Equal("https://maps.example/base/maptiler/maps/streets-v4/{z}/{x}/{y}.png", maps.MapTileTemplate(MapIds.StreetsV4));
        Assert.Equal(
            "https://maps.example/base/maptiler/maps/streets-v4/256/{z}/{x}/{y}@2x.webp",
            maps.MapTileTemplate(MapIds.StreetsV4, new RasterTileOptions { TileSize = 256, HighDpi = true, Format = ImageFormat.WebP }));
        Assert.Contains("https://www.maptiler.com/copyright/", maps.Attribution, StringComparison.Ordinal);
        Assert.Contains("https://www.openstreetmap.org/copyright", maps.Attribution, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_URLs_point_to_endpoints_that_respond()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var app = await BrowserApp.StartAsync(emulator, BrowserMapsMode.Proxy);
        var maps = app.Services.GetRequiredService<BrowserMaps>();
        var image = maps.StaticMap(MapIds.StreetsV4, Zurich, new StaticMapOptions { Width = 300, Height = 200 });
        var highDpi = image.SrcSet.Split(' ')[2];

        foreach (var url in new[] { maps.StyleUrl(MapIds.StreetsV4), maps.MapTileTemplate(MapIds.StreetsV4).Replace("{z}/{x}/{y}", "1/0/0", StringComparison.Ordinal), image.Src, highDpi })
        {
            using var response = await app.GetAsync(url[BrowserApp.PublicUrl.Length..]);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Equal("https://maps.example/base/maptiler/maps/streets-v4/static/8.5417,47.3769,9/300x200.png", image.Src);
        Assert.Equal($"{image.Src} 1x, {image.Src.Replace(".png", "@2x.png", StringComparison.Ordinal)} 2x", image.SrcSet);
        Assert.Equal((300, 200), (image.Width, image.Height));
    }

    [Fact]
    public async Task StaticMap_with_a_token_provider_returns_URLs_of_the_endpoints()
    {
        await using var upstream = await LoopbackServer.StartAsync();
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.SignedRedirect, services: services => services.AddMapTiler().UseServiceTokenProvider<NoTokens>());

        var image = app.Services.GetRequiredService<BrowserMaps>().StaticMap(MapIds.StreetsV4, Zurich, new StaticMapOptions { Width = 300, Height = 200 });

        Assert.Equal("https://maps.example/base/maptiler/maps/streets-v4/static/8.5417,47.3769,9/300x200.png", image.Src);
    }

    private sealed class NoTokens : ServiceTokenProvider
    {
        public override ValueTask<ServiceToken> GetServiceTokenAsync(CredentialContext context, CancellationToken cancellationToken) => throw new InvalidOperationException();
    }

    [Fact]
    public async Task StaticMap_with_signed_redirects_returns_URLs_that_work_without_a_credential_and_without_the_secret()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var app = await BrowserApp.StartAsync(emulator, BrowserMapsMode.SignedRedirect, o => o.AllowStaticMaps = false);
        using var anonymous = new HttpClient();

        var image = app.Services.GetRequiredService<BrowserMaps>().StaticMap(MapIds.StreetsV4, Zurich, new StaticMapOptions { Width = 300, Height = 200 });

        foreach (var url in new[] { image.Src, image.SrcSet.Split(' ')[2] })
        {
            using var response = await anonymous.GetAsync(new Uri(url), TestContext.Current.CancellationToken);
            Assert.Equal("image/png", response.Content.Headers.ContentType!.MediaType);
        }

        Assert.DoesNotContain(emulator.ServiceToken.Split('_')[1], image.Src + image.SrcSet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StaticMap_with_a_long_path_returns_a_URL_that_the_proxy_serves_unchanged()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "image/png";
            return context.Response.WriteAsync("image");
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy);
        var path = new StaticMapPath([.. Enumerable.Range(0, 390).Select(i => new LngLat(8 + (i * 0.00123), 47 + (i % 7 * 0.0123)))]);
        var image = app.Services.GetRequiredService<BrowserMaps>().StaticMap(MapIds.StreetsV4, Zurich, new StaticMapOptions { Width = 300, Height = 200, Paths = [path], Markers = [new StaticMapMarkers(new LngLat(8, 47))] });
        Assert.True(image.Src.Length > 5000, image.Src);

        using var response = await app.GetAsync(image.Src[BrowserApp.PublicUrl.Length..]);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var target = Assert.Single(upstream.Requests).Target;
        Assert.StartsWith(image.Src[(BrowserApp.PublicUrl.Length + "/maptiler".Length)..], target, StringComparison.Ordinal); // unchanged
    }

    [Theory]
    [InlineData("satellite-v4")]
    [InlineData("")]
    [InlineData("STREETS-V4")]
    public async Task All_methods_with_a_map_that_is_not_listed_throw_ArgumentException(string mapId)
    {
        await using var upstream = await LoopbackServer.StartAsync();
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.SignedRedirect);
        var maps = app.Services.GetRequiredService<BrowserMaps>();

        foreach (var call in new Func<object>[] { () => maps.StyleUrl(mapId), () => maps.MapTileTemplate(mapId), () => maps.StaticMap(mapId, Zurich) })
            Assert.Contains("BrowserMapsOptions.Maps", Assert.Throws<ArgumentException>(nameof(mapId), call).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(nameof(mapId), () => maps.StyleUrl(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => maps.StaticMap(MapIds.StreetsV4, Zurich, new StaticMapOptions { Width = 2049 }));
    }

    [Fact]
    public async Task StaticMap_with_the_proxy_and_without_AllowStaticMaps_throws_InvalidOperationException()
    {
        await using var upstream = await LoopbackServer.StartAsync();
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.AllowStaticMaps = false);

        var failure = Assert.Throws<InvalidOperationException>(() => app.Services.GetRequiredService<BrowserMaps>().StaticMap(MapIds.StreetsV4, Zurich));

        Assert.Contains("AllowStaticMaps", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StyleUrl_without_mapped_endpoints_throws_InvalidOperationException()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddRouting();
        services.AddMapTiler(o => o.ServiceToken = Secrets.Token).AddBrowserMaps(o => (o.PublicUrl, _) = (new Uri(BrowserApp.PublicUrl), o.Maps.Add("streets-v4")));
        await using var provider = services.BuildServiceProvider();

        var failure = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<BrowserMaps>().StyleUrl("streets-v4"));

        Assert.Contains("app.MapMapTiler", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_is_tested_with_a_class_that_overrides_BrowserMaps()
    {
        BrowserMaps maps = new FakeMaps();

        Assert.Equal("/style.json", maps.StyleUrl("any"));
        Assert.Equal(("a.png", 300), (maps.StaticMap("any", StaticMapArea.Auto).Src, maps.StaticMap("any", StaticMapArea.Auto).Width));
    }

    private sealed class FakeMaps : BrowserMaps
    {
        public override string StyleUrl(string mapId, string? language = null) => "/style.json";

        public override StaticMapImageSource StaticMap(string mapId, StaticMapArea area, StaticMapOptions? options = null) => new("a.png", "a.png 1x", 300, 200);
    }
}
