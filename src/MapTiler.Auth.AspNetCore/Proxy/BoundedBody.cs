using System.Net;

namespace MapTiler.AspNetCore;

/// <summary>Reads a body as a whole, as long as it has a size that one can hold.</summary>
internal static class BoundedBody
{
    private const int FirstBuffer = 16 * 1024;

    /// <exception cref="UpstreamException">It is larger.</exception>
    public static async Task<byte[]> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        var length = content.Headers.ContentLength;
        if (length > maxBytes)
            throw TooLarge(maxBytes);

        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var buffer = new byte[length ?? FirstBuffer];
            var count = 0;
            while (true)
            {
                if (count == buffer.Length && length is null)
                    Array.Resize(ref buffer, Math.Min(buffer.Length * 2, maxBytes + 1));
                var read = count == buffer.Length ? 0 : await stream.ReadAsync(buffer.AsMemory(count), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    break;
                count += read;
                if (count > maxBytes)
                    throw TooLarge(maxBytes);
            }

            return count == buffer.Length ? buffer : buffer[..count];
        }
    }

    private static UpstreamException TooLarge(int maxBytes) => new(HttpStatusCode.BadGateway, $"MapTiler answered with more than {maxBytes} bytes.");
}
