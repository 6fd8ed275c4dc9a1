using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using MapTiler.Emulator;

namespace MapTiler.EndToEndTests.Browser;

/// <summary>Records what a browser receives from samples/BrowserMap in both modes, once for all tests.</summary>
public sealed class BrowserMapVisits : IAsyncLifetime
{
    public const string Collection = "samples/BrowserMap";
    public const string SignedRedirect = "SignedRedirect";
    public const string Proxy = "Proxy";

    private readonly ConcurrentDictionary<string, Visit> _visits = new();
    private Exception? _failure;

    public JsonElement Of(string mode) => Find(mode).Pages.RootElement;

    /// <summary>The output of the sample.</summary>
    public string Output(string mode) => Find(mode).Output;

    /// <summary>The requests of the proxy to the emulator.</summary>
    public IReadOnlyList<RecordedRequest> Proxied { get; private set; } = [];

    public string Health { get; private set; } = "";

    /// <summary>The number of 429 responses to more concurrent requests than a caller may send.</summary>
    public int Rejected { get; private set; }

    /// <summary>The pages of map libraries, by name, and the URL of the sample that they belong to.</summary>
    internal (Uri Origin, IReadOnlyDictionary<string, LibraryPage> Pages) Libraries(string mode) => (Find(mode).Origin, Find(mode).Libraries);

    public async ValueTask InitializeAsync()
    {
        try
        {
            OtherProgram.PathOf("chromium");
            await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
            await Task.WhenAll(VisitSignedAsync(emulator), VisitProxiedAsync(emulator));
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
        foreach (var visit in _visits.Values)
            visit.Pages.Dispose();
        return ValueTask.CompletedTask;
    }

    private Visit Find(string mode) => _failure is null ? _visits[mode] : throw _failure;

    /// <summary>Without any configuration: the sample starts an emulator, whose seeded credentials equal those of this one.</summary>
    private async Task VisitSignedAsync(MapTilerEmulator other)
    {
        await using var app = await BrowserMapApp.StartAsync();
        await VisitAsync(SignedRedirect, app, other, ["desktop", "phone", "noScript", "dark", "trouble", "noWebGL"], reducedMotion: false);
        using var http = new HttpClient { BaseAddress = app.Address };
        Health = await http.GetStringAsync(new Uri("health", UriKind.Relative), TestContext.Current.CancellationToken);
        Rejected = (await Task.WhenAll(Enumerable.Range(0, 700).Select(async _ =>
        {
            using var response = await http.GetAsync(new Uri("maptiler/nothing", UriKind.Relative), TestContext.Current.CancellationToken);
            return response.StatusCode;
        }))).Count(status => status == HttpStatusCode.TooManyRequests);
    }

    /// <summary>With both credentials. Each request to the emulator contains one of them.</summary>
    private async Task VisitProxiedAsync(MapTilerEmulator emulator)
    {
        await using var app = await BrowserMapApp.StartAsync(
            ("MapTiler:BaseAddress", emulator.BaseAddress.AbsoluteUri), ("MapTiler:ApiKey", emulator.ApiKey), ("MapTiler:ServiceToken", emulator.ServiceToken),
            ("MapTiler:BrowserMaps:Mode", "Proxy"));
        await VisitAsync(Proxy, app, emulator, ["desktop", "phone", "noScript"], reducedMotion: true);
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
                ["in a tile"] = "La Jolla", ["on the page"] = "San Diego is shown.", // exist in the visit by phone
            },
        };
        try
        {
            var pages = await BrowserScript.RunAsync("page.mjs", input);
            _visits[mode] = new(app.Address, pages, app.Output, await ShowLibrariesAsync(mode, app.Address));
        }
        catch
        {
            app.ThrowIfEnded();
            throw;
        }
    }

    private static Task<IReadOnlyDictionary<string, LibraryPage>> ShowLibrariesAsync(string mode, Uri app)
    {
        var map = $"{app}maptiler/maps/streets-v4/";
        const string Attribution = "© MapTiler";
        return LibraryPage.ShowAsync(mode, new JsonObject
        {
            ["origin"] = app.GetLeftPart(UriPartial.Authority),
            ["pages"] = new JsonObject
            {
                ["leaflet"] = new JsonObject { ["module"] = "leaflet", ["tiles"] = map + "256/{z}/{x}/{y}.png", ["attribution"] = Attribution },
                ["openlayers"] = new JsonObject { ["module"] = "openlayers", ["tiles"] = map + "{z}/{x}/{y}.png", ["attribution"] = Attribution },
                ["openlayersVector"] = new JsonObject { ["module"] = "openlayers-style", ["style"] = map + "style.json", ["elsewhere"] = LibraryPage.WithoutFonts() },
                ["maptiler"] = new JsonObject { ["module"] = "maptiler-sdk", ["style"] = map + "style.json" },
            },
        });
    }

    private sealed record Visit(Uri Origin, JsonDocument Pages, string Output, IReadOnlyDictionary<string, LibraryPage> Libraries);
}

/// <summary>Shares the visits between the tests that need them.</summary>
[CollectionDefinition(BrowserMapVisits.Collection)]
public sealed class BrowserMapVisitsDefinition : ICollectionFixture<BrowserMapVisits>;
