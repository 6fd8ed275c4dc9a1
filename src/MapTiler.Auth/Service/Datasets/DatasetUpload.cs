using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace MapTiler.Service;

/// <summary>One upload: creates the ingest or continues one, sends its parts, has them processed.</summary>
internal sealed class DatasetUpload(IngestCalls calls, Func<HttpClient> createClient, UploadSource source, DatasetUploadOptions options, TimeProvider time)
{
    private const int MaxRestarts = 3;

    private static readonly TimeSpan CancelTimeout = TimeSpan.FromSeconds(10);

    private readonly CheckpointFile _file = new(options.CheckpointPath);
    private readonly UploadMeter _meter = new(source.Length, options.Progress, time);

    public async Task<DatasetIngest> RunAsync(CancellationToken cancellationToken)
    {
        var (upload, finished) = await ContinueAsync(cancellationToken).ConfigureAwait(false);
        if (finished is null)
        {
            upload ??= await CreateAsync(cancellationToken).ConfigureAwait(false);
            for (var restarts = 0; ; restarts++)
            {
                try
                {
                    await SendAsync(upload, restarts > 0, cancellationToken).ConfigureAwait(false);
                    _meter.Report(IngestState.Upload, null);
                    finished = await calls.ProcessAsync(upload, options.MaxAttempts, cancellationToken).ConfigureAwait(false);
                    _meter.Report(finished.State, finished.Progress);
                    break;
                }
                catch (IngestEndedException e)
                {
                    finished = e.Ingest;
                    break;
                }
                catch (PartExpiredException) when (restarts < MaxRestarts)
                {
                    await CancelAsync(upload.IngestId).ConfigureAwait(false); // it ends by itself if that fails
                    upload = await CreateAsync(cancellationToken).ConfigureAwait(false);
                }
                catch (Exception e)
                {
                    throw await InterruptedAsync(upload, e, cancellationToken).ConfigureAwait(false);
                }
            }
        }

        if (options.ProcessingTimeout > TimeSpan.Zero && !IngestCalls.IsFinal(finished.State))
            finished = await WaitAsync(finished.Id, cancellationToken).ConfigureAwait(false);
        _file.Delete();
        return IngestCalls.Successful(finished);
    }

    private async Task<DatasetIngest> WaitAsync(Guid ingestId, CancellationToken cancellationToken)
    {
        try
        {
            return await calls.WaitAsync(ingestId, options.ProcessingTimeout, (state, percent) => _meter.Report(state, percent), cancellationToken).ConfigureAwait(false);
        }
        catch (MapTilerException e) when (e.Reason != MapTilerErrorReason.Timeout)
        {
            throw new MapTilerException(e.Reason, $"{e.Message} All data are there and the ingest {ingestId} goes on at the service: wait for it with WaitAsync.", e.StatusCode, e) { Endpoint = e.Endpoint };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException($"Waiting was cancelled. All data are there and the ingest {ingestId} goes on at the service: wait for it with WaitAsync.", cancellationToken);
        }
    }

    /// <summary>What a checkpoint remembers: an upload to continue, or one whose data are there already.</summary>
    private async Task<(UploadCheckpoint? Upload, DatasetIngest? Finished)> ContinueAsync(CancellationToken cancellationToken)
    {
        if (_file.Load() is not { } checkpoint)
            return (null, null);
        if (!checkpoint.IsOf(source, options))
        {
            throw new MapTilerException(MapTilerErrorReason.InvalidRequest,
                $"The checkpoint {options.CheckpointPath} belongs to another file or another request, or {source.Filename} changed since the upload began. Delete the checkpoint to begin anew, and cancel the ingest {checkpoint.IngestId} if nobody continues it.");
        }

        DatasetIngest state;
        try
        {
            state = await calls.GetAsync(checkpoint.IngestId, cancellationToken).ConfigureAwait(false);
        }
        catch (MapTilerException e) when (e.Reason == MapTilerErrorReason.NotFound || e.Reason == MapTilerErrorReason.Gone)
        {
            return (null, null);
        }

        return state.State == IngestState.Upload ? (checkpoint, null)
            : state.State == IngestState.Canceled || state.State == IngestState.Failed ? (null, null)
            : (null, state);
    }

    private async Task<UploadCheckpoint> CreateAsync(CancellationToken cancellationToken)
    {
        var body = await calls.CreateAsync(source, options, cancellationToken).ConfigureAwait(false);
        var checkpoint = IngestCalls.CheckpointOf(body, source, options);
        if (checkpoint is null)
        {
            var problem = await CancelAsync(body.Id!.Value).ConfigureAwait(false);
            throw new MapTilerException(MapTilerErrorReason.InvalidResponse,
                $"The service offered the upload '{body.Upload?.Type}' with {body.Upload?.Parts.Count} parts of {body.Upload?.PartSize} bytes for {source.Length} bytes, not the one that was asked for ({IngestUpload.S3Multipart}). The ingest {body.Id} {(problem is null ? "was cancelled" : $"could not be cancelled ({problem}); cancel it later")}.");
        }

        try
        {
            _file.Save(checkpoint);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw await GivenUpAsync(checkpoint, e).ConfigureAwait(false); // nothing remembers it
        }

        return checkpoint;
    }

    private async Task SendAsync(UploadCheckpoint upload, bool isRestart, CancellationToken cancellationToken)
    {
        _meter.Start(upload.ETags.Keys.Sum(upload.LengthOf), isRestart);
        try
        {
            await SendPartsAsync(upload, cancellationToken).ConfigureAwait(false);
        }
        catch (PartExpiredException)
        {
            // Asked once: some stores renew the addresses of an upload.
            var body = await calls.GetBodyAsync(upload.IngestId, cancellationToken).ConfigureAwait(false);
            if (body.ToIngest(Endpoints.Ingest) is var ingest && (IngestCalls.IsFinal(ingest.State) || ingest.State == IngestState.Processing))
                throw new IngestEndedException(ingest);
            var fresh = IngestCalls.CheckpointOf(body, source, options);
            if (fresh is null || fresh.PartSize != upload.PartSize)
                throw;

            upload.Parts = fresh.Parts;
            _file.Save(upload);
            await SendPartsAsync(upload, cancellationToken).ConfigureAwait(false);
        }

        if (source.HasChanged())
            throw new MapTilerException(MapTilerErrorReason.InvalidRequest, $"{source.Filename} changed while it was uploaded, so the parts do not belong together. Upload a copy that does not change.");
    }

    private async Task SendPartsAsync(UploadCheckpoint upload, CancellationToken cancellationToken)
    {
        var sender = new PartSender(createClient, options, source, upload, _meter, time);
        await SendPartsAsync(sender, upload, cancellationToken).ConfigureAwait(false);
        if (sender.Corrupt is not { Count: > 0 } corrupt)
            return;

        lock (upload.ETags)
        {
            foreach (var part in corrupt)
                upload.ETags.Remove(part);
        }

        _meter.Add(-corrupt.Sum(upload.LengthOf));
        await SendPartsAsync(sender, upload, cancellationToken).ConfigureAwait(false);
    }

    private async Task SendPartsAsync(PartSender sender, UploadCheckpoint upload, CancellationToken cancellationToken)
    {
        var left = new ConcurrentQueue<IngestPart>(upload.Parts.Where(part => !upload.ETags.ContainsKey(part.Id)));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ExceptionDispatchInfo? first = null;
        var workers = Enumerable.Range(0, Math.Min(options.MaxConcurrency, left.Count)).Select(async _ =>
        {
            try
            {
                while (left.TryDequeue(out var part))
                {
                    var tag = await sender.SendAsync(part, upload.PartSize, stop.Token).ConfigureAwait(false);
                    lock (upload.ETags)
                        upload.ETags[part.Id] = tag;
                    _file.Save(upload);
                }
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref first, ExceptionDispatchInfo.Capture(e), null);
                stop.Cancel(); // the others end, and the first failure is the one to tell
            }
        }).ToList();
        await Task.WhenAll(workers).ConfigureAwait(false);
        first?.Throw();
    }

    /// <summary>With a checkpoint the upload stays to be continued; without one, and where the data changed, nothing half-done stays behind.</summary>
    private async Task<Exception> InterruptedAsync(UploadCheckpoint upload, Exception cause, CancellationToken cancellationToken)
    {
        var isCancelled = cause is OperationCanceledException && cancellationToken.IsCancellationRequested;
        if (!_file.Exists || source.HasChanged())
            return isCancelled ? new OperationCanceledException("The upload was cancelled.", await GivenUpAsync(upload, cause).ConfigureAwait(false), cancellationToken) : await GivenUpAsync(upload, cause).ConfigureAwait(false);

        var state = $"The same call with the checkpoint {options.CheckpointPath} continues it; to give it up, cancel the ingest {upload.IngestId} and delete that file.";
        return isCancelled ? new OperationCanceledException("The upload was cancelled. " + state, cancellationToken) : Told(cause, state);
    }

    private async Task<Exception> GivenUpAsync(UploadCheckpoint upload, Exception cause)
    {
        var problem = await CancelAsync(upload.IngestId).ConfigureAwait(false);
        _file.Delete();
        return Told(cause, problem is null
            ? "The ingest was cancelled; nothing is left at the service."
            : $"The ingest {upload.IngestId} could not be cancelled ({problem}); cancel it later.");
    }

    private Exception Told(Exception cause, string state) => cause switch
    {
        MapTilerException e => new MapTilerException(e.Reason, $"{e.Message} {state}", e.StatusCode, e) { Endpoint = e.Endpoint, RetryAfter = e.RetryAfter, ResponseExcerpt = e.ResponseExcerpt },
        PartExpiredException e => new MapTilerException(MapTilerErrorReason.Forbidden, $"The store takes no more parts of {source.Filename}: {e.Message} {state}", e.Status),
        IOException or UnauthorizedAccessException => new MapTilerException(MapTilerErrorReason.InvalidRequest, $"A file of the upload could not be used: {cause.Message} {state}", innerException: cause),
        _ => cause,
    };

    private async Task<string?> CancelAsync(Guid ingestId)
    {
        using var timeout = Timeouts.Create(CancelTimeout, time); // also after the caller has cancelled
        try
        {
            await calls.CancelAsync(ingestId, timeout.Token).ConfigureAwait(false);
            return null;
        }
        catch (Exception e) when (e is MapTilerException or OperationCanceledException)
        {
            return e is MapTilerException known ? known.Reason.Value : "no answer";
        }
    }
}
