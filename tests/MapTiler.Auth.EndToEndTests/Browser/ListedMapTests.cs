using System.Text.Json;
using System.Text.Json.Nodes;
using MapTiler.Emulator;
using MapTiler.EndToEndTests.Replicas;
using SkiaSharp;

namespace MapTiler.EndToEndTests.Browser;

/// <summary>MapLibre GL JS shows the maps of the emulator through the browser endpoints, with only the ids of the maps configured.</summary>
public sealed class ListedMapTests
{
    // With the tilesets whose tiles are drawn at the location.
    private static readonly (string Id, double[] Center, double Zoom, string[] Tilesets)[] Maps =
    [
        ("streets-v4", [10, 46], 3.2, ["v4"]),
        ("outdoor-v4", [8.4, 47], 10, ["v4", "contours-v2", "landform", "outdoor", "terrain-rgb-v2"]),
        ("hybrid-v4", [-90, 30], 2.5, ["v4", "satellite-v2"]),
        ("topo-v4", [8.4, 47], 9.2, ["v4", "contours-v2", "landform", "terrain-rgb-v2"]),
        ("dataviz-v4-dark", [15, 50], 4, ["v4"]),
        ("base-v4", [8.5, 47], 6.5, ["v4"]),
        ("ocean", [-30, 35], 2.5, ["v3", "ocean", "ocean-rgb", "land", "terrain-rgb-v2"]),
    ];

    [Fact]
    public async Task Listed_maps_are_drawn_by_MapLibre_through_the_endpoints_in_both_modes_without_an_error()
    {
        OtherProgram.PathOf("chromium");
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var signed = new Uri($"http://127.0.0.1:{BackgroundProgram.FreePort()}/");
        var proxy = new Uri($"http://127.0.0.1:{BackgroundProgram.FreePort()}/");
        await using var signedApp = await StartAsync("SignedRedirect", signed, emulator);
        await using var proxyApp = await StartAsync("Proxy", proxy, emulator);

        using var output = await BrowserScript.RunAsync("maps.mjs", new JsonArray([.. MapsOf("SignedRedirect", signed), .. MapsOf("Proxy", proxy)]));

        var maps = output.RootElement.EnumerateArray().ToList();
        Assert.Equal(2 * Maps.Length, maps.Count);
        Assert.All(maps, map => Assert.Empty(Strings(map, "errors")));
        Assert.All(maps.Zip([.. Maps, .. Maps]), pair => Assert.All(pair.Second.Tilesets, tileset =>
            Assert.Contains(Strings(pair.First, "requests"), request => request.Contains($"/maptiler/tiles/{tileset}/", StringComparison.Ordinal) && !request.EndsWith("tiles.json", StringComparison.Ordinal))));
        Assert.All(maps, map => Assert.NotEmpty(map.GetProperty("layers").EnumerateObject()));
        Assert.All(maps, map => Assert.True(ColorsOf(map.GetProperty("name").GetString()!) > 200, $"{map.GetProperty("name")} shows nothing"));
        Assert.All(maps, map => Assert.DoesNotContain(Strings(map, "requests"), request => request.Contains(emulator.ApiKey, StringComparison.Ordinal)));
        Assert.All(maps.Skip(Maps.Length), map => Assert.All(Strings(map, "requests"), request => Assert.StartsWith(proxy.AbsoluteUri, request)));
        Assert.DoesNotContain(emulator.Requests, request => request.StatusCode >= 400);
    }

    private static async Task<BackgroundProgram> StartAsync(string mode, Uri address, MapTilerEmulator emulator)
    {
        var app = BackgroundProgram.Start("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "MapTiler.Auth.BrowserReplica.dll"),
            "--urls", address.AbsoluteUri,
            $"--MapTiler:ServiceToken={emulator.ServiceToken}",
            $"--MapTiler:BaseAddress={emulator.BaseAddress}",
            $"--MapTiler:BrowserMaps:PublicUrl={address}",
            $"--MapTiler:BrowserMaps:Mode={mode}",
            .. Maps.Select((map, index) => $"--MapTiler:BrowserMaps:Maps:{index}={map.Id}"),
        ]);
        Assert.NotNull(await app.FirstLine);
        return app;
    }

    private static IEnumerable<JsonObject> MapsOf(string mode, Uri address) => Maps.Select(map => new JsonObject
    {
        ["name"] = $"{mode}-{map.Id}",
        ["origin"] = address.GetLeftPart(UriPartial.Authority),
        ["style"] = $"{address}maptiler/maps/{map.Id}/style.json",
        ["center"] = new JsonArray(map.Center[0], map.Center[1]),
        ["zoom"] = map.Zoom,
        ["screenshot"] = BrowserScript.Screenshot($"{mode}-{map.Id}.png"),
    });

    private static int ColorsOf(string name)
    {
        using var image = SKBitmap.Decode(BrowserScript.Screenshot(name + ".png"));
        return image.Pixels.Distinct().Count();
    }

    private static IEnumerable<string> Strings(JsonElement element, string name) => element.GetProperty(name).EnumerateArray().Select(item => item.GetString()!);
}
