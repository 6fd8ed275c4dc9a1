using System.Net;

namespace MapTiler.Emulator.Tests;

public sealed class UploadFaultTests : UploadTest
{
    [Fact]
    public async Task A_part_may_be_refused_and_is_lost_then()
    {
        var ingest = await BeginAsync("a.geojson", 10);
        Emulator.Faults.Add(new Fault { PathPrefix = "/uploads/", Status = 503, Times = 1 });

        await AssertStatusAsync(HttpStatusCode.ServiceUnavailable, PutAsync(Url(ingest, 1), "0123456789"));
        Assert.Equal(0, Assert.Single(Emulator.Uploads).PartsReceived);
        await PutPartAsync(ingest, 1, "0123456789");
    }

    [Fact]
    public async Task A_connection_may_break_in_the_middle_of_a_part()
    {
        var ingest = await BeginAsync("a.geojson", 10);
        Emulator.Faults.Add(new Fault { PathPrefix = "/uploads/", Delivery = FaultDelivery.Reset, UploadedBytes = 4 });

        await Assert.ThrowsAsync<HttpRequestException>(() => PutAsync(Url(ingest, 1), "0123456789"));

        var upload = Assert.Single(Emulator.Uploads);
        Assert.Equal((0, 1), (upload.PartsReceived, upload.PartsInterrupted));
    }

    [Fact]
    public async Task An_answer_may_be_lost_although_the_part_is_kept()
    {
        var ingest = await BeginAsync("a.geojson", 10);
        Emulator.Faults.Add(new Fault { PathPrefix = "/uploads/", Delivery = FaultDelivery.Reset, Times = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => PutAsync(Url(ingest, 1), "0123456789"));
        await PutPartAsync(ingest, 1, "0123456789");

        var upload = Assert.Single(Emulator.Uploads);
        Assert.Equal((2, 1, 0), (upload.PartsReceived, upload.PartsResent, upload.PartsInterrupted));
    }

    [Fact]
    public async Task An_etag_may_be_missing()
    {
        var ingest = await BeginAsync("a.geojson", 10);
        Emulator.Faults.Add(new Fault { PathPrefix = "/uploads/", OmitETag = true });

        using var response = await PutAsync(Url(ingest, 1), "0123456789");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Null(response.Headers.ETag);
    }

    [Fact]
    public async Task A_slow_connection_takes_its_time_and_a_delay_comes_on_top()
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
    public async Task Disposing_in_the_middle_of_a_part_leaves_no_file()
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
    public async Task A_refused_part_may_be_large()
    {
        var ingest = await BeginAsync("a.geojson", 10);
        Emulator.Faults.Add(new Fault { PathPrefix = "/uploads/", Status = 500 });
        await AssertStatusAsync(HttpStatusCode.InternalServerError, PutAsync(Url(ingest, 1), new string('x', 20_000_000)));
    }
}
