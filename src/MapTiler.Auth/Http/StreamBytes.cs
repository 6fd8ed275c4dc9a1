namespace MapTiler;

/// <summary>Reads a stream as a whole.</summary>
internal static class StreamBytes
{
    private const int FirstBuffer = 16 * 1024;
    private const int MaxFirstBuffer = 1024 * 1024; // a header is only a promise

    /// <exception cref="MapTilerException">There are more bytes than an answer that is read as a whole may have.</exception>
    public static async Task<byte[]> ReadAsync(Stream stream, long? length, CancellationToken cancellationToken)
    {
        var buffer = new byte[(int)Math.Min(length ?? FirstBuffer, MaxFirstBuffer)];
        var count = 0;
        while (true)
        {
            if (count == buffer.Length)
            {
                // One byte more tells whether this was all, without a larger buffer for nothing.
                var probe = new byte[1];
                if (await ReadAsync(stream, probe, 0, cancellationToken).ConfigureAwait(false) == 0)
                    return buffer;
                if (count >= ResponseBody.MaxLength)
                    throw new MapTilerException(MapTilerErrorReason.InvalidResponse, $"The answer is longer than {ResponseBody.MaxLength / 1024 / 1024} MiB. Read it from the stream.");

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
