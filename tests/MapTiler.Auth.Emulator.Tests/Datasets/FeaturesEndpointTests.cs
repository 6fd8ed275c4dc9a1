namespace MapTiler.Emulator.Tests;

public sealed class FeaturesEndpointTests : EmulatorTest
{
    [Fact]
    public async Task Dataset_is_returned_unchanged()
    {
        const string GeoJson = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Žižkov"},"geometry":null}]}""";
        Emulator.AddDataset("11111111-2222-4333-8444-555555555555", GeoJson);
        Assert.Equal(GeoJson, await GetTextAsync("/data/11111111-2222-4333-8444-555555555555/features.json"));
    }

    [Fact]
    public async Task A_large_dataset_is_read_while_it_is_sent()
    {
        const long Length = 300L << 20;
        var dataset = new EndlessStream(Length);
        Emulator.AddDataset("large", () => dataset);
        using var response = await SendWithKeyAsync("/data/large/features.json");
        var body = await response.Content.ReadAsStreamAsync(Cancellation);
        var buffer = new byte[1 << 20];
        var total = 0L;
        var ahead = 0L;
        for (int read; (read = await body.ReadAsync(buffer, Cancellation)) > 0;)
        {
            total += read;
            ahead = Math.Max(ahead, dataset.ReadSoFar - total);
        }

        Assert.Equal(Length, total);
        Assert.InRange(ahead, 0, 50L << 20);
        Assert.Null(response.Content.Headers.ContentLength);
        Assert.Equal((200, 1), (Assert.Single(Emulator.Requests).StatusCode, Assert.Single(Emulator.Requests).Cost));
    }

    [Fact]
    public async Task Streamed_body_can_be_truncated()
    {
        Emulator.AddDataset("large", () => new EndlessStream(1 << 20));
        Emulator.Faults.Add(new Fault { Delivery = FaultDelivery.Truncated, SentBytes = 1000 });
        using var response = await SendWithKeyAsync("/data/large/features.json");
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            await using var body = await response.Content.ReadAsStreamAsync(Cancellation);
            await body.CopyToAsync(Stream.Null, Cancellation);
        });
    }
}
