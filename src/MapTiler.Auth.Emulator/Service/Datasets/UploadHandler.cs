using System.Buffers;
using System.Security.Cryptography;
using MapTiler.Emulator.Authentication;
using MapTiler.Emulator.Hosting;
using MapTiler.Emulator.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MapTiler.Emulator.Service.Datasets;

/// <summary>Replaces the storage to which clients send the parts of uploads. Its signed URLs are the only credential.</summary>
internal sealed class UploadHandler(PartUrls urls, Ingests ingests, TimeProvider time) : RequestHandler
{
    // Like S3 with a CORS configuration that allows pages of all origins to send parts.
    private static readonly CrossOriginAccess PageAccess = new(HttpMethods.Put, ExposedHeaders: HeaderNames.ETag);

    public override AuthorizationResult Authorize(IncomingRequest request) => new(null,
        HttpMethods.IsOptions(request.Method) ? Preflight(request) : Reject(request) is { } rejection ? ForPages(rejection, request) : null);

    public override async ValueTask<Response> RespondAsync(IncomingRequest request, CancellationToken cancellationToken) =>
        ForPages(await StoreAsync(request, cancellationToken).ConfigureAwait(false), request);

    private static Response Preflight(IncomingRequest request)
    {
        var headers = request.Headers;
        if (headers.Origin.Count == 0 || headers.AccessControlRequestMethod.Count == 0)
            return StorageError.NoOrigin;
        return headers.AccessControlRequestMethod == HttpMethods.Put
            ? new() { Status = 200, CrossOrigin = PageAccess with { Headers = headers.AccessControlRequestHeaders } }
            : StorageError.CrossOriginForbidden;
    }

    /// <summary>Allows the page to read the response, even an error.</summary>
    private static Response ForPages(Response response, IncomingRequest request) =>
        request.Headers.Origin.Count == 0 ? response : response with { CrossOrigin = PageAccess };

    private async ValueTask<Response> StoreAsync(IncomingRequest request, CancellationToken cancellationToken)
    {
        if (ingests.Find(PartUrls.UploadOf(request)) is not { State: EmulatedUploadState.Uploading } upload)
            return StorageError.NoSuchUpload;
        var headers = request.Headers;
        if (headers.ContentLength is null)
            return headers.TransferEncoding.Count > 0 ? StorageError.Chunked : StorageError.NoLength;

        var part = await ReceiveAsync(request, upload.Parts, cancellationToken).ConfigureAwait(false);
        request.Arrived = time.GetTimestamp();
        if (part is null)
            return StorageError.AccessDenied;
        if (headers[HeaderNames.ContentMD5] is [{ } digest] && digest != Convert.ToBase64String(Convert.FromHexString(part.Md5)))
            return Drop(part, StorageError.BadDigest);
        return upload.Parts.Add(PartUrls.NumberOf(request), part)
            ? new() { Status = 200, ETag = $"\"{part.Md5}\"" }
            : Drop(part, StorageError.NoSuchUpload);
    }

    private Response? Reject(IncomingRequest request)
    {
        var target = request.Target;
        if (request.Headers.Authorization.Count > 0 || target.KeyCount > 0 || target.SignatureCount > 0)
            return StorageError.TwoCredentials;
        if (!target.Path.StartsWith(PartUrls.Prefix, StringComparison.Ordinal) || !target.Parameters.Any(p => p.Name == "X-Amz-Signature"))
            return StorageError.AccessDenied;
        if (!urls.Verify(request))
            return StorageError.WrongSignature;
        return PartUrls.ExpiryOf(request) <= time.GetUtcNow() ? StorageError.Expired : null;
    }

    private async Task<StoredPart?> ReceiveAsync(IncomingRequest request, PartStore parts, CancellationToken cancellationToken)
    {
        StoredPart? part = null;
        try
        {
            part = await PartReceiver.ReceiveAsync(request, parts.Folder, time, cancellationToken).ConfigureAwait(false);
            return part;
        }
        finally
        {
            if (part is null)
                parts.CountInterrupted();
        }
    }

    private static Response Drop(StoredPart part, Response response)
    {
        UploadFolder.Delete(part);
        return response;
    }
}

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

/// <summary>Limits the speed at which one body is read, in bytes per second.</summary>
internal sealed class UploadPace(int? bytesPerSecond, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    public async ValueTask WaitAsync(long received, CancellationToken cancellationToken)
    {
        if (bytesPerSecond is not { } pace)
            return;
        var wait = TimeSpan.FromSeconds((double)received / Math.Max(1, pace)) - time.GetElapsedTime(_start);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
    }
}
