using System.Text.Json;
using MapTiler.Emulator;

namespace MapTiler.EndToEndTests.ForeignClients;

/// <summary>What @maptiler/client got from an emulator, asked once for all tests.</summary>
public sealed class MapTilerClientAnswers : IAsyncLifetime
{
    public const string Stops = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Bellevue"},"geometry":{"type":"Point","coordinates":[8.545,47.367]}}]}""";

    private JsonDocument? _answers;
    private Exception? _failure;
    private int _cost;

    public JsonElement Root => _failure is null ? _answers!.RootElement : throw _failure;

    /// <summary>What the requests cost together.</summary>
    public int Cost => _failure is null ? _cost : throw _failure;

    public async ValueTask InitializeAsync()
    {
        try
        {
            await RunAsync();
        }
#pragma warning disable CA1031 // A skip or a failure here belongs to each of the tests.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _failure = failure;
        }
    }

    public ValueTask DisposeAsync()
    {
        _answers?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task RunAsync()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        emulator.AddDataset("stops", Stops);
        var output = await NodeProject.RunAsync("client.mjs", [emulator.BaseAddress.ToString(), emulator.ApiKey]);
        _answers = JsonDocument.Parse(output);
        _cost = emulator.Requests.Sum(r => r.Cost);
    }
}
