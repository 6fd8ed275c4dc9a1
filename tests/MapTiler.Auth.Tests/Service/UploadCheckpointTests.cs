using System.Net;
using MapTiler.Service;

namespace MapTiler.Tests.Service;

/// <summary>Uploads that end before their time, and the file by which they continue.</summary>
public sealed class UploadCheckpointTests : UploadTest
{
    [Fact]
    public async Task A_failed_upload_with_a_checkpoint_continues_and_sends_no_part_twice()
    {
        var (path, bytes) = File(9_500);
        var checkpoint = Path.Combine(_folder, "upload.json");
        var fails = true;
        var wire = Store(put => fails && put.Uri.AbsolutePath == "/part7" ? new HttpResponseMessage(HttpStatusCode.BadRequest) : null);
        using var services = Instant(wire);
        var options = new DatasetUploadOptions { CheckpointPath = checkpoint, MaxConcurrency = 1 };

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, options, Cancel));
        var remembered = System.IO.File.ReadAllText(checkpoint);
        var mode = OperatingSystem.IsWindows() ? UnixFileMode.None : System.IO.File.GetUnixFileMode(checkpoint);
        fails = false;
        await Datasets(services).UploadAsync(path, options, Cancel);

        Assert.Contains("Call UploadAsync again with the checkpoint", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secrets.Token, remembered, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
        Assert.Equal([1, 1, 1, 1, 1, 1, 2, 1, 1, 1], wire.Requests.Where(r => r.Method == "PUT").GroupBy(r => r.Uri.AbsolutePath).OrderBy(g => int.Parse(g.Key[5..], System.Globalization.CultureInfo.InvariantCulture)).Select(g => g.Count()));
        Assert.Single(wire.Requests, r => r.ToString() == "POST /v1/datasets/ingest");
        Assert.False(System.IO.File.Exists(checkpoint));
    }

    [Fact]
    public async Task A_checkpoint_of_other_data_is_refused()
    {
        var (path, _) = File(2500);
        var checkpoint = Path.Combine(_folder, "upload.json");
        var wire = Store(_ => new HttpResponseMessage(HttpStatusCode.BadRequest));
        using var services = Instant(wire);
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
    public async Task A_checkpoint_of_another_request_is_refused()
    {
        var (path, _) = File(2500);
        var wire = Store(_ => new HttpResponseMessage(HttpStatusCode.BadRequest));
        using var services = Instant(wire);
        var checkpoint = Path.Combine(_folder, "upload.json");
        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { CheckpointPath = checkpoint, DocumentId = Guid.NewGuid() }, Cancel));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { CheckpointPath = checkpoint }, Cancel));

        Assert.Contains("belongs to another file or other options", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_changed_is_never_continued()
    {
        var (path, _) = File(300_000);
        var checkpoint = Path.Combine(_folder, "upload.json");
        var wire = new ServiceWire(request =>
        {
            if (request.Method != "PUT")
                return ServiceWire.Json(request.ToString().EndsWith("/process", StringComparison.Ordinal) ? Ingest("completed", null) : Ingest("upload", 300));
            if (request.Uri.AbsolutePath == "/part150")
            {
                using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
                file.Position = 150_000; // neither the length nor the ends change
                file.WriteByte(7);
            }

            return Keep(request);
        });
        using var services = Instant(wire);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { CheckpointPath = checkpoint }, Cancel));

        Assert.Contains("changed while it was uploaded", error.Message, StringComparison.Ordinal);
        Assert.Contains("The ingest was canceled, and no data remain at MapTiler.", error.Message, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(checkpoint));
    }

    [Fact]
    public async Task A_checkpoint_that_cannot_be_written_leaves_no_ingest_behind()
    {
        var (path, _) = File(2500);
        var wire = Store();
        using var services = wire.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { CheckpointPath = Path.Combine(_folder, "no", "such", "folder.json") }, Cancel));

        Assert.Contains("The ingest was canceled, and no data remain at MapTiler.", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("/cancel", wire.Requests[^1].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "a.mbtiles", "image")]
    [InlineData(199_999, "a.mbtiles", "image")]
    [InlineData(-1, "b.mbtiles", "image")]
    [InlineData(-1, "a.mbtiles", "raster_tileset")]
    [InlineData(-1, "a.mbtiles", null)]
    public async Task A_checkpoint_of_a_stream_holds_for_its_ends_its_name_and_its_output(int changed, string name, string? output)
    {
        var bytes = new byte[200_000];
        var wire = new ServiceWire(request => request.Method == "PUT" ? new HttpResponseMessage(HttpStatusCode.BadRequest) : ServiceWire.Json(Ingest("upload", 200)));
        using var services = Instant(wire);
        using var source = new MemoryStream(bytes);
        var checkpoint = Path.Combine(_folder, "upload.json");
        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(source, "a.mbtiles", new() { CheckpointPath = checkpoint, Output = DatasetOutput.Image }, Cancel));
        var before = wire.Requests.Count;
        if (changed >= 0)
            bytes[changed] = 1;

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(
            source, name, new() { CheckpointPath = checkpoint, Output = output is null ? default(DatasetOutput?) : output }, Cancel));

        Assert.Contains("belongs to another file or other options", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, wire.Requests.Count);
    }
}
