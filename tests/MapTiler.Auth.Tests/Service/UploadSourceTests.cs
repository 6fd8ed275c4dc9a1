using System.Security.Cryptography;

namespace MapTiler.Tests.Service;

/// <summary>What can be uploaded, how it is read, and that a change of it is detected.</summary>
public sealed class UploadSourceTests : UploadTest
{
    [Fact]
    public async Task Invalid_source_throws_before_any_request()
    {
        var transport = Store();
        using var services = transport.Services();
        var client = Datasets(services);
        var (empty, _) = File(0);

        await Assert.ThrowsAsync<ArgumentException>("path", () => client.UploadAsync(empty, cancellationToken: Cancel));
        await Assert.ThrowsAsync<FileNotFoundException>(() => client.UploadAsync(Path.Combine(_folder, "nothing"), cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentException>("source", () => client.UploadAsync(new MemoryStream(), "a", cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentException>("fileName", () => client.UploadAsync(new MemoryStream([1]), new string('č', 128), cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("options", () => client.UploadAsync(new MemoryStream([1]), "a", new() { MaxConcurrency = 0 }, Cancel));
        Assert.Empty(transport.Requests);
    }

    [Fact]
    public async Task Stream_that_cannot_seek_throws()
    {
        var transport = Store();
        using var services = transport.Services();
        using var source = new System.IO.Compression.BrotliStream(new MemoryStream([1]), System.IO.Compression.CompressionMode.Decompress);

        await Assert.ThrowsAsync<ArgumentException>("source", () => Datasets(services).UploadAsync(source, "a", cancellationToken: Cancel));
        Assert.Empty(transport.Requests);
    }

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public async Task Filename_of_more_than_255_bytes_throws(int length, bool isTaken)
    {
        var transport = Store();
        using var services = transport.Services();
        using var source = new MemoryStream([1]);
        var name = new string('a', length);

        if (isTaken)
            await Datasets(services).UploadAsync(source, name, cancellationToken: Cancel);
        else
            await Assert.ThrowsAsync<ArgumentException>("fileName", () => Datasets(services).UploadAsync(source, name, cancellationToken: Cancel));

        Assert.Equal(isTaken, transport.Requests.Count > 0);
    }

    [Fact]
    public async Task Stream_is_read_from_its_beginning_and_replaces_the_data_of_DocumentId()
    {
        var bytes = RandomNumberGenerator.GetBytes(5001);
        var transport = Store();
        using var services = transport.Services();
        var document = Guid.NewGuid();
        using var source = new MemoryStream(bytes) { Position = 77 };

        await Datasets(services).UploadAsync(source, "a.mbtiles", new() { DocumentId = document }, Cancel);

        Assert.Equal($"POST /v1/datasets/{document}/ingest", transport.Requests[0].ToString());
        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
        Assert.True(source.CanRead);
    }

    [Fact]
    public async Task Parts_that_share_a_stream_read_their_own_ranges()
    {
        var bytes = RandomNumberGenerator.GetBytes(40_000);
        using var source = new Slow(bytes);
        var transport = Store();
        using var services = Instant(transport);

        await Datasets(services).UploadAsync(source, "a.mbtiles", cancellationToken: Cancel);

        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
    }

    [Fact]
    public async Task Source_shorter_than_its_length_throws_and_sends_no_part()
    {
        using var source = new Short();
        var transport = Store();
        using var services = Instant(transport);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(source, "a.mbtiles", new() { MaxRetryAttempts = 1 }, Cancel));

        Assert.Contains("The data ended before the part did", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_parts);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(500, 0)]
    [InlineData(500, 1)]
    [InlineData(-1, 0)]
    public async Task Source_that_changes_during_its_last_part_throws_before_processing(int by, int status)
    {
        var bytes = RandomNumberGenerator.GetBytes(500);
        using var source = new MemoryStream();
        source.Write(bytes);
        var transport = Store(put =>
        {
            source.SetLength(500 + by);
            return status == 0 ? null : throw new HttpRequestException("reset");
        });
        using var services = Instant(transport);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(source, "a.mbtiles", new() { MaxRetryAttempts = 0 }, Cancel));

        Assert.Contains("a.mbtiles changed while it was uploaded", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(transport.Requests, r => r.ToString().EndsWith("/process", StringComparison.Ordinal));
        Assert.Single(transport.Requests, r => r.Method == "PUT");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task File_that_changes_its_size_during_upload_throws_and_cancels_the_ingest(bool grows)
    {
        var (path, _) = File(5000);
        var transport = Store(put =>
        {
            if (put.Uri.AbsolutePath == "/part2")
            {
                using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
                file.SetLength(grows ? 6000 : 100);
            }

            return null;
        });
        using var services = Instant(transport);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { MaxConcurrency = 1 }, Cancel));

        Assert.Contains("data.geojson changed while it was uploaded", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(transport.Requests, r => r.ToString().EndsWith("/process", StringComparison.Ordinal));
        Assert.EndsWith("/cancel", transport.Requests[^1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_changes_in_the_middle_during_upload_deletes_the_checkpoint()
    {
        var (path, _) = File(300_000);
        var checkpoint = Path.Combine(_folder, "upload.json");
        var transport = new ServiceTransport(request =>
        {
            if (request.Method != "PUT")
                return ServiceTransport.Json(request.ToString().EndsWith("/process", StringComparison.Ordinal) ? Ingest("completed", null) : Ingest("upload", 300));
            if (request.Uri.AbsolutePath == "/part150")
            {
                using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
                file.Position = 150_000; // neither the length nor the ends change
                file.WriteByte(7);
            }

            return Keep(request);
        });
        using var services = Instant(transport);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { CheckpointPath = checkpoint }, Cancel));

        Assert.Contains("changed while it was uploaded", error.Message, StringComparison.Ordinal);
        Assert.Contains("The ingest was canceled, and no data remain at MapTiler.", error.Message, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(checkpoint));
    }

    private sealed class Slow(byte[] bytes) : MemoryStream(bytes)
    {
        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return Read(buffer, offset, count);
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            return Read(buffer.Span);
        }
    }

    private sealed class Short() : MemoryStream(new byte[10])
    {
        public override long Length => 500;
    }
}
