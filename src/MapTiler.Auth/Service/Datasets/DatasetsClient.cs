namespace MapTiler.Service;

/// <inheritdoc cref="IDatasetsClient"/>
internal sealed class DatasetsClient(RequestSender sender, Func<HttpClient> createUploadClient, TimeProvider time) : IDatasetsClient
{
    private static readonly TimeSpan DefaultWait = TimeSpan.FromHours(1);

    private readonly IngestCalls _calls = new(sender, time);

    public Task<DatasetIngest> UploadAsync(string path, DatasetUploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        options.Check();
        return RunAsync(FileUploadSource.Of(path), options, cancellationToken);
    }

    public Task<DatasetIngest> UploadAsync(Stream source, string filename, DatasetUploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        options.Check();
        return RunAsync(StreamUploadSource.Of(source, filename), options, cancellationToken);
    }

    public Task<DatasetIngest> GetIngestAsync(Guid ingestId, CancellationToken cancellationToken = default) => _calls.GetAsync(ingestId, cancellationToken);

    public async Task<DatasetIngest> WaitAsync(Guid ingestId, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        IngestCalls.Successful(await _calls.WaitAsync(ingestId, timeout ?? DefaultWait, report: null, cancellationToken).ConfigureAwait(false));

    public Task<DatasetIngest> CancelAsync(Guid ingestId, CancellationToken cancellationToken = default) => _calls.CancelAsync(ingestId, cancellationToken);

    private Task<DatasetIngest> RunAsync(UploadSource source, DatasetUploadOptions options, CancellationToken cancellationToken) =>
        new DatasetUpload(_calls, createUploadClient, source, options, time).RunAsync(cancellationToken);
}
