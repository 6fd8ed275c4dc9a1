using System.Text.Json.Nodes;
using MapTiler.Emulator;

namespace MapTiler.EndToEndTests.Browser;

/// <summary>MapLibre GL JS from npm in a headless Chromium shows every design of the emulator without a warning.</summary>
public sealed class MapLibreTests
{
    // The other maps of v4 are shown by ListedMapTests.
    private static readonly (string Name, double[] Center, double Zoom, string[] Layers)[] Styles =
    [
        ("streets-v4", [10, 46], 3.2, ["Water", "Shore", "River", "Country border", "City labels", "Capital city labels", "Country labels"]),
        ("streets-v4-dark", [170, -20], 0.8, ["Water", "Ocean labels", "Ice"]),
        ("satellite-v4", [30, 10], 1.5, []),
        ("winter-v2", [8.5, 47.3], 10, ["Contour index", "Place labels"]),
        ("streets-v2", [10, 47], 5, ["Water", "Country border", "City labels", "Country labels"]),
        ("ocean-v4-dark", [10, 38], 3, ["Land", "Sea labels", "Capital city labels"]),
        ("backdrop", [10, 47], 5, ["Land", "Water", "Country labels"]),
        ("landscape", [10, 47], 4, ["Land", "Lake", "Country labels"]),
        ("openstreetmap", [20, 10], 1, ["Water", "Country labels"]),
        ("toner-v2", [178, -17], 5, ["Water"]),
    ];

    [Fact]
    public async Task Styles_and_raster_tiles_are_drawn_by_MapLibre_without_a_warning()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var maps = new JsonArray([.. Styles.Select(s => Map(s.Name, StyleUrl(emulator, s.Name), s.Center, s.Zoom)), RasterMap(emulator, "raster", ""), RasterMap(emulator, "raster-256", "256/")]);

        using var output = await BrowserScript.RunAsync("maps.mjs", maps);

        var shown = output.RootElement.EnumerateArray().ToDictionary(m => m.GetProperty("name").GetString()!);
        Assert.Equal(Styles.Length + 2, shown.Count);
        Assert.All(shown.Values, map => Assert.Empty(map.GetProperty("errors").EnumerateArray().Select(e => e.GetString())));
        Assert.All(shown.Keys, name => Assert.True(new FileInfo(BrowserScript.Screenshot(name + ".png")).Length > 10_000, $"{name} shows nothing"));
        Assert.All(Styles, style => Assert.Empty(style.Layers.Except(LayersOf(style.Name))));
        Assert.Empty(LayersOf("satellite-v4"));
        Assert.DoesNotContain(emulator.Requests, r => r.StatusCode >= 400);
        foreach (var resource in (string[])["/fonts/Roboto%20Regular,Noto%20Sans%20Regular/0-255.pbf", "/tiles/v3/", "/tiles/v4/", "/sprites/general/sprite", "/maps/landscape/sprite", "/maps/streets-v4/256/"])
            Assert.Contains(emulator.Requests, r => r.Target.StartsWith(resource, StringComparison.Ordinal));

        IEnumerable<string> LayersOf(string map) => shown[map].GetProperty("layers").EnumerateObject().Select(layer => layer.Name);
    }

    [Fact]
    public async Task Viewers_in_a_frame_of_another_page_are_drawn_and_move_with_the_keyboard()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        string[] paths = ["maps/streets-v4/", "tiles/v4/", "tiles/satellite-v2/"];
        var viewers = new JsonArray([.. paths.Select(path => new JsonObject
        {
            ["url"] = $"{emulator.BaseAddress}{path}?key={emulator.ApiKey}#3/47/8",
            ["screenshot"] = BrowserScript.Screenshot($"viewer-{path.Split('/')[1]}.png"),
        })]);

        using var output = await BrowserScript.RunAsync("viewers.mjs", viewers);

        Assert.Equal(paths.Length, output.RootElement.GetArrayLength());
        Assert.All(output.RootElement.EnumerateArray(), viewer =>
        {
            Assert.Empty(viewer.GetProperty("errors").EnumerateArray().Select(e => e.GetString()));
            Assert.EndsWith("#4.00/47.00000/12.39453", viewer.GetProperty("url").GetString(), StringComparison.Ordinal);
            Assert.True(viewer.GetProperty("tiles").GetInt32() >= 4);
        });
        Assert.All(paths, path => Assert.True(new FileInfo(BrowserScript.Screenshot($"viewer-{path.Split('/')[1]}.png")).Length > 20_000, $"{path} shows nothing"));
        Assert.DoesNotContain(emulator.Requests, r => r.StatusCode >= 400);
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
