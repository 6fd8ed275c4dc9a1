using System.Net;
using System.Text.Json;

namespace MapTiler.Emulator.Tests;

public sealed class IngestsTests() : UploadTest(options =>
{
    options.ProcessingTime = TimeSpan.FromSeconds(8);
    options.MaxUploadSize = 100;
    options.RenewPartUrls = true;
    options.OfferLegacyUpload = true;
    options.PartUrlLifetime = TimeSpan.FromSeconds(60);
})
{
    [Fact]
    public async Task Processing_ends_after_the_processing_time()
    {
        var ingest = await BeginAsync("a.geojson", 2);
        var processing = await ReadAsync(ProcessAsync(ingest, Result(await PutAllAsync(ingest, "{}"))));

        Assert.Equal(("processing", 0), (State(processing), processing.GetProperty("progress").GetDouble()));
        Assert.Equal(JsonValueKind.Null, processing.GetProperty("document_id").ValueKind);
        foreach (var progress in (double[])[12.5, 25])
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            processing = await PollAsync(ingest);
            Assert.Equal(("processing", progress), (State(processing), processing.GetProperty("progress").GetDouble()));
        }

        Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal("completed", State(await PollAsync(ingest)));
    }

    [Fact]
    public async Task Processing_can_be_canceled()
    {
        var ingest = await BeginAsync("a.geojson", 2);
        await ReadAsync(ProcessAsync(ingest, Result(await PutAllAsync(ingest, "{}"))));
        await PostAsync($"datasets/ingest/{Id(ingest)}/cancel");
        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("canceled", State(await PollAsync(ingest)));
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public Task Upload_larger_than_the_maximum_is_rejected(long size, bool valid)
    {
        var sending = CallAsync(HttpMethod.Post, "datasets/ingest", Announcement("a", size));
        return valid ? ReadAsync(sending) : AssertErrorAsync(403, "storage_limit_exceeded", sending);
    }

    [Fact]
    public async Task Older_client_receives_an_upload_url()
    {
        var ingest = await PostAsync("datasets/ingest", """{"filename":"a","size":1,"supported_upload_types":["google_drive_resumable"]}""");
        Assert.Equal(JsonValueKind.Null, ingest.GetProperty("upload").ValueKind);
        Assert.Equal($"{Emulator.UploadBaseAddress}legacy/{Id(ingest)}", ingest.GetProperty("upload_url").GetString());
        await AssertStatusAsync(HttpStatusCode.Forbidden, PutAsync(new(ingest.GetProperty("upload_url").GetString()!), "x"));
    }

    [Fact]
    public async Task Expired_urls_are_renewed()
    {
        var ingest = await BeginAsync("a.geojson", 12);
        var first = await PutPartAsync(ingest, 1, "0123456789");
        Time.Advance(TimeSpan.FromSeconds(59));
        await AssertStatusAsync(HttpStatusCode.OK, PutAsync(Url(ingest, 2), "xy"));
        Time.Advance(TimeSpan.FromSeconds(1));
        await AssertStatusAsync(HttpStatusCode.Forbidden, PutAsync(Url(ingest, 2), "ab"));

        var renewed = await PollAsync(ingest);
        Assert.Equal(2, renewed.GetProperty("upload").GetProperty("parts").GetArrayLength());
        var second = await PutPartAsync(renewed, 2, "ab");

        await ReadAsync(ProcessAsync(ingest, Result([first, second])));
        Assert.Equal(JsonValueKind.Null, (await PollAsync(ingest)).GetProperty("upload").ValueKind);
    }
}
