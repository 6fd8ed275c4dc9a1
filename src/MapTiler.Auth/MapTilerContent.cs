namespace MapTiler;

/// <summary>An image, a tile or another file in a response. Dispose it to release the connection.</summary>
/// <remarks>
/// Tiles, sprites, glyphs, static maps and viewers are in memory when they are returned, so retries cover their bytes. A CSV file and the response of
/// <see cref="MapTilerClient.GetAsync"/> are received while they are read: reading throws <see cref="MapTilerException"/> if the connection is closed, no data arrives for
/// 30 seconds, or less than <see cref="MapTilerResilienceOptions.MinBytesPerSecond"/>.
/// <code>
/// using var tile = await client.Maps.GetTileAsync("streets-v4", new TileCoordinate(1, 0, 0));
/// if (tile is not null)
///     await tile.SaveAsync($"tile.{tile.FileExtension}");
/// </code>
/// </remarks>
public sealed class MapTilerContent : IDisposable
{
    private readonly byte[]? _bytes;
    private bool _isRead;

    /// <summary>Creates a content from a stream, such as for a test.</summary>
    /// <param name="stream">The bytes. The content disposes the stream.</param>
    /// <param name="contentType">The media type without parameters, such as <c>image/png</c>.</param>
    public MapTilerContent(Stream stream, string contentType)
        : this(stream ?? throw new ArgumentNullException(nameof(stream)), contentType ?? throw new ArgumentNullException(nameof(contentType)), stream.CanSeek ? stream.Length : null)
    {
    }

    internal MapTilerContent(HttpResponseMessage response, Stream stream)
        : this(stream, response.Content.Headers.ContentType?.MediaType ?? "application/octet-stream", response.Content.Headers.ContentLength)
    {
    }

    internal MapTilerContent(HttpResponseMessage response, byte[] bytes)
        : this(new MemoryStream(bytes, writable: false), response.Content.Headers.ContentType?.MediaType ?? "application/octet-stream", bytes.Length) => _bytes = bytes;

    private MapTilerContent(Stream stream, string contentType, long? length) => (Stream, ContentType, Length) = (stream, contentType, length);

    /// <summary>The bytes of the file. They can be read once.</summary>
    public Stream Stream { get; }

    /// <summary>The media type without parameters, such as <c>image/png</c>.</summary>
    public string ContentType { get; }

    /// <summary>The file extension of the media type without a dot, such as <c>png</c>; <c>bin</c> for an unknown type.</summary>
    public string FileExtension => ContentTypes.ExtensionOf(ContentType);

    /// <summary>The size in bytes; <see langword="null"/> if the response does not contain it or is compressed.</summary>
    public long? Length { get; }

    /// <summary>Reads all bytes into memory.</summary>
    /// <param name="cancellationToken">The token that cancels reading.</param>
    /// <exception cref="InvalidOperationException">The content has been read already.</exception>
    /// <exception cref="MapTilerException">The connection was closed, or the file is larger than 64 MiB. Use <see cref="SaveAsync"/> or <see cref="Stream"/> for larger files.</exception>
    public async Task<byte[]> ReadBytesAsync(CancellationToken cancellationToken = default)
    {
        CheckUnread();
        if (_bytes is not null && Stream.Position == 0)
        {
            _isRead = true;
            return _bytes;
        }

        try
        {
            using var buffer = await BoundedBuffer.ReadAsync(Stream, Length, cancellationToken).ConfigureAwait(false);
            _isRead = true;
            return buffer.IsFinal
                ? buffer.Unread.ToArray()
                : throw new MapTilerException(MapTilerErrorReason.InvalidResponse, $"The response is longer than {BoundedBuffer.MaxLength / 1024 / 1024} MiB, the limit for a single array. Read MapTilerContent.Stream instead.");
        }
        catch (Exception e) when (e is not MapTilerException) // which the stream throws again
        {
            _isRead = true; // another attempt would return only the rest
            throw;
        }
    }

    /// <summary>Reads all bytes as UTF-8, such as those of a style or a CSV file.</summary>
    /// <param name="cancellationToken">The token that cancels reading.</param>
    /// <exception cref="InvalidOperationException">The content has been read already.</exception>
    /// <exception cref="MapTilerException">The connection was closed, or the file is larger than 64 MiB. Use <see cref="SaveAsync"/> or <see cref="Stream"/> for larger files.</exception>
    public async Task<string> ReadStringAsync(CancellationToken cancellationToken = default)
    {
        using var reader = new StreamReader(new MemoryStream(await ReadBytesAsync(cancellationToken).ConfigureAwait(false), writable: false)); // skips a byte order mark
        return reader.ReadToEnd();
    }

    /// <summary>Saves the bytes to a file, which is created or replaced.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="cancellationToken">The token that cancels saving. The file is incomplete then.</param>
    /// <remarks>After a failure, bytes that are in memory can be saved again. Bytes that are received while they are read must be requested again.</remarks>
    /// <exception cref="InvalidOperationException">The content has been read already.</exception>
    /// <exception cref="MapTilerException">The connection was closed.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public async Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        const int BufferSize = 81920;
        CheckUnread();
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, BufferSize, useAsync: true);
        var start = Stream.CanSeek ? Stream.Position : 0;
        _isRead = true;
        try
        {
            await Stream.CopyToAsync(file, BufferSize, cancellationToken).ConfigureAwait(false);
            await file.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch when (Stream.CanSeek)
        {
            Stream.Position = start;
            _isRead = false;
            throw;
        }
    }

    /// <summary>Releases the connection.</summary>
    public void Dispose() => Stream.Dispose();

    /// <summary>Returns the media type and the size.</summary>
    public override string ToString() => Length is { } length ? FormattableString.Invariant($"{ContentType}, {length} bytes") : ContentType;

    private void CheckUnread()
    {
        if (_isRead)
            throw new InvalidOperationException("The content has been read already. Keep its bytes, or request it again.");
    }
}
