namespace MapTiler.Service;

/// <summary>
/// Uploads data to MapTiler, which creates datasets and tilesets from them. It is safe for concurrent use.
/// See <see href="https://docs.maptiler.com/cloud/admin-api/tileset_ingest/">the ingest in the Service API</see>.
/// </summary>
/// <remarks>Every method throws <see cref="MapTilerException"/> if a request fails.</remarks>
public class DatasetsClient
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromHours(1);

    private readonly IngestCalls _calls;
    private readonly Func<HttpClient> _createUploadClient;
    private readonly TimeProvider _time;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected DatasetsClient() => (_calls, _createUploadClient, _time) = (null!, null!, null!);

    internal DatasetsClient(RequestSender sender, Func<HttpClient> createUploadClient, TimeProvider time) =>
        (_calls, _createUploadClient, _time) = (new(sender, time), createUploadClient, time);

    /// <summary>
    /// Uploads a file in parts, several at the same time, and waits until MapTiler has created a dataset from it. With a
    /// <see cref="DatasetUploadOptions.CheckpointPath"/>, the same call resumes an upload that a crash, a failure or a cancellation interrupted.
    /// </summary>
    /// <param name="path">
    /// The path of the file. The file must not change during the upload. It is read a second time before the processing starts, and when an upload is resumed, so that a change
    /// of any part that was sent ends the upload with an exception.
    /// </param>
    /// <param name="options">The dataset to create and how the upload runs; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the upload. With a checkpoint it can be resumed; without one the ingest is canceled at MapTiler too.</param>
    /// <returns>The completed ingest; <see cref="DatasetIngest.DocumentId"/> is the id of the dataset.</returns>
    /// <exception cref="ArgumentException">The file is empty, its name is longer than 255 bytes, or an option is invalid.</exception>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    /// <exception cref="MapTilerException">The upload or the processing failed, or the file changed. The message states whether the upload can be resumed.</exception>
    /// <example>
    /// <code>
    /// var ingest = await service.Datasets.UploadAsync("parcels.gpkg", new DatasetUploadOptions
    /// {
    ///     Output = DatasetOutput.VectorTileset,
    ///     CheckpointPath = "parcels.upload",
    /// });
    /// Console.WriteLine($"The dataset {ingest.DocumentId} is available.");
    /// </code>
    /// </example>
    public virtual Task<DatasetIngest> UploadAsync(string path, DatasetUploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        options.Check();
        return RunAsync(FileUploadSource.Create(path), options, cancellationToken);
    }

    /// <summary>
    /// Uploads a seekable stream in parts and waits until MapTiler has created a dataset from it. Parts are sent at the same time, but read
    /// from the stream one after the other.
    /// </summary>
    /// <param name="source">
    /// The stream, which is read from its beginning regardless of its position, and a second time before the processing starts to detect changes. It is not disposed.
    /// </param>
    /// <param name="fileName">The name of the file, at most 255 bytes in UTF-8. MapTiler derives the format of the data from its extension.</param>
    /// <param name="options">The dataset to create and how the upload runs; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the upload. With a checkpoint it can be resumed; without one the ingest is canceled at MapTiler too.</param>
    /// <returns>The completed ingest; <see cref="DatasetIngest.DocumentId"/> is the id of the dataset.</returns>
    /// <exception cref="ArgumentException">The stream is empty or not seekable, the name is empty or longer than 255 bytes, or an option is invalid.</exception>
    /// <exception cref="MapTilerException">The upload or the processing failed, or the data changed. The message states whether the upload can be resumed.</exception>
    public virtual Task<DatasetIngest> UploadAsync(Stream source, string fileName, DatasetUploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        options.Check();
        return RunAsync(StreamUploadSource.Create(source, fileName), options, cancellationToken);
    }

    /// <summary>Gets an ingest with its current state.</summary>
    /// <param name="ingestId">The id of the ingest, not of the dataset.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The ingest in any state, including failed and canceled.</returns>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <exception cref="MapTilerException">The request failed, or there is no such ingest.</exception>
    public virtual Task<DatasetIngest> GetIngestAsync(Guid ingestId, CancellationToken cancellationToken = default)
    {
        Guard.Id(ingestId, nameof(ingestId));
        return _calls.GetAsync(ingestId, cancellationToken);
    }

    /// <summary>Waits until an ingest is completed. The state is requested at once, after 5 seconds, and then less and less often, down to once a minute.</summary>
    /// <param name="ingestId">The id of the ingest, not of the dataset.</param>
    /// <param name="timeout">The maximum time to wait; <see langword="null"/> for 1 hour.</param>
    /// <param name="cancellationToken">Cancels the waiting; the ingest continues at MapTiler.</param>
    /// <returns>The completed ingest; <see cref="DatasetIngest.DocumentId"/> is the id of the dataset.</returns>
    /// <exception cref="ArgumentException">The id is empty, or the timeout is negative.</exception>
    /// <exception cref="MapTilerException">The processing failed, the ingest was canceled, or the timeout has elapsed.</exception>
    public virtual Task<DatasetIngest> WaitForIngestAsync(Guid ingestId, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        Guard.Id(ingestId, nameof(ingestId));
        return timeout < TimeSpan.Zero
            ? throw new ArgumentOutOfRangeException(nameof(timeout), "The timeout must not be negative.")
            : CompleteAsync(_calls.WaitAsync(ingestId, timeout ?? DefaultTimeout, report: null, cancellationToken));
    }

    /// <summary>Cancels an ingest that is not completed, such as one whose upload will not be resumed.</summary>
    /// <param name="ingestId">The id of the ingest, not of the dataset.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The ingest after the cancellation.</returns>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <exception cref="MapTilerException">The request failed, or the ingest cannot be canceled any more.</exception>
    public virtual Task<DatasetIngest> CancelIngestAsync(Guid ingestId, CancellationToken cancellationToken = default)
    {
        Guard.Id(ingestId, nameof(ingestId));
        return _calls.CancelAsync(ingestId, cancellationToken);
    }

    private static async Task<DatasetIngest> CompleteAsync(Task<DatasetIngest> ingest) => (await ingest.ConfigureAwait(false)).ThrowIfUnsuccessful();

    private Task<DatasetIngest> RunAsync(UploadSource source, DatasetUploadOptions options, CancellationToken cancellationToken) =>
        new DatasetUpload(_calls, _createUploadClient, source, options, _time).RunAsync(cancellationToken);
}
