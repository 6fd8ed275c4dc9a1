namespace MapTiler.Http;

/// <summary>Reads a stream to its end.</summary>
internal static class StreamBytes
{
    private const int FirstBuffer = 16 * 1024;
    private const int MaxFirstBuffer = 1024 * 1024; // Content-Length can be wrong

    /// <exception cref="MapTilerException">The response is longer than <see cref="ResponseBody.MaxLength"/>.</exception>
    public static async Task<byte[]> ReadAsync(Stream stream, long? length, CancellationToken cancellationToken)
    {
        var buffer = new byte[(int)Math.Min(length ?? FirstBuffer, MaxFirstBuffer)];
        var count = 0;
        while (true)
        {
            if (count == buffer.Length)
            {
                // One more byte shows whether this is the end, without a larger buffer.
                var probe = new byte[1];
                if (await ReadAsync(stream, probe, 0, cancellationToken).ConfigureAwait(false) == 0)
                    return buffer;
                if (count >= ResponseBody.MaxLength)
                    throw new MapTilerException(MapTilerErrorReason.InvalidResponse, $"The response is longer than {ResponseBody.MaxLength / 1024 / 1024} MiB, the limit for a single array. Read MapTilerContent.Stream instead.");

                Array.Resize(ref buffer, Math.Max(FirstBuffer, buffer.Length * 2));
                buffer[count++] = probe[0];
            }

            var read = await ReadAsync(stream, buffer, count, cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                Array.Resize(ref buffer, count);
                return buffer;
            }

            count += read;
        }
    }

    private static async Task<int> ReadAsync(Stream stream, byte[] buffer, int offset, CancellationToken cancellationToken) =>
#if NET
        await stream.ReadAsync(buffer.AsMemory(offset), cancellationToken).ConfigureAwait(false);
#else
        await stream.ReadAsync(buffer, offset, buffer.Length - offset, cancellationToken).ConfigureAwait(false);
#endif
}
