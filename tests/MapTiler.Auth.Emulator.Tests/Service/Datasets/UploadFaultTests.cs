using System.Net;

namespace MapTiler.Emulator.Tests;

public sealed class UploadFaultTests : UploadTest
{
    [Fact]
    public async Task Part_with_a_fault_status_is_lost()
    {
        var ingest = await BeginAsync("a.geojson", 10);
        Emulator.Faults.Add(new Fault { PathPrefix = "/uploads/", Status = 503, Times = 1 });

        await AssertStatusAsync(HttpStatusCode.ServiceUnavailable, PutAsync(Url(ingest, 1), "0123456789"));
        Assert.Equal(0, Assert.Single(Emulator.Uploads).PartsReceived);
        await PutPartAsync(ingest, 1, "0123456789");
    }

    [Fact]
    public async Task Connection_can_be_reset_in_the_middle_of_a_part()
    {
        var ingest = await BeginAsync("a.geojson", 10);
        Emulator.Faults.Add(new Fault { PathPrefix = "/uploads/", Delivery = FaultDelivery.Reset, UploadedBytes = 4 });

        await Assert.ThrowsAsync<HttpRequestException>(() => PutAsync(Url(ingest, 1), "0123456789"));

        var upload = Assert.Single(Emulator.Uploads);
        Assert.Equal((0, 1), (upload.PartsReceived, upload.PartsInterrupted));
    }

    [Fact]
    public async Task Response_can_be_lost_although_the_part_is_stored()
    {
        var ingest = await BeginAsync("a.geojson", 10);
        Emulator.Faults.Add(new Fault { PathPrefix = "/uploads/", Delivery = FaultDelivery.Reset, Times = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => PutAsync(Url(ingest, 1), "0123456789"));
        await PutPartAsync(ingest, 1, "0123456789");

        var upload = Assert.Single(Emulator.Uploads);
        Assert.Equal((2, 1, 0), (upload.PartsReceived, upload.PartsResent, upload.PartsInterrupted));
    }

    [Fact]
    public async Task Etag_can_be_omitted()
    {
        var ingest = await BeginAsync("a.geojson", 10);
        Emulator.Faults.Add(new Fault { PathPrefix = "/uploads/", OmitETag = true });

        using var response = await PutAsync(Url(ingest, 1), "0123456789");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Null(response.Headers.ETag);
    }

    [Fact]
    public async Task Slow_upload_takes_its_time_plus_the_delay()
    {
        var ingest = await BeginAsync("a.geojson", 10);
        Emulator.Faults.Add(new Fault { PathPrefix = "/uploads/", UploadBytesPerSecond = 5, Delay = TimeSpan.FromSeconds(7) });

        var sending = PutAsync(Url(ingest, 1), "0123456789");
        Assert.Equal(TimeSpan.FromSeconds(2), await Time.NextWaitAsync(Cancellation));
        Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.FromSeconds(7), await Time.NextWaitAsync(Cancellation));
        Assert.False(sending.IsCompleted);
        Time.Advance(TimeSpan.FromSeconds(7));

        await AssertStatusAsync(HttpStatusCode.OK, sending);
    }

    [Fact]
    public async Task DisposeAsync_in_the_middle_of_a_part_deletes_its_file()
    {
        var ingest = await BeginAsync("a.geojson", 20);
        await PutPartAsync(ingest, 1, "0123456789");
        var folder = Path.GetDirectoryName(Assert.Single(Emulator.Uploads).Parts.Files()[0].Path);
        Emulator.Faults.Add(new Fault { PathPrefix = "/uploads/", UploadBytesPerSecond = 1 });
        var sending = PutAsync(Url(ingest, 2), "0123456789");
        await Time.NextWaitAsync(Cancellation);
        Assert.True(Directory.Exists(folder));

        await Emulator.DisposeAsync();

        Assert.False(Directory.Exists(folder));
        await Assert.ThrowsAsync<HttpRequestException>(() => sending);
    }

    [Fact]
    public async Task Large_part_can_be_rejected()
    {
        var ingest = await BeginAsync("a.geojson", 10);
        Emulator.Faults.Add(new Fault { PathPrefix = "/uploads/", Status = 500 });
        await AssertStatusAsync(HttpStatusCode.InternalServerError, PutAsync(Url(ingest, 1), new string('x', 20_000_000)));
    }
}
