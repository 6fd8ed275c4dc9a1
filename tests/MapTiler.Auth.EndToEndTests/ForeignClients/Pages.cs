using System.Text.Json.Nodes;
using MapTiler.Emulator;
using MapTiler.EndToEndTests.Browser;

namespace MapTiler.EndToEndTests.ForeignClients;

/// <summary>The results of pages with libraries from npm that use an emulator, shown once for all tests.</summary>
public sealed class Pages : IAsyncLifetime
{
    /// <summary>A file of two and a half parts.</summary>
    public static readonly string File = $$"""{"type":"FeatureCollection","features":[],"name":"{{new string('x', 200)}}"}""";

    private IReadOnlyDictionary<string, LibraryPage> _pages = new Dictionary<string, LibraryPage>();
    private Exception? _failure;

    public IReadOnlyList<RecordedRequest> Requests { get; private set; } = [];

    /// <summary>The content of the uploaded files by name.</summary>
    public IReadOnlyDictionary<string, string> Uploads { get; private set; } = new Dictionary<string, string>();

    internal LibraryPage this[string name] => _failure is null ? _pages[name] : throw _failure;

    public async ValueTask InitializeAsync()
    {
        try
        {
            await using var emulator = await MapTilerEmulator.StartAsync(new() { PartSize = File.Length * 2 / 5, ProcessingTime = TimeSpan.Zero }, TestContext.Current.CancellationToken);
            _pages = await LibraryPage.ShowAsync("emulator", Input(emulator));
            Requests = [.. emulator.Requests];
            Uploads = emulator.Uploads.Where(upload => upload.State is EmulatedUploadState.Completed or EmulatedUploadState.Failed).ToDictionary(upload => upload.FileName, upload => new StreamReader(upload.OpenRead()).ReadToEnd());
        }
#pragma warning disable CA1031 // Each test reports the skip or the failure.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _failure = failure;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static JsonObject Input(MapTilerEmulator emulator)
    {
        string Url(string path) => $"{emulator.BaseAddress}{path}?key={emulator.ApiKey}";
        return new()
        {
            ["service"] = emulator.ServiceBaseAddress.AbsoluteUri,
            ["serviceToken"] = emulator.ServiceToken,
            ["pages"] = new JsonObject
            {
                ["ogcMap"] = new JsonObject { ["module"] = "openlayers-ogc-map", ["tileset"] = Url("maps/streets-v4/tiles/WebMercatorQuad") },
                ["ogcVector"] = new JsonObject { ["module"] = "openlayers-ogc-vector", ["tileset"] = Url("tiles/v4/tiles/WebMercatorQuad") },
                ["style"] = new JsonObject { ["module"] = "openlayers-style", ["style"] = Url("maps/streets-v4/style.json"), ["elsewhere"] = LibraryPage.WithoutFonts() },
                ["sdk"] = new JsonObject
                {
                    ["module"] = "maptiler-sdk",
                    ["style"] = "streets-v4",
                    ["key"] = emulator.ApiKey,
                    ["telemetry"] = true,
                    ["elsewhere"] = new JsonObject { ["https://api.maptiler.com/"] = emulator.BaseAddress.AbsoluteUri },
                },
                ["geocoding"] = new JsonObject
                {
                    ["module"] = "geocoding-control",
                    ["geocoding"] = $"{emulator.BaseAddress}geocoding",
                    ["key"] = emulator.ApiKey,
                    ["tiles"] = Url("maps/streets-v4/{z}/{x}/{y}.png"),
                    ["query"] = "Liechten",
                },
                ["upload"] = new JsonObject { ["module"] = "upload", ["name"] = "exact.geojson", ["content"] = File, ["excess"] = 0 },
                ["longUpload"] = new JsonObject { ["module"] = "upload", ["name"] = "long.geojson", ["content"] = File, ["excess"] = 1 },
            },
        };
    }
}
