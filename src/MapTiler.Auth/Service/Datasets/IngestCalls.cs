namespace MapTiler.Service;

/// <summary>The calls of an ingest.</summary>
internal sealed class IngestCalls(RequestSender sender, TimeProvider time)
{
    private const string Path = "/v1/datasets/ingest";

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    public Task<IngestBody> CreateAsync(UploadSource source, DatasetUploadOptions options, CancellationToken cancellationToken)
    {
        var body = new IngestCreateBody
        {
            Filename = source.Filename,
            Size = source.Length,
            Output = options.Output is { } output ? new IngestOutputBody { Type = output.Value } : null,
        };
        return BodyAsync(
            options.DocumentId is null ? Endpoints.IngestCreate : Endpoints.IngestReplace,
            urls => options.DocumentId is { } document ? urls.ServiceItem("/v1/datasets/", document, "/ingest") : urls.ServiceList(Path, null, null),
            ServiceJson.Content(body, ServiceJson.Default.IngestCreateBody), cancellationToken);
    }

    public Task<IngestBody> GetBodyAsync(Guid ingestId, CancellationToken cancellationToken) =>
        BodyAsync(Endpoints.Ingest, urls => urls.ServiceItem(Path + "/", ingestId), content: null, cancellationToken);

    public async Task<DatasetIngest> GetAsync(Guid ingestId, CancellationToken cancellationToken) =>
        (await GetBodyAsync(ingestId, cancellationToken).ConfigureAwait(false)).ToIngest(Endpoints.Ingest);

    public async Task<DatasetIngest> ProcessAsync(UploadCheckpoint upload, int maxAttempts, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ProcessAsync(upload, cancellationToken).ConfigureAwait(false);
            }
            catch (MapTilerException e) when (e.Reason == MapTilerErrorReason.ConnectionFailed || e.Reason == MapTilerErrorReason.Timeout
                || e.Reason == MapTilerErrorReason.ServerError || e.Reason == MapTilerErrorReason.RateLimited)
            {
                // Perhaps only the answer was lost: the service says whether it has begun.
                var wait = e.RetryAfter ?? TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, attempt - 1)));
                await Timeouts.DelayAsync(wait < Timeouts.Longest ? wait : Timeouts.Longest, time, cancellationToken).ConfigureAwait(false);
                var state = await GetAsync(upload.IngestId, cancellationToken).ConfigureAwait(false);
                if (state.State != IngestState.Upload)
                    return state;
                if (attempt >= maxAttempts)
                    throw;
            }
        }
    }

    private async Task<DatasetIngest> ProcessAsync(UploadCheckpoint upload, CancellationToken cancellationToken)
    {
        var body = new IngestProcessBody
        {
            Result = new IngestResultBody { Parts = [.. upload.ETags.OrderBy(part => part.Key).Select(part => new UploadedPart { Id = part.Key, ETag = part.Value })] },
        };
        var answer = await BodyAsync(
            Endpoints.IngestProcess, urls => urls.ServiceItem(Path + "/", upload.IngestId, "/process"),
            ServiceJson.Content(body, ServiceJson.Default.IngestProcessBody), cancellationToken).ConfigureAwait(false);
        return answer.ToIngest(Endpoints.IngestProcess);
    }

    public async Task<DatasetIngest> CancelAsync(Guid ingestId, CancellationToken cancellationToken) =>
        (await BodyAsync(Endpoints.IngestCancel, urls => urls.ServiceItem(Path + "/", ingestId, "/cancel"), content: null, cancellationToken).ConfigureAwait(false)).ToIngest(Endpoints.IngestCancel);

    /// <exception cref="MapTilerException">The time is over.</exception>
    public async Task<DatasetIngest> WaitAsync(Guid ingestId, TimeSpan timeout, Action<IngestState, double?>? report, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        for (var wait = FirstWait; ; wait = wait < LongestWait ? wait + TimeSpan.FromSeconds(1) : wait)
        {
            var ingest = await GetAsync(ingestId, cancellationToken).ConfigureAwait(false);
            report?.Invoke(ingest.State, ingest.Progress);
            if (IsFinal(ingest.State))
                return ingest;

            var left = timeout - time.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
            {
                throw new MapTilerException(MapTilerErrorReason.Timeout,
                    $"The ingest {ingestId} is not finished after {timeout} (state '{ingest.State}', {ingest.Progress ?? 0:0} %). It goes on at the service: wait for it with WaitAsync, or cancel it.") { Endpoint = Endpoints.Ingest.Template };
            }

            await Timeouts.DelayAsync(wait < left ? wait : left, time, cancellationToken).ConfigureAwait(false);
        }
    }

    public static bool IsFinal(IngestState state) => state == IngestState.Completed || state == IngestState.Canceled || state == IngestState.Failed;

    /// <exception cref="MapTilerException">The ingest failed or was cancelled.</exception>
    public static DatasetIngest Successful(DatasetIngest ingest) =>
        ingest.State == IngestState.Failed
            ? throw new MapTilerException(MapTilerErrorReason.ProcessingFailed, $"The service could make nothing of {ingest.Filename} (ingest {ingest.Id}). {string.Join(" ", ingest.Errors)}".TrimEnd()) { Endpoint = Endpoints.Ingest.Template }
            : ingest.State == IngestState.Canceled
                ? throw new MapTilerException(MapTilerErrorReason.ProcessingFailed, $"The ingest {ingest.Id} of {ingest.Filename} was cancelled at the service.") { Endpoint = Endpoints.Ingest.Template }
                : ingest;

    /// <summary>The upload that the service offers, if it is the one that was asked for and holds all data.</summary>
    public static UploadCheckpoint? CheckpointOf(IngestBody body, UploadSource source, DatasetUploadOptions options)
    {
        if (body.Upload is not { Type: IngestUpload.S3Multipart, PartSize: > 0 } upload)
            return null;

        var parts = upload.Parts.Where(part => part?.Url is { IsAbsoluteUri: true }).OrderBy(part => part.Id).ToList();
        var count = (source.Length + upload.PartSize - 1) / upload.PartSize;
        return parts.Count == count && parts.Select(part => part.Id).SequenceEqual(Enumerable.Range(1, parts.Count))
            ? new UploadCheckpoint
            {
                IngestId = body.Id!.Value,
                DocumentId = options.DocumentId,
                Output = options.Output?.Value,
                Filename = source.Filename,
                Size = source.Length,
                Fingerprint = source.Fingerprint,
                PartSize = upload.PartSize,
                Parts = parts,
                ETags = [],
            }
            : null;
    }

    private async Task<IngestBody> BodyAsync(Endpoint endpoint, Func<MapTilerUrlBuilder, Uri> address, HttpContent? content, CancellationToken cancellationToken)
    {
        var body = await sender.SendAsync(
            ApiRequest.For(endpoint, address, ServiceJson.Parser(ServiceJson.Default.IngestBody)) with { Content = content },
            cancellationToken).ConfigureAwait(false);
        body.ToIngest(endpoint); // refuses an answer without an id
        return body;
    }
}
