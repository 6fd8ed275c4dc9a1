using System.Text;
using MapTiler.Authentication;
using MapTiler.Emulator;
using MapTiler.Emulator.Tests;
using MapTiler.Maps;
using MapTiler.Service;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Integration;

/// <summary>The management of an account, over sockets.</summary>
public sealed class ServiceApiTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Key_is_created_used_rotated_and_deleted()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        using var service = new MapTilerServiceClient(new() { ServiceToken = emulator.ServiceToken, ServiceBaseAddress = emulator.ServiceBaseAddress });
        var style = new MapTilerUrlBuilder(emulator.BaseAddress).StyleJson(MapIds.StreetsV4);
        var geocode = new Uri(emulator.BaseAddress, "/geocoding/Brno.json");

        var key = await service.ApiKeys.CreateAsync(new() { Name = "mobile app", UserAgent = "coolest-mobile-map-app" }, Cancel);
        using var app = new HttpClient(new UserAgentHandler("coolest-mobile-map-app/1.0") { InnerHandler = new ApiKeyHandler(key.Key, emulator.BaseAddress) });
        using var stranger = new HttpClient(new ApiKeyHandler(key.Key, emulator.BaseAddress));
        Assert.Equal(200, await StatusAsync(app, style));
        Assert.Equal(200, await StatusAsync(app, geocode));
        Assert.Equal(403, await StatusAsync(stranger, style));

        var usage = await service.Analytics.GetTopAsync(AnalyticsPeriod.Past30Days, AnalyticsClassifier.ApiKeys, cancellationToken: Cancel);
        Assert.Contains(usage.Items, item => item.ItemId == key.Id.ToString() && item.Value >= 1);

        var renewed = await service.ApiKeys.RotateAsync(key.Id, async (fresh, token) =>
        {
            using var next = new HttpClient(new UserAgentHandler("coolest-mobile-map-app/1.0") { InnerHandler = new ApiKeyHandler(fresh.Key, emulator.BaseAddress) });
            Assert.Equal(200, await StatusAsync(next, style));
            Assert.Equal(200, await StatusAsync(app, style)); // both hold
        }, cancellationToken: Cancel);
        Assert.Equal(("mobile app", "coolest-mobile-map-app"), (renewed.Name, renewed.UserAgent));
        Assert.Equal(403, await StatusAsync(app, style));

        await service.ApiKeys.DeleteAsync(renewed.Id, Cancel);
        var gone = await Assert.ThrowsAsync<MapTilerException>(() => service.ApiKeys.GetAsync(renewed.Id, Cancel));
        Assert.True(gone.Reason == MapTilerErrorReason.Gone || gone.Reason == MapTilerErrorReason.NotFound, gone.Message);
        Assert.All(emulator.Requests.Where(r => r.Target.StartsWith("/geocoding", StringComparison.Ordinal)), r => Assert.DoesNotContain(emulator.ServiceToken, r.Target, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RotateAsync_during_requests_fails_none_of_them()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        using var service = new MapTilerServiceClient(new() { ServiceToken = emulator.ServiceToken, ServiceBaseAddress = emulator.ServiceBaseAddress });
        var old = await service.ApiKeys.CreateAsync(new() { Name = "shop" }, Cancel);
        var vault = new Vault { Key = old.Key };
        using var services = emulator.Services(o => o.ApiKey = null, builder => builder.UseApiKeyProvider<VaultKeys>().DisableResilience(), s => s.AddSingleton(vault));
        var geocoding = services.Geocoding();
        using var stop = new CancellationTokenSource();
        using var completed = new SemaphoreSlim(0);
        var sent = new int[8];
        var load = Enumerable.Range(0, sent.Length).Select(worker => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await geocoding.SearchAsync("Brno", cancellationToken: Cancel);
                Interlocked.Increment(ref sent[worker]);
                completed.Release();
            }
        }, Cancel)).ToArray();

        async Task UntilEachSendsAsync(int more)
        {
            var before = sent.ToArray();
            while (Enumerable.Range(0, sent.Length).Any(worker => Volatile.Read(ref sent[worker]) < before[worker] + more))
            {
                await Task.WhenAny([completed.WaitAsync(Cancel), .. load]);
                Assert.DoesNotContain(load, task => task.IsFaulted); // no more requests would follow
            }
        }

        await UntilEachSendsAsync(25);
        var time = new SignalingTimeProvider();
        var rotation = new ApiKeyRotation(service.ApiKeys, time).RunAsync(old.Id, (fresh, _) =>
        {
            vault.Key = fresh.Key;
            return Task.CompletedTask;
        }, gracePeriod: TimeSpan.FromSeconds(2), Cancel);
        var wait = time.NextWaitAsync(Cancel).AsTask();
        if (await Task.WhenAny(wait, rotation) == rotation)
            await rotation; // throws why it ended before the grace period
        Assert.Equal(TimeSpan.FromSeconds(2), await wait);
        await UntilEachSendsAsync(2); // the requests with the old key have their responses
        time.Advance(TimeSpan.FromSeconds(2));
        await rotation;
        await UntilEachSendsAsync(25);
        await stop.CancelAsync();

        await Task.WhenAll(load); // any refusal would surface here
        Assert.DoesNotContain(emulator.Requests, request => request.StatusCode is 403 && request.Target.StartsWith("/geocoding/", StringComparison.Ordinal));
        Assert.NotEqual(old.Key, vault.Key);
    }

    [Fact]
    public async Task UploadAsync_returns_the_dataset_of_the_file()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(new() { PartSize = 64 * 1024 }, Cancel);
        emulator.Faults.Add(new Fault { PathPrefix = "/uploads/", Status = 503, Times = 2 });
        using var service = new MapTilerServiceClient(new() { ServiceToken = emulator.ServiceToken, ServiceBaseAddress = emulator.ServiceBaseAddress });
        using var client = new MapTilerClient(new() { ServiceToken = emulator.ServiceToken, BaseAddress = emulator.BaseAddress });
        var features = string.Join(',', Enumerable.Range(0, 5000).Select(i => $$"""{"type":"Feature","id":{{i}},"geometry":{"type":"Point","coordinates":[8.5,47.4]},"properties":{"name":"Zürich {{i}}" } }"""));
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"type":"FeatureCollection","features":[{{features}}]}"""));

        var ingest = await service.Datasets.UploadAsync(file, "points.geojson", new() { Output = DatasetOutput.VectorFeatures }, Cancel);
        var read = 0;
        await foreach (var feature in client.Data.StreamFeaturesAsync(ingest.DocumentId!.Value.ToString(), Cancel))
            Assert.Equal(read++.ToString(System.Globalization.CultureInfo.InvariantCulture), feature.Id.ToString());

        var upload = Assert.Single(emulator.Uploads);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file.ToArray())), await upload.ComputeSha256Async(Cancel));
        Assert.Equal(5000, read);
        Assert.True(upload.PartCount > 5, $"{upload.PartCount}");
    }

    [Fact]
    public async Task UploadAsync_with_expired_part_URLs_starts_again()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(new() { PartSize = 64 * 1024 }, Cancel);
        using var service = new MapTilerServiceClient(new() { ServiceToken = emulator.ServiceToken, ServiceBaseAddress = emulator.ServiceBaseAddress });
        emulator.Faults.Add(new Fault { PathPrefix = "/uploads/", Status = 403, Skip = 2, Times = 1 });
        using var file = new MemoryStream(new byte[300_000]);

        await service.Datasets.UploadAsync(file, "data.mbtiles", new() { MaxConcurrency = 1 }, Cancel);

        Assert.Equal([EmulatedUploadState.Canceled, EmulatedUploadState.Completed], emulator.Uploads.Select(upload => upload.State));
    }

    [Fact]
    public async Task UploadAsync_of_a_file_over_the_limit_throws_with_the_message_of_the_service()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(new() { MaxUploadSize = 1000 }, Cancel);
        using var service = new MapTilerServiceClient(new() { ServiceToken = emulator.ServiceToken, ServiceBaseAddress = emulator.ServiceBaseAddress });
        using var file = new MemoryStream(new byte[1001]);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => service.Datasets.UploadAsync(file, "data.mbtiles", cancellationToken: Cancel));

        Assert.Equal((MapTilerErrorReason.Forbidden, "/v1/datasets/ingest"), (error.Reason, error.Endpoint));
        Assert.Contains("\"The file is larger than the plan allows.\"", error.Message, StringComparison.Ordinal);
        Assert.Empty(emulator.Uploads);
    }

    [Fact]
    public async Task UploadAsync_whose_processing_fails_throws_with_the_cause()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        emulator.Uploads.FailNext("There is no geometry in it.");
        using var service = new MapTilerServiceClient(new() { ServiceToken = emulator.ServiceToken, ServiceBaseAddress = emulator.ServiceBaseAddress });
        using var file = new MemoryStream(new byte[10]);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => service.Datasets.UploadAsync(file, "data.mbtiles", cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.ProcessingFailed, error.Reason);
        Assert.Contains("There is no geometry in it.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UploadAsync_with_a_lost_response_of_the_processing_request_completes()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        emulator.Faults.Add(new Fault { Delivery = FaultDelivery.Reset, Times = 1, When = r => r.Target.EndsWith("/process", StringComparison.Ordinal) });
        using var service = new MapTilerServiceClient(new() { ServiceToken = emulator.ServiceToken, ServiceBaseAddress = emulator.ServiceBaseAddress });
        using var file = new MemoryStream(new byte[10]);

        var ingest = await service.Datasets.UploadAsync(file, "data.mbtiles", cancellationToken: Cancel);

        Assert.Equal(IngestState.Completed, ingest.State);
        Assert.Equal(EmulatedUploadState.Completed, Assert.Single(emulator.Uploads).State);
    }

    [Fact]
    public async Task Tilesets_are_listed_updated_and_deleted()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        var id = Guid.NewGuid();
        emulator.Add(new EmulatedTileset(id.ToString()) { Name = "trails" });
        using var service = new MapTilerServiceClient(new() { ServiceToken = emulator.ServiceToken, ServiceBaseAddress = emulator.ServiceBaseAddress });

        var listed = new List<Tileset>();
        await foreach (var tileset in service.Tilesets.ListAsync(cancellationToken: Cancel))
            listed.Add(tileset);
        var changed = await service.Tilesets.UpdateAsync(id, new() { Title = "new trails", Description = "" }, Cancel);
        await service.Tilesets.DeleteAsync(id, Cancel);
        var gone = await Assert.ThrowsAsync<MapTilerException>(() => service.Tilesets.GetAsync(id, Cancel));

        Assert.Contains(listed, tileset => tileset.Id == id);
        Assert.Equal("new trails", changed.Title);
        Assert.Equal(MapTilerErrorReason.Gone, gone.Reason);
    }

    [Fact]
    public async Task CheckKeyAsync_distinguishes_restricted_and_unrestricted_keys()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        var restricted = emulator.AddKey("app", userAgent: "my-app");

        async Task<KeyCheckResult> CheckAsync(Action<MapTilerOptions> options)
        {
            using var services = emulator.Services(options);
            return await services.GetRequiredService<MapTilerClient>().CheckKeyAsync(Cancel);
        }

        var open = await CheckAsync(_ => { });
        var safe = await CheckAsync(o => (o.ApiKey, o.UserAgent) = (restricted.Key, "my-app/1"));
        var refused = await CheckAsync(o => o.ApiKey = restricted.Key);
        var byToken = await CheckAsync(o => (o.ApiKey, o.ServiceToken) = (null, emulator.ServiceToken));

        Assert.Equal([KeyCheckStatus.Unprotected, KeyCheckStatus.Valid, KeyCheckStatus.Rejected, KeyCheckStatus.Valid], new[] { open, safe, refused, byToken }.Select(result => result.Status));
        Assert.Contains("Anyone who obtains it can use its quota", open.Message, StringComparison.Ordinal);
        Assert.Equal(MapTilerErrorReason.Forbidden, refused.Error!.Reason);
        Assert.DoesNotContain(restricted.Key, refused.ToString(), StringComparison.Ordinal);
    }

    private static async Task<int> StatusAsync(HttpClient http, Uri uri)
    {
        using var response = await http.GetAsync(uri, Cancel);
        return (int)response.StatusCode;
    }

    private sealed class Vault
    {
        public volatile string Key = "";
    }

    private sealed class VaultKeys(Vault vault) : ApiKeyProvider
    {
        public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) => new(vault.Key);
    }
}
