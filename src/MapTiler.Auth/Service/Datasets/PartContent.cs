using System.Net;

namespace MapTiler.Service;

/// <summary>The bytes of a part as they go out: of known length, without a content type, which the address does not allow for.</summary>
internal sealed class PartContent(Stream part, long length) : HttpContent
{
    private const int BufferSize = 64 * 1024;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => CopyAsync(stream, CancellationToken.None);

#if NET
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) => CopyAsync(stream, cancellationToken);
#endif

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            part.Dispose();
        base.Dispose(disposing);
    }

    private async Task CopyAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long sent = 0;
#if NET
            for (int read; (read = await part.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0; sent += read)
                await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
#else
            for (int read; (read = await part.ReadAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false)) > 0; sent += read)
                await stream.WriteAsync(buffer, 0, read, cancellationToken).ConfigureAwait(false);
#endif
            if (sent < length)
                throw new EndOfStreamException("The data ended before the part did.");
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
