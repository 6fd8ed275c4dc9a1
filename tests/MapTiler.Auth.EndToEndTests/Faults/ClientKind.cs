using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MapTiler.AspNetCore;
using MapTiler.Service;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MapTiler.EndToEndTests.Faults;

/// <summary>A kind of call.</summary>
internal abstract class ClientKind(string name)
{
    public static IReadOnlyList<ClientKind> All { get; } =
        [new SingleCall(), new Batch(), new FeatureStreaming(), new TileDownloads(), new UploadCreation(), new UploadOfParts(), new ProxiedTile("proxy with a cache", 50_000_000), new ProxiedTile("proxy without a cache", 0), new SignedRedirect()];

    public string Name => name;

    /// <summary>Whether a cancellation takes time to reach the client of the faulty server.</summary>
    public virtual bool IsRemote => false;

    public virtual bool Supports(Fault fault) => true;

    public virtual bool SupportsOnce(Fault fault) => fault.CanBeOnce && fault.Interruption == Interruption.None;

    /// <summary>Makes the call and describes its result.</summary>
    public abstract Task<string> RunAsync(FaultRun run);

    public override string ToString() => name;

    protected static ValidResponse Json(JsonNode json) => new("application/json", Encoding.UTF8.GetBytes(json.ToJsonString()));

    protected static JsonObject Places(string name) => new()
    {
        ["type"] = "FeatureCollection",
        ["features"] = new JsonArray(new JsonObject
        {
            ["type"] = "Feature",
            ["id"] = "municipality.1",
            ["text"] = name,
            ["place_name"] = name,
            ["place_type"] = new JsonArray("municipality"),
            ["center"] = new JsonArray(16.6, 49.2),
            ["geometry"] = new JsonObject { ["type"] = "Point", ["coordinates"] = new JsonArray(16.6, 49.2) },
            ["bbox"] = new JsonArray(16.5, 49.1, 16.7, 49.3),
            ["relevance"] = 1,
            ["properties"] = new JsonObject(),
        }),
        ["query"] = new JsonArray(name),
        ["attribution"] = "© MapTiler",
    };

    /// <summary>The queries of a request for geocoding.</summary>
    protected static string[] Queries(ReceivedRequest request) =>
        Array.ConvertAll(request.Path.Split('?')[0]["/geocoding/".Length..^".json".Length].Split(';'), Uri.UnescapeDataString);

    /// <summary>Collects items until their source ends or fails, and reports how many there are.</summary>
    protected static async Task<string> CollectAsync<T>(FaultRun run, IAsyncEnumerable<T> source, string noun, Func<T, int, string?> describeError)
    {
        var errors = new List<string?>();
        try
        {
            await foreach (var item in source)
                errors.Add(describeError(item, errors.Count));
        }
        catch (Exception e)
        {
            return string.Join(", ", [.. Groups(), run.Describe(e)]);
        }

        return string.Join(", ", Groups());

        IEnumerable<string> Groups() => errors.GroupBy(error => error).Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {(group.Key is null ? noun : "× " + group.Key)}"));
    }
}

internal sealed class SingleCall() : ClientKind("single call")
{
    public override async Task<string> RunAsync(FaultRun run)
    {
        var client = new MapTilerClient(FaultRun.Options(run.Start(request => Json(Places(Queries(request)[0]))).Address), run.Configure);
        run.Client = client;
        var result = await client.Geocoding.SearchAsync("Brno", cancellationToken: run.Token);
        return result.Features is [{ Text: "Brno" }] ? "result" : "wrong result";
    }
}

internal sealed class Batch() : ClientKind("batch of 60 items in 2 requests")
{
    public override async Task<string> RunAsync(FaultRun run)
    {
        var server = run.Start(request => Queries(request) is [var one] ? Json(Places(one)) : Json(new JsonArray([.. Queries(request).Select(Places)])));
        var client = new MapTilerClient(FaultRun.Options(server.Address), run.Configure);
        run.Client = client;
        var queries = Enumerable.Range(0, 60).Select(i => string.Create(CultureInfo.InvariantCulture, $"place {i}")).ToArray();
        return await CollectAsync(run, client.Geocoding.BatchAsync(queries, maxConcurrency: 1, cancellationToken: run.Token), "results", (result, index) =>
            result.Index != index ? "lost or doubled"
            : result.Error is { } error ? run.Describe(error)
            : result.Features is [{ Text: var text }] && text == queries[index] ? null : "wrong result");
    }
}

internal sealed class FeatureStreaming() : ClientKind("stream of 20 features")
{
    public override async Task<string> RunAsync(FaultRun run)
    {
        var features = new JsonArray([.. Enumerable.Range(0, 20).Select(i => new JsonObject
        {
            ["type"] = "Feature",
            ["id"] = i,
            ["geometry"] = new JsonObject { ["type"] = "Point", ["coordinates"] = new JsonArray(16.6, 49.2) },
            ["properties"] = new JsonObject(),
        })]);
        var response = Json(new JsonObject { ["type"] = "FeatureCollection", ["features"] = features });
        var client = new MapTilerClient(FaultRun.Options(run.Start(_ => response).Address), run.Configure);
        run.Client = client;
        return await CollectAsync(run, client.Data.StreamFeaturesAsync("parcels", run.Token), "features", (feature, index) =>
            feature.Id.ToString() == index.ToString(CultureInfo.InvariantCulture) ? null : "lost or doubled");
    }
}

internal sealed class TileDownloads() : ClientKind("download of 2 tiles")
{
    public override async Task<string> RunAsync(FaultRun run)
    {
        var server = run.Start(request => new("application/x-protobuf", Content(request.Path)));
        var client = new MapTilerClient(FaultRun.Options(server.Address), run.Configure);
        run.Client = client;
        TileCoordinate[] tiles = [new(1, 0, 0), new(1, 1, 0)];
        return await CollectAsync(run, client.Tiles.DownloadTilesAsync("v3", tiles, "pbf", new() { MaxConcurrency = 1 }, cancellationToken: run.Token), "tiles", (tile, index) =>
            tile.Tile != tiles[index] ? "lost or doubled"
            : tile.Error is { } error ? run.Describe(error)
            : tile.Bytes is not { } bytes ? "no tile"
            : bytes.Span.SequenceEqual(Content($"/tiles/v3/1/{index}/0.pbf")) ? null : "other bytes");
    }

    public static byte[] Content(string path) => [.. Enumerable.Repeat(Encoding.ASCII.GetBytes(path.Split('?')[0]), 20).SelectMany(part => part)];
}

internal abstract class Upload(string name, bool isStorageFaulty) : ClientKind(name)
{
    private const int PartSize = 1000;

    private static readonly byte[] Data = [.. Enumerable.Range(0, 2 * PartSize + 500).Select(i => (byte)(i % 251))];

    public override bool Supports(Fault fault) => fault.Stage != FaultStage.Http2; // both clients use HTTP/1.1

    public override async Task<string> RunAsync(FaultRun run)
    {
        var parts = new Dictionary<string, byte[]>();
        var storage = run.Start(request =>
        {
            parts[request.Path] = request.Body;
#pragma warning disable CA5351 // the ETag of a part is its MD5
            return new("application/xml", "<stored></stored>"u8.ToArray(), $"ETag: \"{Convert.ToHexStringLower(MD5.HashData(request.Body))}\"\r\n");
#pragma warning restore CA5351
        }, isFaulty: isStorageFaulty);
        var id = Guid.Parse("0195a1b2-c3d4-7e5f-8a9b-000000000001");
        var service = run.Start(request => Json(new JsonObject
        {
            ["id"] = id,
            ["document_id"] = id,
            ["state"] = request.Path.EndsWith("/ingest", StringComparison.Ordinal) ? "upload" : request.Path.EndsWith("/cancel", StringComparison.Ordinal) ? "canceled" : "completed",
            ["filename"] = "data.bin",
            ["size"] = Data.Length,
            ["progress"] = 0,
            ["upload"] = new JsonObject
            {
                ["type"] = "s3_multipart",
                ["part_size"] = PartSize,
                ["parts"] = new JsonArray([.. Enumerable.Range(1, 3).Select(part => new JsonObject { ["part_id"] = part, ["url"] = $"{storage.Address}parts/{part}" })]),
            },
        }), isFaulty: !isStorageFaulty);
        var client = new MapTilerServiceClient(FaultRun.Options(service.Address), run.Configure);
        run.Client = client;
        var ingest = await client.Datasets.UploadAsync(new MemoryStream(Data), "data.bin", new() { MaxConcurrency = 1, MaxRetryAttempts = 1 }, run.Token);
        var stored = parts.OrderBy(part => part.Key, StringComparer.Ordinal).SelectMany(part => part.Value);
        return ingest.State != IngestState.Completed ? $"state {ingest.State}" : stored.SequenceEqual(Data) ? "uploaded" : "other bytes";
    }
}

internal sealed class UploadCreation() : Upload("upload, request that creates it", isStorageFaulty: false)
{
    public override bool Supports(Fault fault) => base.Supports(fault) && !fault.InterruptsDelay;

    public override bool SupportsOnce(Fault fault) => false; // a POST request is not retried
}

internal sealed class UploadOfParts() : Upload("upload, requests with the 3 parts (1 retry)", isStorageFaulty: true)
{
    // The body of the response is not read, only drained by .NET for a short time.
    public override bool Supports(Fault fault) => base.Supports(fault) && !fault.NeedsReadBody;
}

internal abstract class BrowserEndpoint(string name, BrowserMapsMode mode, long cacheSize) : ClientKind($"browser endpoint ({name})")
{
    private const int MaxKept = 1_000_000;

    public override bool IsRemote => true;

    public override bool Supports(Fault fault) => fault.Interruption != Interruption.Dispose && !fault.InterruptsDelay;

    public override bool SupportsOnce(Fault fault) => false; // there are no retries

    protected bool HasCache => cacheSize > 0;

    /// <summary>The response of MapTiler.</summary>
    protected abstract ValidResponse Respond(FaultServer server, ReceivedRequest request);

    protected abstract void Configure(BrowserMapsOptions maps);

    /// <summary>Describes the response to the browser.</summary>
    protected abstract string? Describe(HttpResponseMessage response, byte[] body);

    public override async Task<string> RunAsync(FaultRun run)
    {
        FaultServer? server = null;
        server = run.Start(request => Respond(server!, request));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(run.Time);
        builder.Services.AddMapTiler(options =>
        {
            var defaults = FaultRun.Options(server.Address);
            (options.ApiKey, options.ServiceToken, options.BaseAddress) = (defaults.ApiKey, defaults.ServiceToken, server.Address);
        }).AddBrowserMaps(maps =>
        {
            (maps.Mode, maps.PublicUrl, maps.CacheSize) = (mode, new Uri("https://shop.example/"), cacheSize);
            Configure(maps);
        });
        builder.Services.AddHttpClient("MapTiler.Browser").ConfigurePrimaryHttpMessageHandler((handler, _) => run.Clients.Use((SocketsHttpHandler)handler));
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapMapTiler("/maptiler");
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = new Uri(app.Urls.First()) };
        try
        {
            using var response = await browser.GetAsync(new Uri("maptiler/tiles/v3/1/0/0.pbf", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, run.Token);
            var body = await ReadAsync(response, run.Token);
            return Describe(response, body) ?? $"status {(int)response.StatusCode}{(response.Headers.RetryAfter is { } wait ? $" with Retry-After {wait}" : "")}";
        }
        catch (OperationCanceledException) when (run.Token.IsCancellationRequested)
        {
            return "canceled";
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return "response cut";
        }
    }

    /// <summary>Reads a body to its end, and returns its beginning.</summary>
    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var (kept, buffer) = (new MemoryStream(), new byte[64 * 1024]);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        while (await body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (kept.Length < MaxKept)
                kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }
}

internal sealed class ProxiedTile(string name, long cacheSize) : BrowserEndpoint(name, BrowserMapsMode.Proxy, cacheSize)
{
    // Without a cache, .NET may or may not return the data before a reset to the stream that is copied to the browser: the result is a response that is cut, or status 502.
    public override bool Supports(Fault fault) => base.Supports(fault) && (HasCache || fault.Name is not ("HTTP/2 RST_STREAM in the body" or "HTTP/2 GOAWAY in the body"));

    protected override ValidResponse Respond(FaultServer server, ReceivedRequest request) => new("application/x-protobuf", TileDownloads.Content(request.Path));

    protected override void Configure(BrowserMapsOptions maps) => maps.Tilesets.Add("v3");

    protected override string? Describe(HttpResponseMessage response, byte[] body) =>
        response.StatusCode != HttpStatusCode.OK ? null
        : body.AsSpan().SequenceEqual(TileDownloads.Content("/tiles/v3/1/0/0.pbf")) ? "tile"
        : response.Content.Headers.ContentEncoding.Count > 0 ? "body as it was received" : "other bytes";
}

/// <summary>The redirect itself needs no request; whether a tile may be displayed is known from the style of the map.</summary>
internal sealed class SignedRedirect() : BrowserEndpoint("signed redirect to a tile of a listed map", BrowserMapsMode.SignedRedirect, 0)
{
    protected override ValidResponse Respond(FaultServer server, ReceivedRequest request) => Json(new JsonObject
    {
        ["version"] = 8,
        ["sources"] = new JsonObject { ["v3"] = new JsonObject { ["type"] = "vector", ["url"] = server.Address + "tiles/v3/tiles.json" } },
        ["layers"] = new JsonArray(),
    });

    protected override void Configure(BrowserMapsOptions maps) => maps.Maps.Add("streets-v4");

    protected override string? Describe(HttpResponseMessage response, byte[] body) =>
        response.StatusCode != HttpStatusCode.Found ? null
        : response.Headers.Location is { AbsolutePath: "/tiles/v3/1/0/0.pbf" } location && location.Query.Contains("&signature=", StringComparison.Ordinal) ? "redirect" : "wrong result";
}
