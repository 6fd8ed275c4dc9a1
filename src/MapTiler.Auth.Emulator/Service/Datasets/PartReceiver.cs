using System.Buffers;
using System.Security.Cryptography;

namespace MapTiler.Emulator;

/// <summary>Writes the body of a request to disk while it arrives.</summary>
internal static class PartReceiver
{
    private const int BufferSize = 128 * 1024;

    /// <summary>The received part, or null if a fault discards it.</summary>
    public static async Task<StoredPart?> ReceiveAsync(
        IncomingRequest request, UploadFolder folder, TimeProvider time, CancellationToken cancellationToken)
    {
        var fault = request.Fault;
        var limit = fault is { Delivery: FaultDelivery.Reset, UploadedBytes: { } bytes } ? bytes : long.MaxValue;
        var pace = new UploadPace(fault?.UploadBytesPerSecond, time);
        var file = folder.Create();
        StoredPart? part = null;
        try
        {
            part = await CopyAsync(request, file, limit, pace, cancellationToken).ConfigureAwait(false);
            return part;
        }
        finally
        {
            await file.DisposeAsync().ConfigureAwait(false);
            if (part is null)
                File.Delete(file.Name);
        }
    }

#pragma warning disable CA5351 // S3 has no other ETag.
    private static async Task<StoredPart?> CopyAsync(
        IncomingRequest request, FileStream file, long limit, UploadPace pace, CancellationToken cancellationToken)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var received = 0L;
            while (received < limit)
            {
                var read = await request.ReadBodyAsync(buffer.AsMemory(0, BufferSize), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    return new(file.Name, received, Convert.ToHexStringLower(md5.GetHashAndReset()));
                received += read;
                md5.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                await pace.WaitAsync(received, cancellationToken).ConfigureAwait(false);
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
#pragma warning restore CA5351
}
