using System.IO.Compression;

namespace MapTiler.AspNetCore.Proxy;

/// <summary>Reads bodies into memory up to a maximum size.</summary>
internal static class BoundedBody
{
    /// <exception cref="TooLargeException">The body is larger than <paramref name="maxBytes"/>.</exception>
    public static async Task<byte[]> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        var length = content.Headers.ContentLength;
        if (length > maxBytes)
            throw new TooLargeException(maxBytes);

        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
            return await ReadAsync(stream, length, maxBytes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Decompresses gzip. The result can be a thousand times as large as the input, so it is limited too.</summary>
    /// <exception cref="TooLargeException">The body is larger than <paramref name="maxBytes"/>.</exception>
    /// <exception cref="InvalidDataException">The body is not valid gzip.</exception>
    public static async Task<byte[]> DecompressAsync(byte[] compressed, int maxBytes, CancellationToken cancellationToken)
    {
        var gzip = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
        await using (gzip.ConfigureAwait(false))
            return await ReadAsync(gzip, null, maxBytes, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<byte[]> ReadAsync(Stream stream, long? length, int maxBytes, CancellationToken cancellationToken)
    {
        using var buffer = await BoundedBuffer.ReadAsync(stream, length, cancellationToken, maxBytes).ConfigureAwait(false);
        return buffer.IsFinal ? buffer.Unread.ToArray() : throw new TooLargeException(maxBytes);
    }
}
