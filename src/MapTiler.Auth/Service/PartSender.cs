using System.Net;
using System.Security.Cryptography;
using Polly;
using Polly.Retry;

namespace MapTiler.Service;

/// <summary>Sends the parts of an upload to the storage service, with retries, by a client without credentials.</summary>
internal sealed class PartSender(Func<HttpClient> createClient, DatasetUploadOptions options, UploadSource source, UploadMeter meter, TimeProvider time)
{
    private readonly ResiliencePipeline<PartResult> _pipeline = CreatePipeline(options, time);

    /// <summary>Sends a part and records it in the checkpoint.</summary>
    /// <exception cref="PartUrlExpiredException">The storage service no longer accepts the URL.</exception>
    /// <exception cref="MapTilerException">The part could not be stored, or the data changed.</exception>
    public async Task SendAsync(UploadCheckpoint upload, IngestPart part, CancellationToken cancellationToken)
    {
        var attempts = 0;
        var result = await _pipeline.ExecuteAsync(async timeout =>
        {
            attempts++;
            source.ThrowIfChanged();
            var result = await TryAsync(upload, part, timeout, cancellationToken).ConfigureAwait(false);
            if (!result.IsStored)
                source.ThrowIfChanged();
            return result;
        }, cancellationToken).ConfigureAwait(false);

        if (!result.IsStored)
            throw new MapTilerException(result.Reason, $"Part {part.Id} could not be uploaded (attempt {attempts} of {options.MaxRetryAttempts + 1L}). {result.Problem}", result.Status, result.Cause) { RetryAfter = result.RetryAfter };
    }

    private static ResiliencePipeline<PartResult> CreatePipeline(DatasetUploadOptions options, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder<PartResult> { TimeProvider = time };
        if (options.MaxRetryAttempts > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<PartResult>
            {
                MaxRetryAttempts = options.MaxRetryAttempts,
                ShouldHandle = attempt => new(attempt.Outcome.Result is { IsTransient: true }),
                DelayGenerator = retry => new(
                    retry.Outcome.Result?.RetryAfter is { } wait ? (wait < Timeouts.Longest ? wait : Timeouts.Longest)
                    : TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, retry.AttemptNumber)) * (0.5 + Jitter() / 2))),
            });
        }

        return builder.AddTimeout(options.PartTimeout).Build();
    }

    private async Task<PartResult> TryAsync(UploadCheckpoint upload, IngestPart part, CancellationToken timeout, CancellationToken cancellationToken)
    {
        using var content = new PartContent(source, (part.Id - 1) * upload.PartSize, upload.LengthOf(part.Id), meter);
        var isStored = false;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, part.Url) { Content = content };
            using var client = createClient();
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout).ConfigureAwait(false);
            var result = Read(response, upload, part, content);
            isStored = result.IsStored;
            return result;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return e is OperationCanceledException
                ? new(MapTilerErrorReason.Timeout, $"There was no response within {options.PartTimeout}.", Cause: e, IsTransient: true)
                : new(MapTilerErrorReason.ConnectionFailed, $"The transfer failed: {e.Message}", Cause: e, IsTransient: true);
        }
        finally
        {
            if (!isStored)
                meter.Add(-content.BytesSent);
        }
    }

    private PartResult Read(HttpResponseMessage response, UploadCheckpoint upload, IngestPart part, PartContent content)
    {
        var status = response.StatusCode;
        var problem = $"The storage service responded with status {(int)status}.";
        if ((int)status is 401 or 403 or 404 or 410)
            throw new PartUrlExpiredException(status);
        if ((int)status >= 500)
            return new(MapTilerErrorReason.ServerError, problem, status, IsTransient: true, RetryAfter: RetryAfter.Of(response, time));
        if ((int)status == 429)
            return new(MapTilerErrorReason.RateLimited, problem, status, IsTransient: true, RetryAfter: RetryAfter.Of(response, time));
        if (!response.IsSuccessStatusCode)
            return new(MapTilerErrorReason.InvalidResponse, problem, status, IsTransient: status == HttpStatusCode.RequestTimeout);

        if (content.Md5 is not { } md5)
            return new(MapTilerErrorReason.InvalidResponse, $"The storage service responded after {content.BytesSent} of {upload.LengthOf(part.Id)} bytes.", status);

        var etag = response.Headers.TryGetValues("ETag", out var values) ? values.FirstOrDefault()?.Trim() : null;
        if (string.IsNullOrEmpty(etag?.Trim('"')))
            return new(MapTilerErrorReason.InvalidResponse, "The response of the storage service has no ETag.", status);

        return upload.TryAdd(part.Id, new StoredPart(etag!, md5))
            ? new(IsStored: true)
            : new(MapTilerErrorReason.InvalidResponse, "The storage service received other bytes than were sent.", status, IsTransient: true);
    }

#pragma warning disable CA5394 // the delay need not be unpredictable
#if NET
    private static double Jitter() => Random.Shared.NextDouble();
#else
    private static double Jitter() => new Random().NextDouble();
#endif
#pragma warning restore CA5394

    /// <summary>The result of one attempt.</summary>
    private sealed record PartResult(
        MapTilerErrorReason Reason = default, string Problem = "", HttpStatusCode? Status = null, Exception? Cause = null, bool IsTransient = false, bool IsStored = false, TimeSpan? RetryAfter = null);

    /// <summary>The bytes of a part. The content has no media type, because the URL is signed for a request without one.</summary>
    private sealed class PartContent(UploadSource source, long offset, long length, UploadMeter meter) : HttpContent
    {
        public long BytesSent { get; private set; }

        /// <summary>The MD5 of the part; null until all its bytes are sent. It remains when the content is disposed, which HttpClient does before it returns the response on .NET Framework.</summary>
        public string? Md5 { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => CopyAsync(stream, CancellationToken.None);

#if NET
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) => CopyAsync(stream, cancellationToken);
#endif

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }

        private async Task CopyAsync(Stream stream, CancellationToken cancellationToken)
        {
#pragma warning disable CA5351 // the ETag of a part is its MD5
            using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
#pragma warning restore CA5351
            var remaining = length;
            await foreach (var piece in source.ReadAsync(offset, length, cancellationToken).ConfigureAwait(false))
            {
                md5.AppendData(piece.Array!, piece.Offset, piece.Count);
                BytesSent += piece.Count;
                meter.Add(piece.Count);
                remaining -= piece.Count;
                if (remaining == 0) // before the last write: the response can arrive before that returns
                    Md5 = UploadSource.ToHex(md5.GetHashAndReset());
#if NET
                await stream.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
#else
                await stream.WriteAsync(piece.Array!, piece.Offset, piece.Count, cancellationToken).ConfigureAwait(false);
#endif
            }

            if (remaining > 0)
                throw new EndOfStreamException("The data ended before the part did.");
        }
    }
}

/// <summary>The storage service no longer accepts the URL of a part. The message does not contain the URL, which is a secret.</summary>
internal sealed class PartUrlExpiredException(HttpStatusCode status) : Exception($"The URL of a part was rejected with status {(int)status}.")
{
    public HttpStatusCode Status { get; } = status;
}
