namespace MapTiler;

/// <summary>A picture, a tile or another file of the service while it arrives. Dispose it to give the connection back.</summary>
/// <remarks>
/// Reading fails with <see cref="MapTilerException"/> if the connection breaks or nothing comes for 30 seconds.
/// <code>
/// using var tile = await client.Maps.GetTileAsync("streets-v4", new TileCoordinate(1, 0, 0));
/// byte[] bytes = await tile!.ReadBytesAsync();
/// </code>
/// </remarks>
public sealed class MapTilerContent : IDisposable
{
    internal MapTilerContent(HttpResponseMessage response, Stream stream)
    {
        Stream = stream;
        ContentType = response.Content.Headers.ContentType?.MediaType ?? "application/octet-stream";
        Length = response.Content.Headers.ContentLength;
    }

    /// <summary>The bytes, read once from the beginning to the end.</summary>
    public Stream Stream { get; }

    /// <summary>What it is, without parameters, such as <c>image/png</c>.</summary>
    public string ContentType { get; }

    /// <summary>The extension of a file of this type without its dot, such as <c>png</c>; <c>bin</c> for an unknown type.</summary>
    public string FileExtension => ContentTypes.ExtensionOf(ContentType);

    /// <summary>How many bytes there are; <see langword="null"/> where the service does not say, or sends them compressed.</summary>
    public long? Length { get; }

    /// <summary>Reads all bytes.</summary>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="MapTilerException">The connection broke, or there are more than 64 MiB: read <see cref="Stream"/> for these.</exception>
    public Task<byte[]> ReadBytesAsync(CancellationToken cancellationToken = default) => StreamBytes.ReadAsync(Stream, Length, cancellationToken);

    /// <summary>Gives the connection back.</summary>
    public void Dispose() => Stream.Dispose();
}
