using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace MapTiler.Service;

/// <summary>One upload: creates an ingest or resumes one, sends the parts that are missing, and waits for the processing.</summary>
internal sealed class DatasetUpload(IngestCalls calls, Func<HttpClient> createClient, UploadSource source, DatasetUploadOptions options, TimeProvider time)
{
    private const int MaxRestarts = 3;

    private static readonly TimeSpan CancelTimeout = TimeSpan.FromSeconds(10);

    private readonly CheckpointFile _file = new(options.CheckpointPath, time);
    private readonly UploadMeter _meter = new(source.Length, options.Progress, time);
    private string _fingerprint = "";

    public async Task<DatasetIngest> RunAsync(CancellationToken cancellationToken)
    {
        var (upload, ingest) = await StartAsync(cancellationToken).ConfigureAwait(false);
        ingest ??= await SendAsync(upload ?? await CreateAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        if (options.ProcessingTimeout > TimeSpan.Zero && !ingest.State.IsFinal)
            ingest = await WaitAsync(ingest.Id, cancellationToken).ConfigureAwait(false);
        _file.Delete();
        return ingest.ThrowIfUnsuccessful();
    }

    private async Task<(UploadCheckpoint? Upload, DatasetIngest? Ingest)> StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            _fingerprint = await source.ComputeFingerprintAsync(cancellationToken).ConfigureAwait(false);
            return await ResumeAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Describe(e, "The upload was not started.");
        }
    }

    /// <summary>Loads the checkpoint.</summary>
    /// <returns>The upload to resume, or the ingest if all its data are already stored, or neither.</returns>
    private async Task<(UploadCheckpoint? Upload, DatasetIngest? Ingest)> ResumeAsync(CancellationToken cancellationToken)
    {
        if (_file.Load() is not { } upload)
            return (null, null);
        if (!upload.IsFor(source, _fingerprint, options) || !await source.MatchesAsync(upload, cancellationToken).ConfigureAwait(false))
        {
            throw new MapTilerException(MapTilerErrorReason.InvalidRequest,
                $"The checkpoint {options.CheckpointPath} belongs to another file or other options, or {source.FileName} changed since the upload started. Delete the checkpoint to start again, and cancel the ingest {upload.IngestId} if it is not needed.");
        }

        var (ingest, keyId) = await calls.FindAsync(upload.IngestId, cancellationToken).ConfigureAwait(false);
        if (ingest is null && upload.KeyId is { } creator && keyId != creator)
        {
            throw new MapTilerException(MapTilerErrorReason.InvalidRequest,
                $"The checkpoint {options.CheckpointPath} belongs to the ingest {upload.IngestId}, which the account of this service token does not have. The token with the key id {creator} created it. Use a token of that account, or specify another checkpoint.");
        }

        return ingest is null || ingest.State == IngestState.Canceled || ingest.State == IngestState.Failed ? (null, null)
            : ingest.State == IngestState.Upload ? (upload, null)
            : (null, ingest);
    }

    private async Task<UploadCheckpoint> CreateAsync(CancellationToken cancellationToken)
    {
        var body = await CreateIngestAsync(cancellationToken).ConfigureAwait(false);
        if (UploadCheckpoint.Create(body, source, _fingerprint, options) is not { } upload)
        {
            throw new MapTilerException(MapTilerErrorReason.InvalidResponse,
                $"MapTiler offered the upload '{body.Upload?.Type}' with {body.Upload?.Parts.Count} parts of {body.Upload?.PartSize} bytes for {source.Length} bytes, which does not match the request ({IngestUpload.S3Multipart}). {await CancelAsync(body.Id!.Value).ConfigureAwait(false)}");
        }

        try
        {
            _file.Save(upload);
            return upload;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Describe(e, await DiscardAsync(upload).ConfigureAwait(false));
        }
    }

    private async Task<IngestBody> CreateIngestAsync(CancellationToken cancellationToken)
    {
        var body = await Creation.RunAsync(
            () => calls.CreateAsync(source, options, CancellationToken.None),
            $"An ingest of {source.FileName} was possibly created at MapTiler, and only the response was lost. It has no data. Look for it among your datasets at https://cloud.maptiler.com, and delete it there.",
            time, cancellationToken).ConfigureAwait(false);
        return !cancellationToken.IsCancellationRequested
            ? body
            : throw new OperationCanceledException($"The upload was canceled. {await CancelAsync(body.Id!.Value).ConfigureAwait(false)}", cancellationToken);
    }

    /// <summary>Sends the missing parts and starts the processing. If the service does not renew expired URLs, starts again with a new ingest.</summary>
    private async Task<DatasetIngest> SendAsync(UploadCheckpoint upload, CancellationToken cancellationToken)
    {
        _meter.Start(upload.StoredBytes, isRestart: false);
        while (true)
        {
            try
            {
                if (await SendPartsAsync(upload, cancellationToken).ConfigureAwait(false) is { } ended)
                    return ended;

                _meter.Report(IngestState.Upload, null);
                var ingest = await calls.ProcessAsync(upload, options.MaxRetryAttempts, cancellationToken).ConfigureAwait(false);
                _meter.Report(ingest.State, ingest.ProcessingPercent);
                return ingest;
            }
            catch (PartUrlExpiredException) when (_meter.Restarts < MaxRestarts)
            {
                await CancelAsync(upload.IngestId).ConfigureAwait(false); // if that fails, the service ends it later
                upload = await CreateAsync(cancellationToken).ConfigureAwait(false);
                _meter.Start(0, isRestart: true);
            }
            catch (Exception e)
            {
                throw await InterruptedAsync(upload, e, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Sends the missing parts. If their URLs have expired, requests new ones from the service, once.</summary>
    /// <returns>The ingest, if another program canceled it or started its processing in the meantime; otherwise null.</returns>
    private async Task<DatasetIngest?> SendPartsAsync(UploadCheckpoint upload, CancellationToken cancellationToken)
    {
        try
        {
            await SendMissingPartsAsync(upload, cancellationToken).ConfigureAwait(false);
        }
        catch (PartUrlExpiredException)
        {
            var body = await calls.GetBodyAsync(upload.IngestId, cancellationToken).ConfigureAwait(false);
            if (body.State != IngestState.Upload.Value)
                return body.ToIngest(Endpoints.Ingest);
            if (UploadCheckpoint.Create(body, source, _fingerprint, options) is not { } renewed || renewed.PartSize != upload.PartSize)
                throw;

            upload.Parts = renewed.Parts;
            _file.Save(upload);
            await SendMissingPartsAsync(upload, cancellationToken).ConfigureAwait(false);
        }

        _ = await source.MatchesAsync(upload, cancellationToken).ConfigureAwait(false); // sets HasChanged if the bytes are not those that were sent
        source.ThrowIfChanged();
        return null;
    }

    private async Task SendMissingPartsAsync(UploadCheckpoint upload, CancellationToken cancellationToken)
    {
        do
        {
            await SendInParallelAsync(upload, cancellationToken).ConfigureAwait(false);
            _meter.Add(-upload.RemoveCorruptParts());
        }
        while (upload.MissingParts.Any());
    }

    private async Task SendInParallelAsync(UploadCheckpoint upload, CancellationToken cancellationToken)
    {
        var sender = new PartSender(createClient, options, source, _meter, time);
        var parts = new ConcurrentQueue<IngestPart>(upload.MissingParts);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ExceptionDispatchInfo? first = null;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(options.MaxConcurrency, parts.Count)).Select(async _ =>
        {
            try
            {
                while (parts.TryDequeue(out var part))
                {
                    await sender.SendAsync(upload, part, stop.Token).ConfigureAwait(false);
                    _file.SavePart(upload);
                }
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref first, ExceptionDispatchInfo.Capture(e), null);
                stop.Cancel(); // the other parts fail because of this one
            }
        })).ConfigureAwait(false);
        try
        {
            _file.Save(upload);
        }
        catch (Exception e) when (first is not null && e is IOException or UnauthorizedAccessException)
        {
            // The parts that are missing in the file are sent again. The first exception is the one to report.
        }

        first?.Throw();
    }

    private async Task<DatasetIngest> WaitAsync(Guid ingestId, CancellationToken cancellationToken)
    {
        var hint = $"All data are stored, and the processing of the ingest {ingestId} continues at MapTiler. Wait for it with WaitForIngestAsync.";
        try
        {
            return await calls.WaitAsync(ingestId, options.ProcessingTimeout, _meter.Report, cancellationToken).ConfigureAwait(false);
        }
        catch (MapTilerException e)
        {
            throw Describe(e, hint);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException($"Waiting for the processing was canceled. {hint}", cancellationToken);
        }
    }

    /// <summary>Ends an upload that failed: with a checkpoint it can be resumed; without one, and if the data changed, the ingest is canceled.</summary>
    private async Task<Exception> InterruptedAsync(UploadCheckpoint upload, Exception cause, CancellationToken cancellationToken)
    {
        var state = _file.IsEnabled && !source.HasChanged
            ? $"Call UploadAsync again with the checkpoint {options.CheckpointPath} to resume it. To discard it, cancel the ingest {upload.IngestId} and delete that file."
            : await DiscardAsync(upload).ConfigureAwait(false);
        return cause is OperationCanceledException && cancellationToken.IsCancellationRequested
            ? new OperationCanceledException($"The upload was canceled. {state}", cancellationToken)
            : Describe(cause, state);
    }

    private Exception Describe(Exception cause, string state) => cause switch
    {
        MapTilerException e => Creation.Describe(e, state),
        PartUrlExpiredException e => new MapTilerException(MapTilerErrorReason.Forbidden, $"The storage service accepts no more parts of {source.FileName}. {e.Message} {state}", e.Status),
        IOException or UnauthorizedAccessException => new MapTilerException(MapTilerErrorReason.InvalidRequest, $"A file could not be read or written during the upload. {cause.Message} {state}", innerException: cause),
        _ => cause,
    };

    private async Task<string> DiscardAsync(UploadCheckpoint upload)
    {
        var state = await CancelAsync(upload.IngestId).ConfigureAwait(false);
        _file.Delete();
        return state;
    }

    /// <returns>A sentence for an error message about what remains at the service.</returns>
    private async Task<string> CancelAsync(Guid ingestId)
    {
        using var timeout = Timeouts.Create(CancelTimeout, time); // not the token of the caller, which may be canceled
        try
        {
            await calls.CancelAsync(ingestId, timeout.Token).ConfigureAwait(false);
            return "The ingest was canceled, and no data remain at MapTiler.";
        }
        catch (Exception e) when (e is MapTilerException or OperationCanceledException)
        {
            return $"The ingest {ingestId} could not be canceled ({(e is MapTilerException known ? known.Reason.ToString() : "no response")}). Cancel it later.";
        }
    }
}
