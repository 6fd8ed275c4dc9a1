namespace MapTiler.Service;

/// <summary>Publishes data: files become data sets and tilesets. See <see href="https://docs.maptiler.com/cloud/admin-api/tileset_ingest/">the Service API</see>. Safe for concurrent use.</summary>
/// <remarks>Every method throws <see cref="MapTilerException"/> if it fails.</remarks>
public class DatasetsClient
{
    private static readonly TimeSpan DefaultWait = TimeSpan.FromHours(1);

    private readonly IngestCalls _calls;
    private readonly Func<HttpClient> _createUploadClient;
    private readonly TimeProvider _time;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected DatasetsClient() => (_calls, _createUploadClient, _time) = (null!, null!, null!);

    internal DatasetsClient(RequestSender sender, Func<HttpClient> createUploadClient, TimeProvider time) =>
        (_calls, _createUploadClient, _time) = (new(sender, time), createUploadClient, time);

    /// <summary>
    /// Uploads a file in parts, several at the same time, and waits until the service has made a data set of it. With a
    /// <see cref="DatasetUploadOptions.CheckpointPath"/> it continues what a crash, a failure or a cancellation interrupted.
    /// </summary>
    /// <param name="path">The file. It must not change meanwhile.</param>
    /// <param name="options">What to make of it, and how.</param>
    /// <param name="cancellationToken">Stops the upload. With a checkpoint it can be continued; without one it is cancelled at the service too.</param>
    /// <returns>The finished ingest; <see cref="DatasetIngest.DocumentId"/> is the id of the data set.</returns>
    /// <exception cref="ArgumentException">The file is empty, its name is longer than 255 bytes, or an option is out of its range.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="MapTilerException">The upload or its processing failed, or the file changed. The message says whether it can be continued.</exception>
    public virtual Task<DatasetIngest> UploadAsync(string path, DatasetUploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        options.Check();
        return RunAsync(FileUploadSource.Of(path), options, cancellationToken);
    }

    /// <summary>Uploads a stream that can seek; its parts are read one after the other while they are sent.</summary>
    /// <param name="source">The data from its beginning, whatever its position is. It is not disposed.</param>
    /// <param name="filename">The name by which the service tells the format, at most 255 bytes.</param>
    /// <param name="options">What to make of it, and how.</param>
    /// <param name="cancellationToken">Stops the upload. With a checkpoint it can be continued; without one it is cancelled at the service too.</param>
    /// <returns>The finished ingest; <see cref="DatasetIngest.DocumentId"/> is the id of the data set.</returns>
    /// <exception cref="ArgumentException">The stream is empty or cannot seek, the name is empty or longer than 255 bytes, or an option is out of its range.</exception>
    public virtual Task<DatasetIngest> UploadAsync(Stream source, string filename, DatasetUploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        options.Check();
        return RunAsync(StreamUploadSource.Of(source, filename), options, cancellationToken);
    }

    /// <summary>Gets the state of an ingest.</summary>
    /// <param name="ingestId">The id of the ingest, not of the data set.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<DatasetIngest> GetIngestAsync(Guid ingestId, CancellationToken cancellationToken = default) => _calls.GetAsync(ingestId, cancellationToken);

    /// <summary>Waits until an ingest is finished: asks at once, after 5 seconds, and then ever less often, at last once a minute.</summary>
    /// <param name="ingestId">The id of the ingest, not of the data set.</param>
    /// <param name="timeout">How long to wait; <see langword="null"/> for an hour.</param>
    /// <param name="cancellationToken">Ends waiting; the ingest goes on.</param>
    /// <exception cref="MapTilerException">Its processing failed, somebody cancelled it, or the time is over.</exception>
    public virtual async Task<DatasetIngest> WaitAsync(Guid ingestId, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        IngestCalls.Successful(await _calls.WaitAsync(ingestId, timeout ?? DefaultWait, report: null, cancellationToken).ConfigureAwait(false));

    /// <summary>Cancels an ingest, and with it an upload that nobody will continue.</summary>
    /// <param name="ingestId">The id of the ingest, not of the data set.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<DatasetIngest> CancelAsync(Guid ingestId, CancellationToken cancellationToken = default) => _calls.CancelAsync(ingestId, cancellationToken);

    private Task<DatasetIngest> RunAsync(UploadSource source, DatasetUploadOptions options, CancellationToken cancellationToken) =>
        new DatasetUpload(_calls, _createUploadClient, source, options, _time).RunAsync(cancellationToken);
}
