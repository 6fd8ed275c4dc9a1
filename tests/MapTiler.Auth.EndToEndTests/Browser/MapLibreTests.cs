using System.Text.Json.Nodes;
using MapTiler.Emulator;

namespace MapTiler.EndToEndTests.Browser;

/// <summary>MapLibre GL JS from npm in a headless Chromium: it shows every look of the emulator and has nothing to complain about.</summary>
[Collection(BrowserScript.Collection)]
public sealed class MapLibreTests
{
    private static readonly (string Name, double[] Center, double Zoom)[] Styles =
    [
        ("streets-v4", [10, 46], 3.2),
        ("streets-v4-dark", [170, 10], 0.6),
        ("hybrid-v4", [-90, 30], 2.5),
        ("satellite-v4", [30, 10], 1.5),
        ("base-v4", [8.5, 47], 6.5),
        ("toner-v2", [178, -17], 5),
    ];

    [Fact]
    public async Task Styles_and_raster_tiles_are_shown_without_an_error()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var maps = new JsonArray([.. Styles.Select(s => Map(s.Name, StyleUrl(emulator, s.Name), s.Center, s.Zoom)), RasterMap(emulator, "raster", ""), RasterMap(emulator, "raster-256", "256/")]);

        using var answer = await BrowserScript.RunAsync("maps.mjs", maps);

        var shown = answer.RootElement.EnumerateArray().ToDictionary(m => m.GetProperty("name").GetString()!);
        Assert.Equal(Styles.Length + 2, shown.Count);
        Assert.All(shown.Values, map => Assert.Empty(map.GetProperty("errors").EnumerateArray().Select(e => e.GetString())));
        Assert.All(shown.Keys, name => Assert.True(new FileInfo(BrowserScript.Screenshot(name + ".png")).Length > 10_000, $"{name} shows nothing"));
        foreach (var layer in (string[])["land", "water", "shore", "river", "border", "city", "country"])
            Assert.True(Seen("streets-v4", layer) > 0, $"{layer} is not seen");
        Assert.True(Seen("streets-v4-dark", "sea name") > 0 && Seen("streets-v4-dark", "ice") > 0);
        Assert.True(Seen("hybrid-v4", "country") > 0 && Seen("satellite-v4", "country") == 0);
        Assert.DoesNotContain(emulator.Requests, r => r.StatusCode >= 400);
        foreach (var resource in (string[])["/fonts/Noto%20Sans%20Regular/0-255.pbf", "/tiles/v3/", "/sprites/streets-v4/sprite", "/maps/streets-v4/256/"])
            Assert.Contains(emulator.Requests, r => r.Target.StartsWith(resource, StringComparison.Ordinal));

        int Seen(string map, string layer) => shown[map].GetProperty("layers").TryGetProperty(layer, out var count) ? count.GetInt32() : 0;
    }

    private static string StyleUrl(MapTilerEmulator emulator, string map) => $"{emulator.BaseAddress}maps/{map}/style.json?key={emulator.ApiKey}";

    private static JsonObject RasterMap(MapTilerEmulator emulator, string name, string size)
    {
        var source = new JsonObject
        {
            ["type"] = "raster",
            ["url"] = $"{emulator.BaseAddress}maps/streets-v4/{size}tiles.json?key={emulator.ApiKey}",
            ["tileSize"] = size.Length == 0 ? 512 : 256,
        };
        return Map(name, new JsonObject
        {
            ["version"] = 8,
            ["sources"] = new JsonObject { ["map"] = source },
            ["layers"] = new JsonArray(new JsonObject { ["id"] = "map", ["type"] = "raster", ["source"] = "map" }),
        }, [14, 50], 4);
    }

    private static JsonObject Map(string name, JsonNode style, double[] center, double zoom) => new()
    {
        ["name"] = name,
        ["style"] = style,
        ["center"] = new JsonArray(center[0], center[1]),
        ["zoom"] = zoom,
        ["screenshot"] = BrowserScript.Screenshot(name + ".png"),
    };
}
