using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using MapTiler.Emulator;

namespace MapTiler.EndToEndTests.Browser;

/// <summary>What a browser saw of samples/BrowserMap in both modes, visited once for all tests.</summary>
public sealed class BrowserMapVisits : IAsyncLifetime
{
    private readonly Dictionary<string, JsonDocument> _seen = [];
    private readonly Dictionary<string, string> _output = [];
    private Exception? _failure;

    public JsonElement Of(string mode) => _failure is null ? _seen[mode].RootElement : throw _failure;

    /// <summary>What the sample wrote.</summary>
    public string Output(string mode) => _failure is null ? _output[mode] : throw _failure;

    /// <summary>The answers that the emulator gave to the proxy.</summary>
    public IReadOnlyList<RecordedRequest> Proxied { get; private set; } = [];

    public string Health { get; private set; } = "";

    /// <summary>How many of more requests at once than a caller has were answered 429.</summary>
    public int Refused { get; private set; }

    public async ValueTask InitializeAsync()
    {
        try
        {
            OtherProgram.PathOf("chromium");
            await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
            await VisitSignedAsync(emulator);
            await VisitProxiedAsync(emulator);
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
        foreach (var seen in _seen.Values)
            seen.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Without any configuration. Its emulator has the same keys as every emulator.</summary>
    private async Task VisitSignedAsync(MapTilerEmulator twin)
    {
        await using var app = await BrowserMapApp.StartAsync();
        await VisitAsync("SignedRedirect", app, twin, ["desktop", "phone", "noScript", "dark", "trouble", "noWebGL"], reducedMotion: false);
        using var http = new HttpClient { BaseAddress = app.Address };
        Health = await http.GetStringAsync(new Uri("health", UriKind.Relative), TestContext.Current.CancellationToken);
        Refused = (await Task.WhenAll(Enumerable.Range(0, 700).Select(async _ =>
        {
            using var answer = await http.GetAsync(new Uri("maptiler/nothing", UriKind.Relative), TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }))).Count(status => status == HttpStatusCode.TooManyRequests);
    }

    /// <summary>With both credentials, so that one of them is in every request upstream.</summary>
    private async Task VisitProxiedAsync(MapTilerEmulator emulator)
    {
        await using var app = await BrowserMapApp.StartAsync(
            ("MapTiler:BaseAddress", emulator.BaseAddress.AbsoluteUri), ("MapTiler:ApiKey", emulator.ApiKey), ("MapTiler:ServiceToken", emulator.ServiceToken),
            ("MapTiler:BrowserMaps:Mode", "Proxy"));
        await VisitAsync("Proxy", app, emulator, ["desktop", "phone", "noScript"], reducedMotion: true);
        Proxied = [.. emulator.Requests];
    }

    private async Task VisitAsync(string mode, BrowserMapApp app, MapTilerEmulator emulator, string[] visits, bool reducedMotion)
    {
        var token = emulator.ServiceToken.Split('_');
        var input = new JsonObject
        {
            ["url"] = app.Address.AbsoluteUri,
            ["visits"] = new JsonArray([.. visits.Select(visit => JsonValue.Create(visit))]),
            ["reducedMotion"] = reducedMotion,
            ["screenshots"] = BrowserScript.Screenshot(mode),
            ["find"] = new JsonObject
            {
                ["API key"] = emulator.ApiKey, ["secret"] = token[1], ["key id"] = token[0], ["signature"] = "signature=",
                ["in a tile"] = "La Jolla", ["on the page"] = "San Diego is shown.", // is there, on the phone
            },
        };
        try
        {
            _seen[mode] = await BrowserScript.RunAsync("page.mjs", input);
        }
        catch
        {
            app.ThrowIfEnded();
            throw;
        }

        _output[mode] = app.Output;
    }
}
