using System.Net;
using System.Security.Cryptography;

namespace MapTiler.Service;

/// <summary>Sends the parts of an upload, each attempt with a fresh stream, on a client without credentials.</summary>
internal sealed class PartSender(Func<HttpClient> createClient, DatasetUploadOptions options, UploadSource source, UploadCheckpoint upload, UploadMeter meter, TimeProvider time)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(60);

    /// <summary>Parts that arrived as other bytes: the store called them something else than their MD5, although it calls others so.</summary>
    public IReadOnlyCollection<int> Corrupt
    {
        get
        {
            lock (upload.ETags)
                return NamesByMd5 ? [.. upload.Strange] : [];
        }
    }

    /// <summary>What the store called the part.</summary>
    /// <exception cref="PartExpiredException">The address takes no more.</exception>
    /// <exception cref="MapTilerException">The part could not be sent, or the data changed.</exception>
    public async Task<string> SendAsync(IngestPart part, long partSize, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (source.HasChanged())
                throw Changed();

            var outcome = await TryAsync(part, partSize, cancellationToken).ConfigureAwait(false);
            if (outcome.ETag is { } tag)
                return tag;
            if (source.HasChanged())
                throw Changed();
            if (attempt >= options.MaxAttempts || !outcome.IsTransient)
                throw Failed(part, attempt, outcome);

            await Timeouts.DelayAsync(Delay(attempt), time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Outcome> TryAsync(IngestPart part, long partSize, CancellationToken cancellationToken)
    {
        var offset = (part.Id - 1) * partSize;
        var length = Math.Min(partSize, source.Length - offset);
        long sent = 0;
#pragma warning disable CA5351 // what the store calls a part is its MD5
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
#pragma warning restore CA5351
        using var timeout = Timeouts.Create(options.PartTimeout, time);
        using var registration = Timeouts.CancelWith(timeout, cancellationToken);
        try
        {
            var stream = (RangeStream)source.Open(offset, length);
            stream.OnRead = bytes =>
            {
#if NET
                md5.AppendData(bytes);
#else
                md5.AppendData(bytes.ToArray());
#endif
                sent += bytes.Length;
                meter.Add(bytes.Length);
            };
            using var request = new HttpRequestMessage(HttpMethod.Put, part.Url) { Content = new PartContent(stream, length) };
            using var client = createClient();
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token).ConfigureAwait(false);
            var outcome = Read(response, part.Id, md5);
            if (outcome.ETag is null)
                meter.Add(-sent);
            return outcome;
        }
        catch (Exception e) when (cancellationToken.IsCancellationRequested && e is (HttpRequestException or IOException or OperationCanceledException))
        {
            meter.Add(-sent);
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            meter.Add(-sent);
            return new Outcome(null, null, true, e is OperationCanceledException ? $"nothing was answered within {options.PartTimeout}" : e.Message, e);
        }
    }

    private Outcome Read(HttpResponseMessage response, int partId, IncrementalHash md5)
    {
        var status = response.StatusCode;
        if ((int)status is 401 or 403 or 404 or 410)
            throw new PartExpiredException(status);
        if (!response.IsSuccessStatusCode)
            return new Outcome(null, status, (int)status is 408 or 429 or >= 500, $"the store answered {(int)status}", null);

        var tag = response.Headers.TryGetValues("ETag", out var tags) ? tags.FirstOrDefault()?.Trim() : null;
        if (string.IsNullOrEmpty(tag?.Trim('"')))
            return new Outcome(null, status, false, "the store took the part without naming it (no ETag)", null);

        var received = tag!.Trim('"');
        if (!IsMd5(received))
            return new Outcome(tag, status, false, "", null);

        lock (upload.ETags)
        {
            if (string.Equals(received, HexOf(md5.GetHashAndReset()), StringComparison.OrdinalIgnoreCase))
            {
                upload.Strange.Remove(partId);
                return new Outcome(tag, status, false, "", null);
            }

            if (NamesByMd5)
                return new Outcome(null, status, true, "the store received other bytes than were sent", null);
            upload.Strange.Add(partId);
            return new Outcome(tag, status, false, "", null);
        }
    }

    // A store that encrypts calls no part by its MD5, and then there is nothing to compare.
    private bool NamesByMd5 => upload.ETags.Any(part => !upload.Strange.Contains(part.Key) && IsMd5(part.Value.Trim('"')));

    private static bool IsMd5(string tag) => tag.Length == 32 && tag.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F'));

#if NET
    private static string HexOf(byte[] hash) => Convert.ToHexString(hash);
#else
    private static string HexOf(byte[] hash) => BitConverter.ToString(hash).Replace("-", "");
#endif

    private static TimeSpan Delay(int attempt)
    {
        var longest = Math.Min(MaxDelay.TotalSeconds, FirstDelay.TotalSeconds * Math.Pow(2, attempt - 1));
#pragma warning disable CA5394 // jitter is no secret
        return TimeSpan.FromSeconds(longest * (0.5 + Jitter.NextDouble() / 2));
#pragma warning restore CA5394
    }

#if NET
    private static Random Jitter => Random.Shared;
#else
    private static Random Jitter => new();
#endif

    private MapTilerException Changed() => new(MapTilerErrorReason.InvalidRequest,
        $"{source.Filename} changed while it was uploaded, so the parts do not belong together. Upload a copy that does not change.");

    private static MapTilerException Failed(IngestPart part, int attempts, Outcome outcome) => new(
        outcome.Status is null ? MapTilerErrorReason.ConnectionFailed : (int)outcome.Status >= 500 ? MapTilerErrorReason.ServerError : outcome.Status == (HttpStatusCode)429 ? MapTilerErrorReason.RateLimited : MapTilerErrorReason.InvalidResponse,
        $"Part {part.Id} could not be uploaded in {attempts} attempts: {outcome.Problem}.", outcome.Status, outcome.Cause);

    private sealed record Outcome(string? ETag, HttpStatusCode? Status, bool IsTransient, string Problem, Exception? Cause);
}
