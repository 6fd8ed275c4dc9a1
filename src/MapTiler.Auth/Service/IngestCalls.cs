using MapTiler.Authentication;
using Polly;
using Polly.Retry;

namespace MapTiler.Service;

/// <summary>The requests of the Service API that create, process and cancel an ingest and get its state.</summary>
internal sealed class IngestCalls(RequestSender sender, TimeProvider time)
{
    private const string Path = "/v1/datasets/ingest";

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstPollingDelay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromMinutes(1);

    public Task<IngestBody> CreateAsync(UploadSource source, DatasetUploadOptions options, CancellationToken cancellationToken)
    {
        var body = new IngestCreateBody
        {
            Filename = source.FileName,
            Size = source.Length,
            Output = options.Output is { } output ? new(output.Value) : null,
        };
        return SendAsync(
            options.DocumentId is null ? Endpoints.IngestCreate : Endpoints.IngestReplace,
            urls => options.DocumentId is { } document ? urls.ServiceItem("/v1/datasets/", document.ToString("D"), "/ingest") : urls.ServiceCollection(Path),
            ServiceJson.Content(body, ServiceJson.Default.IngestCreateBody), cancellationToken);
    }

    public Task<IngestBody> GetBodyAsync(Guid ingestId, CancellationToken cancellationToken) =>
        SendAsync(Endpoints.Ingest, urls => urls.ServiceItem(Path + "/", ingestId.ToString("D")), content: null, cancellationToken);

    /// <summary>Gets an ingest that possibly does not exist any more.</summary>
    /// <returns>The ingest, or null, and the key id of the service token that was sent.</returns>
    public async Task<(DatasetIngest? Ingest, string? KeyId)> FindAsync(Guid ingestId, CancellationToken cancellationToken)
    {
        RequestState? state = null;
        try
        {
            var body = await SendAsync(Endpoints.Ingest, urls => urls.ServiceItem(Path + "/", ingestId.ToString("D")), content: null, cancellationToken, request => state = request).ConfigureAwait(false);
            return (body.ToIngest(Endpoints.Ingest), UploadCheckpoint.KeyIdOf(state?.Secret));
        }
        catch (MapTilerException e) when (e.Reason is MapTilerErrorReason.NotFound or MapTilerErrorReason.Gone)
        {
            return (null, UploadCheckpoint.KeyIdOf(state?.Secret));
        }
    }

    public async Task<DatasetIngest> GetAsync(Guid ingestId, CancellationToken cancellationToken) =>
        (await GetBodyAsync(ingestId, cancellationToken).ConfigureAwait(false)).ToIngest(Endpoints.Ingest);

    public async Task<DatasetIngest> CancelAsync(Guid ingestId, CancellationToken cancellationToken) =>
        (await SendAsync(Endpoints.IngestCancel, urls => urls.ServiceItem(Path + "/", ingestId.ToString("D"), "/cancel"), content: null, cancellationToken).ConfigureAwait(false)).ToIngest(Endpoints.IngestCancel);

    /// <summary>Starts the processing. After a transient failure the request is retried only if the processing has not started.</summary>
    public async Task<DatasetIngest> ProcessAsync(UploadCheckpoint upload, int maxRetryAttempts, CancellationToken cancellationToken)
    {
        var isRetry = false;
        try
        {
            return await CreateProcessPipeline(maxRetryAttempts).ExecuteAsync(async token =>
            {
                if (isRetry && await FindStartedAsync(token).ConfigureAwait(false) is { } started)
                    return started;
                isRetry = true;
                var body = await SendAsync(
                    Endpoints.IngestProcess, urls => urls.ServiceItem(Path + "/", upload.IngestId.ToString("D"), "/process"),
                    ServiceJson.Content(IngestProcessBody.Create(upload), ServiceJson.Default.IngestProcessBody), token).ConfigureAwait(false);
                return body.ToIngest(Endpoints.IngestProcess);
            }, cancellationToken).ConfigureAwait(false);
        }
        catch (MapTilerException e) when (e.IsTransient)
        {
            if (await FindStartedAsync(cancellationToken).ConfigureAwait(false) is { } started)
                return started;
            throw;
        }

        // If only the response was lost, the state shows that the processing has started.
        async Task<DatasetIngest?> FindStartedAsync(CancellationToken token) =>
            await GetAsync(upload.IngestId, token).ConfigureAwait(false) is var ingest && ingest.State != IngestState.Upload ? ingest : null;
    }

    /// <summary>Requests the state until it is final: at once, after 5 seconds, and then after 1 second more each time, up to a minute.</summary>
    /// <exception cref="MapTilerException">The timeout has elapsed.</exception>
    public async Task<DatasetIngest> WaitAsync(Guid ingestId, TimeSpan timeout, Action<IngestState, double?>? report, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        for (var delay = FirstPollingDelay; ; delay = delay < MaxDelay ? delay + TimeSpan.FromSeconds(1) : delay)
        {
            var ingest = await GetAsync(ingestId, cancellationToken).ConfigureAwait(false);
            report?.Invoke(ingest.State, ingest.ProcessingPercent);
            if (ingest.State.IsFinal)
                return ingest;

            var remaining = timeout - time.GetElapsedTime(started);
            if (remaining <= TimeSpan.Zero)
            {
                throw new MapTilerException(MapTilerErrorReason.Timeout,
                    $"The ingest {ingestId} was not finished within {timeout} (state '{ingest.State}', {ingest.ProcessingPercent ?? 0:0} %). Wait for it again, or cancel it with CancelIngestAsync.") { Endpoint = Endpoints.Ingest.Template };
            }

            await Timeouts.DelayAsync(delay < remaining ? delay : remaining, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private ResiliencePipeline CreateProcessPipeline(int maxRetryAttempts)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (maxRetryAttempts > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = maxRetryAttempts,
                BackoffType = DelayBackoffType.Exponential,
                Delay = FirstDelay,
                MaxDelay = MaxDelay,
                ShouldHandle = attempt => new(attempt.Outcome.Exception is MapTilerException { IsTransient: true }),
                DelayGenerator = retry => new((retry.Outcome.Exception as MapTilerException)?.RetryAfter is { } wait ? wait < Timeouts.Longest ? wait : Timeouts.Longest : null),
            });
        }

        return builder.Build();
    }

    private async Task<IngestBody> SendAsync(Endpoint endpoint, Func<MapTilerUrlBuilder, Uri> url, HttpContent? content, CancellationToken cancellationToken, Action<RequestState?>? observe = null)
    {
        RequestState? state = null;
        void Configure(HttpRequestMessage request)
        {
            state = RequestState.Of(request);
            observe?.Invoke(state);
        }

        var body = await sender.SendAsync(
            ApiRequest.For(endpoint, url, ServiceJson.Read<IngestBody>) with { Content = content, Configure = Configure }, cancellationToken).ConfigureAwait(false);
        body.Secret = state?.Secret;
        body.ToIngest(endpoint); // throws if the id is missing
        return body;
    }
}
