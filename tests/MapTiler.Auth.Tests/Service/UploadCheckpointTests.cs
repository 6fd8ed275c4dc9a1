using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using MapTiler.Service;

namespace MapTiler.Tests.Service;

/// <summary>Which uploads a checkpoint is for, and which parts and ETags it accepts.</summary>
public sealed class UploadCheckpointTests : UploadTest
{
    [Fact]
    public async Task Checkpoint_of_changed_or_damaged_file_throws()
    {
        var (path, _) = File(2500);
        var checkpoint = Path.Combine(_folder, "upload.json");
        var transport = Store(_ => new HttpResponseMessage(HttpStatusCode.BadRequest));
        using var services = Instant(transport);
        var options = new DatasetUploadOptions { CheckpointPath = checkpoint };
        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, options, Cancel));

        System.IO.File.WriteAllBytes(path, new byte[2500]);
        var changed = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, options, Cancel));
        System.IO.File.WriteAllText(checkpoint, "{");
        var broken = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, options, Cancel));

        Assert.Contains($"cancel the ingest {Id}", changed.Message, StringComparison.Ordinal);
        Assert.Contains("cannot be read. It is damaged, or another version", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checkpoint_of_other_options_throws()
    {
        var (path, _) = File(2500);
        var transport = Store(_ => new HttpResponseMessage(HttpStatusCode.BadRequest));
        using var services = Instant(transport);
        var checkpoint = Path.Combine(_folder, "upload.json");
        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { CheckpointPath = checkpoint, DocumentId = Guid.NewGuid() }, Cancel));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { CheckpointPath = checkpoint }, Cancel));

        Assert.Contains("belongs to another file or other options", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "a.mbtiles", "image")]
    [InlineData(199_999, "a.mbtiles", "image")]
    [InlineData(-1, "b.mbtiles", "image")]
    [InlineData(-1, "a.mbtiles", "raster_tileset")]
    [InlineData(-1, "a.mbtiles", null)]
    public async Task Checkpoint_of_stream_with_other_ends_name_or_output_throws_before_any_request(int changed, string name, string? output)
    {
        var bytes = new byte[200_000];
        var transport = new ServiceTransport(request => request.Method == "PUT" ? new HttpResponseMessage(HttpStatusCode.BadRequest) : ServiceTransport.Json(Ingest("upload", 200)));
        using var services = Instant(transport);
        using var source = new MemoryStream(bytes);
        var checkpoint = Path.Combine(_folder, "upload.json");
        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(source, "a.mbtiles", new() { CheckpointPath = checkpoint, Output = DatasetOutput.Image }, Cancel));
        var before = transport.Requests.Count;
        if (changed >= 0)
            bytes[changed] = 1;

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(
            source, name, new() { CheckpointPath = checkpoint, Output = output is null ? default(DatasetOutput?) : output }, Cancel));

        Assert.Contains("belongs to another file or other options", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, transport.Requests.Count);
    }

    [Theory]
    [InlineData("""{"type":"google_drive_resumable","url":"https://x.example/"}""")]
    [InlineData("""{"type":"s3_multipart","part_size":1000,"parts":[{"part_id":1,"url":"https://store.example/part1"}]}""")]
    [InlineData("""{"type":"s3_multipart","part_size":0,"parts":[]}""")]
    [InlineData("""{"type":"s3_multipart","part_size":9223372036854775807,"parts":[]}""")]
    [InlineData("""{"type":"s3_multipart","part_size":9223372036854775807,"parts":[{"part_id":1,"url":"ftp://store.example/part1"}]}""")]
    [InlineData("""{"type":"s3_multipart","part_size":2500,"parts":[{"part_id":1,"url":"file:///part1"}]}""")]
    [InlineData("""{"type":"s3_multipart","part_size":2500,"parts":[{"part_id":1,"url":"data:,part1"}]}""")]
    [InlineData("""{"type":"s3_multipart","part_size":2500,"parts":[{"url":"https://store.example/part1"}]}""")]
    [InlineData("null")]
    public async Task Offered_upload_of_another_type_or_size_throws_and_cancels_the_ingest(string upload)
    {
        var (path, _) = File(2500);
        var transport = new ServiceTransport(_ => ServiceTransport.Json($$"""{"id":"{{Id}}","state":"upload","upload":{{upload}}}"""));
        using var services = transport.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
        Assert.Equal(["POST /v1/datasets/ingest", $"POST /v1/datasets/ingest/{Id}/cancel"], transport.Requests.Select(r => r.ToString()));
    }

    [Theory]
    [InlineData("[0,1,2]")]
    [InlineData("[1,2,2]")]
    [InlineData("[2,3,4]")]
    [InlineData("[1,2,3,4]")]
    public async Task Offered_parts_with_unexpected_numbers_throw_and_cancel_the_ingest(string numbers)
    {
        var (path, _) = File(2500);
        var parts = string.Join(',', JsonSerializer.Deserialize<int[]>(numbers)!.Select(i => $$"""{"part_id":{{i}},"url":"https://store.example/part{{i}}"}"""));
        var transport = new ServiceTransport(_ => ServiceTransport.Json($$"""{"id":"{{Id}}","state":"upload","upload":{"type":"s3_multipart","part_size":1000,"parts":[{{parts}}]} }"""));
        using var services = transport.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
        Assert.Equal(["POST /v1/datasets/ingest", $"POST /v1/datasets/ingest/{Id}/cancel"], transport.Requests.Select(r => r.ToString()));
        Assert.DoesNotContain("store.example", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Part_with_ETag_of_other_bytes_is_sent_again_and_subtracted_from_progress()
    {
        var (path, bytes) = File(2500);
        var first = true;
        var transport = Store(put =>
        {
            var corrupt = put.Uri.AbsolutePath == "/part1" && first;
            first &= !corrupt;
            return corrupt ? ServiceTransport.Stored([1, 2, 3]) : null;
        });

        Assert.Equal([0, 1000, 2000, 2500, 1500, 2500], await ProgressAsync(transport, path));
        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
    }

    [Fact]
    public async Task Uppercase_ETags_are_compared_with_the_MD5_of_parts()
    {
        var (path, bytes) = File(2500);
        var first = true;
        var transport = Store(put =>
        {
            var stored = put.Uri.AbsolutePath == "/part1" && first ? ServiceTransport.Stored([1, 2, 3]) : Keep(put);
            first = false;
            return new HttpResponseMessage { Headers = { { "ETag", stored.Headers.ETag!.Tag.ToUpperInvariant() } } };
        });
        using var services = Instant(transport);

        await Datasets(services).UploadAsync(path, new() { MaxConcurrency = 1 }, Cancel);

        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
        Assert.Equal(4, transport.Requests.Count(r => r.Method == "PUT"));
    }

    [Fact]
    public async Task ETags_that_are_never_the_MD5_of_their_part_are_accepted()
    {
        var (path, bytes) = File(2500);
        var transport = Store(put =>
        {
            Keep(put);
            return ServiceTransport.Stored(RandomNumberGenerator.GetBytes(8)); // some 32 hexadecimal digits
        });
        using var services = Instant(transport);

        await Datasets(services).UploadAsync(path, cancellationToken: Cancel);

        Assert.Equal(3, transport.Requests.Count(r => r.Method == "PUT"));
        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
    }
}
