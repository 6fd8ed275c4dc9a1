using System.Net;
using MapTiler.Emulator;
using MapTiler.Maps;
using MapTiler.StaticMaps;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.AspNetCore.Tests;

public sealed class BrowserMapsTests
{
    private static readonly MapView Zurich = new(zoom: 9, new LngLat(8.5417, 47.3769));

    [Theory]
    [InlineData(BrowserMapsMode.SignedRedirect)]
    [InlineData(BrowserMapsMode.Proxy)]
    public async Task Styles_and_tiles_are_at_the_public_address(BrowserMapsMode mode)
    {
        await using var upstream = await LoopbackServer.StartAsync();
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, mode);
        var maps = app.Services.GetRequiredService<BrowserMaps>();

        Assert.Equal("https://maps.example/base/maptiler/maps/streets-v4/style.json", maps.StyleUrl(MapIds.StreetsV4));
        Assert.Equal("https://maps.example/base/maptiler/maps/streets-v4/{z}/{x}/{y}.png", maps.TileTemplate(MapIds.StreetsV4));
        Assert.Equal(
            "https://maps.example/base/maptiler/maps/streets-v4/256/{z}/{x}/{y}@2x.webp",
            maps.TileTemplate(MapIds.StreetsV4, new RasterTileOptions { TileSize = 256, HighDpi = true, Format = ImageFormat.WebP }));
        Assert.Contains("https://www.maptiler.com/copyright/", maps.Attribution, StringComparison.Ordinal);
        Assert.Contains("https://www.openstreetmap.org/copyright", maps.Attribution, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_says_is_where_the_endpoints_are()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var app = await BrowserApp.StartAsync(emulator, BrowserMapsMode.Proxy);
        var maps = app.Services.GetRequiredService<BrowserMaps>();
        var picture = maps.StaticMap(MapIds.StreetsV4, Zurich, new StaticMapOptions { Width = 300, Height = 200 });
        var sharp = picture.SrcSet.Split(' ')[2];

        foreach (var address in new[] { maps.StyleUrl(MapIds.StreetsV4), maps.TileTemplate(MapIds.StreetsV4).Replace("{z}/{x}/{y}", "1/0/0", StringComparison.Ordinal), picture.Src, sharp })
        {
            using var response = await app.GetAsync(address[BrowserApp.Public.Length..]);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Equal("https://maps.example/base/maptiler/maps/streets-v4/static/8.5417,47.3769,9/300x200.png", picture.Src);
        Assert.Equal($"{picture.Src} 1x, {picture.Src.Replace(".png", "@2x.png", StringComparison.Ordinal)} 2x", picture.SrcSet);
        Assert.Equal((300, 200), (picture.Width, picture.Height));
    }

    [Fact]
    public async Task A_signed_picture_works_for_a_stranger_and_does_not_show_the_secret()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var app = await BrowserApp.StartAsync(emulator, BrowserMapsMode.SignedRedirect, o => o.AllowStaticMaps = false);
        using var stranger = new HttpClient();

        var picture = app.Services.GetRequiredService<BrowserMaps>().StaticMap(MapIds.StreetsV4, Zurich, new StaticMapOptions { Width = 300, Height = 200 });

        foreach (var address in new[] { picture.Src, picture.SrcSet.Split(' ')[2] })
        {
            using var response = await stranger.GetAsync(new Uri(address), TestContext.Current.CancellationToken);
            Assert.Equal("image/png", response.Content.Headers.ContentType!.MediaType);
        }

        Assert.DoesNotContain(emulator.ServiceToken.Split('_')[1], picture.Src + picture.SrcSet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_whose_address_is_as_long_as_can_be_is_there_too()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "image/png";
            return context.Response.WriteAsync("picture");
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy);
        var path = new StaticMapPath([.. Enumerable.Range(0, 390).Select(i => new LngLat(8 + (i * 0.00123), 47 + (i % 7 * 0.0123)))]);
        var picture = app.Services.GetRequiredService<BrowserMaps>().StaticMap(MapIds.StreetsV4, Zurich, new StaticMapOptions { Width = 300, Height = 200, Paths = [path], Markers = [new StaticMapMarkers(new LngLat(8, 47))] });
        Assert.True(picture.Src.Length > 5000, picture.Src);

        using var response = await app.GetAsync(picture.Src[BrowserApp.Public.Length..]);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var target = Assert.Single(upstream.Requests).Target;
        Assert.StartsWith(picture.Src[(BrowserApp.Public.Length + "/maptiler".Length)..], target, StringComparison.Ordinal); // as it was written
    }

    [Theory]
    [InlineData("satellite-v4")]
    [InlineData("")]
    [InlineData("STREETS-V4")]
    public async Task A_map_that_is_not_listed_is_a_wrong_argument(string mapId)
    {
        await using var upstream = await LoopbackServer.StartAsync();
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.SignedRedirect);
        var maps = app.Services.GetRequiredService<BrowserMaps>();

        foreach (var ask in new Func<object>[] { () => maps.StyleUrl(mapId), () => maps.TileTemplate(mapId), () => maps.StaticMap(mapId, Zurich) })
            Assert.Contains("BrowserMapsOptions.Maps", Assert.Throws<ArgumentException>(nameof(mapId), ask).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(nameof(mapId), () => maps.StyleUrl(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => maps.StaticMap(MapIds.StreetsV4, Zurich, new StaticMapOptions { Width = 2049 }));
    }

    [Fact]
    public async Task A_picture_that_the_proxy_would_refuse_is_not_named()
    {
        await using var upstream = await LoopbackServer.StartAsync();
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.AllowStaticMaps = false);

        var failure = Assert.Throws<InvalidOperationException>(() => app.Services.GetRequiredService<BrowserMaps>().StaticMap(MapIds.StreetsV4, Zurich));

        Assert.Contains("AllowStaticMaps", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_endpoints_there_is_no_address()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddRouting();
        services.AddMapTiler(o => o.ServiceToken = Secrets.Token).AddBrowserMaps(o => (o.PublicAddress, _) = (new Uri(BrowserApp.Public), o.Maps.Add("streets-v4")));
        await using var provider = services.BuildServiceProvider();

        var failure = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<BrowserMaps>().StyleUrl("streets-v4"));

        Assert.Contains("app.MapMapTiler", failure.Message, StringComparison.Ordinal);
    }
}
