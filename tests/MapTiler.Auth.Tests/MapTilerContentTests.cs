using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests;

public sealed class MapTilerContentTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SaveAsync_writes_the_bytes_and_replaces_an_existing_file()
    {
        var path = Path.Combine(_folder, "tile.png");
        await File.WriteAllTextAsync(path, "an older and longer file", Cancel);
        using var content = new MapTilerContent(new MemoryStream([1, 2, 3]), "image/png");

        await content.SaveAsync(path, Cancel);

        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(path, Cancel));
    }

    [Fact]
    public async Task MapTilerContent_of_a_stream_has_its_type_length_and_bytes()
    {
        using var content = new MapTilerContent(new MemoryStream([1, 2, 3]), "image/webp");

        Assert.Equal(("image/webp", "webp", 3L, "image/webp, 3 bytes"), (content.ContentType, content.FileExtension, content.Length, content.ToString()));
        Assert.Equal([1, 2, 3], await content.ReadBytesAsync(Cancel));
    }

    [Fact]
    public async Task ReadStringAsync_decodes_UTF_8_without_its_byte_order_mark()
    {
        using var content = new MapTilerContent(new MemoryStream("\ufeffZürich"u8.ToArray()), "text/csv");

        Assert.Equal("Zürich", await content.ReadStringAsync(Cancel));
        await Assert.ThrowsAsync<InvalidOperationException>(() => content.ReadStringAsync(Cancel));
    }

    [Fact]
    public async Task Content_that_has_been_read_throws_instead_of_writing_an_empty_file()
    {
        var path = Path.Combine(_folder, "tile.png");
        using var content = new MapTilerContent(new MemoryStream([1, 2, 3]), "image/png");
        await content.SaveAsync(path, Cancel);

        await Assert.ThrowsAsync<InvalidOperationException>(() => content.SaveAsync(path, Cancel));
        await Assert.ThrowsAsync<InvalidOperationException>(() => content.ReadBytesAsync(Cancel));
        Assert.Equal(3, new FileInfo(path).Length);
    }

    [Fact]
    public async Task SaveAsync_after_a_failure_saves_all_bytes_if_the_stream_can_seek()
    {
        var path = Path.Combine(_folder, "tile.png");
        var bytes = Enumerable.Range(0, 200_000).Select(i => (byte)i).ToArray();
        using var content = new MapTilerContent(new InterruptedStream(bytes, canSeek: true), "image/png");

        await Assert.ThrowsAsync<IOException>(() => content.SaveAsync(path, Cancel));
        await content.SaveAsync(path, Cancel);

        Assert.Equal(bytes, await File.ReadAllBytesAsync(path, Cancel));
    }

    [Fact]
    public async Task Content_that_was_partly_read_throws_instead_of_returning_the_rest()
    {
        var path = Path.Combine(_folder, "tile.png");
        using var saved = new MapTilerContent(new InterruptedStream(new byte[200_000], canSeek: false), "image/png");
        using var read = new MapTilerContent(new InterruptedStream(new byte[200_000], canSeek: false), "image/png");

        await Assert.ThrowsAsync<IOException>(() => saved.SaveAsync(path, Cancel));
        await Assert.ThrowsAsync<IOException>(() => read.ReadBytesAsync(Cancel));

        await Assert.ThrowsAsync<InvalidOperationException>(() => saved.SaveAsync(path, Cancel));
        await Assert.ThrowsAsync<InvalidOperationException>(() => read.ReadBytesAsync(Cancel));
    }

    [Fact]
    public async Task SaveAsync_to_a_file_that_cannot_be_opened_can_be_retried()
    {
        using var content = new MapTilerContent(new InterruptedStream([1, 2, 3], canSeek: false), "image/png");

        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => content.SaveAsync(Path.Combine(_folder, "none", "tile.png"), Cancel));
        await content.SaveAsync(Path.Combine(_folder, "tile.png"), Cancel);

        Assert.Equal(3, new FileInfo(Path.Combine(_folder, "tile.png")).Length);
    }

    [Fact]
    public void Dispose_disposes_the_stream()
    {
        var stream = new MemoryStream();

        new MapTilerContent(stream, "image/png").Dispose();

        Assert.False(stream.CanRead);
    }

    [Theory]
    [InlineData("image/png", "png")]
    [InlineData("image/jpeg", "jpg")]
    [InlineData("IMAGE/WEBP; q=1", "webp")]
    [InlineData("application/x-protobuf", "pbf")]
    [InlineData("application/unheard", "bin")]
    [InlineData(null, "bin")]
    public async Task FileExtension_of_a_content_type_returns_its_extension(string? contentType, string extension)
    {
        using var services = Clients.Services(new StubTransport(_ =>
        {
            var content = new ByteArrayContent([1]);
            if (contentType is not null)
                content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            return new HttpResponseMessage { Content = content };
        }));

        using var tile = await services.GetRequiredService<MapTilerClient>().Tiles.GetTileAsync("v3", default, cancellationToken: Cancel);

        Assert.Equal(extension, tile!.FileExtension);
    }

    /// <summary>Fails once when a third of its bytes have been read, if it is longer than a buffer.</summary>
    private sealed class InterruptedStream(byte[] bytes, bool canSeek) : MemoryStream(bytes)
    {
        private bool _hasFailed = bytes.Length < 100_000;

        public override bool CanSeek => canSeek;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_hasFailed || Position < Length / 3)
                return base.Read(buffer, offset, count);
            _hasFailed = true;
            throw new IOException("The connection was closed.");
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
