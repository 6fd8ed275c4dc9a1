using System.Text.Json;
using MapTiler.Emulator;

namespace MapTiler.EndToEndTests.ForeignClients;

/// <summary>The results of the functions of @maptiler/client against an emulator, called once for all tests.</summary>
public sealed class MapTilerClientResults : IAsyncLifetime
{
    public const string Stops = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Bellevue"},"geometry":{"type":"Point","coordinates":[8.545,47.367]}}]}""";

    private JsonDocument? _results;
    private Exception? _failure;
    private int _cost;

    public JsonElement Root => _failure is null ? _results!.RootElement : throw _failure;

    /// <summary>The cost of all requests.</summary>
    public int Cost => _failure is null ? _cost : throw _failure;

    public async ValueTask InitializeAsync()
    {
        try
        {
            await RunAsync();
        }
#pragma warning disable CA1031 // Each test reports the skip or the failure.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _failure = failure;
        }
    }

    public ValueTask DisposeAsync()
    {
        _results?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task RunAsync()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        emulator.AddDataset("stops", Stops);
        var output = await NodeProject.RunAsync("client.mjs", [emulator.BaseAddress.ToString(), emulator.ApiKey]);
        _results = JsonDocument.Parse(output);
        _cost = emulator.Requests.Sum(r => r.Cost);
    }
}
