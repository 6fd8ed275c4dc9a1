using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.Emulator.Tests;

public sealed class MapTilerFixture : IAsyncLifetime
{
    public MapTilerEmulator Emulator { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Emulator = await MapTilerEmulator.StartAsync();

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();
}

public sealed class RouteTests(MapTilerFixture maps) : IClassFixture<MapTilerFixture>
{
    [Fact]
    public async Task Requests_of_a_test_have_the_name_of_its_key()
    {
        var key = maps.Emulator.AddKey(nameof(Requests_of_a_test_have_the_name_of_its_key));
        using var client = new HttpClient { BaseAddress = maps.Emulator.BaseAddress };
        await client.GetAsync($"geocoding/Brno.json?key={key.Key}", TestContext.Current.CancellationToken);
        Assert.Single(maps.Emulator.Requests, r => r.KeyName == key.Name);
    }
}

/// <summary>The examples of the README, line by line.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task Example_of_the_README_works()
    {
        var cancellationToken = TestContext.Current.CancellationToken;

        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: cancellationToken);
        var key = emulator.AddKey("web shop", origins: ["shop.example"]);
        emulator.Faults.Add(new Fault { PathPrefix = "/geocoding/", Status = 503, RetryAfter = TimeSpan.FromSeconds(2), Times = 1 });

        using var client = new HttpClient { BaseAddress = emulator.BaseAddress };
        client.DefaultRequestHeaders.Add("Origin", "https://shop.example");
        using var first = await client.GetAsync($"geocoding/Praha.json?key={key.Key}", cancellationToken);
        using var second = await client.GetAsync($"geocoding/Praha.json?key={key.Key}", cancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(["/geocoding/Praha.json?key=***", "/geocoding/Praha.json?key=***"], emulator.Requests.Select(r => r.Target));
        Assert.All(emulator.Requests, r => Assert.Equal("web shop", r.KeyName));
    }

    [Fact]
    public async Task Data_of_an_account_is_added_in_code()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: cancellationToken);
        var largeFile = typeof(ReadmeTests).Assembly.Location;
        byte[] trailTile = [0x1A, 0x00];

        emulator.AddDataset("stops", """{"type":"FeatureCollection","features":[]}""");
        emulator.AddDataset("parcels", () => File.OpenRead(largeFile));
        emulator.Add(new EmulatedTileset("trails") { MaxZoom = 12, Tiles = (z, x, y) => z == 12 ? trailTile : null });
        emulator.AddTile("v3", 0, 0, 0, []);
        emulator.Add(new EmulatedImage("plan", width: 5120, height: 3000));
        emulator.AddMap("019df8cf-b54b-74e9-81d2-7c1f124b88dd", """
            {"version":8,"sources":{"trails":{"url":"https://api.maptiler.com/tiles/trails/tiles.json?key=any","type":"vector"}},"layers":[]}
            """);

        Assert.Equal(42, await LengthAsync("data/stops/features.json"));
        Assert.Equal(new FileInfo(largeFile).Length, await LengthAsync("data/parcels/features.json"));
        Assert.Equal(trailTile.Length, await LengthAsync("tiles/trails/12/7/8"));
        Assert.Equal(0, await LengthAsync("tiles/v3/0/0/0.pbf"));
        Assert.NotEqual(0, await LengthAsync("images/plan/4/9/5"));
        Assert.NotEqual(0, await LengthAsync("maps/019df8cf-b54b-74e9-81d2-7c1f124b88dd/style.json"));

        emulator.Add(new EmulatedPlace("Bahnhofstrasse", 8.5395, 47.3705) { Type = "address", HouseNumber = "5", PostalCode = "8001" });
        emulator.Add(new EmulatedPlace("Café Odeon", 8.5451, 47.3669) { Type = "poi", Categories = ["cafe"] });

        Assert.NotEqual(0, await LengthAsync("geocoding/Bahnhofstrasse%205.json"));

        async Task<long?> LengthAsync(string path)
        {
            using var client = new HttpClient { BaseAddress = emulator.BaseAddress };
            using var response = await client.GetAsync($"{path}?key={emulator.ApiKey}", cancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            return response.Content.Headers.ContentLength;
        }
    }

    [Fact]
    public async Task An_upload_is_compared_with_its_file()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var emulator = await MapTilerEmulator.StartAsync(new() { PartSize = 2_000_000 }, cancellationToken);
        var content = new byte[7_000_000];
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        Func<MapTilerEmulator, Task<EmulatedUpload>> uploadingAsync = e => SmallUploader.UploadAsync(e, "stops.geojson", content, cancellationToken);

        emulator.Uploads.FailNext("Not a geometry");
        emulator.Faults.Add(new Fault { PathPrefix = "/uploads/", Delivery = FaultDelivery.Reset, UploadedBytes = 1_000_000, Skip = 2, Times = 1 });
        emulator.Faults.Add(new Fault { PathPrefix = "/uploads/", UploadBytesPerSecond = 20_000_000, Delay = TimeSpan.FromMilliseconds(20) });

        var upload = await uploadingAsync(emulator);

        Assert.Equal(EmulatedUploadState.Failed, upload.State);
        Assert.Equal(1, upload.PartsInterrupted);
        Assert.Equal(sha256, await upload.ComputeSha256Async(cancellationToken));
    }

    [Fact]
    public async Task Quota_is_reset_when_the_clock_reaches_the_next_month()
    {
        var cancellationToken = TestContext.Current.CancellationToken;

        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero));
        await using var emulator = await MapTilerEmulator.StartAsync(new() { TimeProvider = clock, QuotaIncludesRetryAfter = true }, cancellationToken);
        var key = emulator.AddKey("free plan");
        (key.Plan, key.RequestLimit) = (EmulatedPlan.Free, 1);

        using var client = new HttpClient { BaseAddress = emulator.BaseAddress };
        Task<HttpResponseMessage> SearchAsync() => client.GetAsync($"geocoding/Praha.json?key={key.Key}", cancellationToken);

        Assert.Equal(HttpStatusCode.OK, (await SearchAsync()).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await SearchAsync()).StatusCode);
        clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal(HttpStatusCode.OK, (await SearchAsync()).StatusCode);
        Assert.Equal(1, emulator.GetUsedRequests(key));
    }

    [Fact]
    public async Task Faults_are_selected_by_path_and_probability()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        emulator.Faults.Add(new Fault { PathPrefix = "/tiles/", Delivery = FaultDelivery.Truncated, SentBytes = 100, Skip = 2, Times = 1 });
        emulator.Faults.Add(new Fault { PathPrefix = "/elevation/", ContentType = "text/html", Body = "<h1>Maintenance</h1>" });
        emulator.Faults.Add(new Fault { Status = 503, Probability = 0.05 });
        emulator.Faults.Add(new Fault { Delay = TimeSpan.FromMilliseconds(80), Jitter = TimeSpan.FromMilliseconds(40) });

        Assert.Equal(4, emulator.Faults.Count);
    }
}
