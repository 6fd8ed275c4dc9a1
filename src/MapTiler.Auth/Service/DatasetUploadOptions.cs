namespace MapTiler.Service;

/// <summary>Options for <see cref="DatasetsClient.UploadAsync(string, DatasetUploadOptions?, CancellationToken)"/>.</summary>
public sealed class DatasetUploadOptions
{
    private static readonly TimeSpan MinPartTimeout = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan MaxPartTimeout = TimeSpan.FromDays(1);

    /// <summary>Gets or sets the id of an existing dataset whose data the upload replaces.</summary>
    /// <value>The default is <see langword="null"/>: MapTiler creates a new dataset.</value>
    public Guid? DocumentId { get; set; }

    /// <summary>Gets or sets the kind of dataset that MapTiler creates from the data.</summary>
    /// <value>The default is <see langword="null"/>: MapTiler chooses it by the format of the data.</value>
    public DatasetOutput? Output { get; set; }

    /// <summary>Gets or sets the maximum number of parts that are sent at the same time, 1 or more.</summary>
    /// <value>The default is 6.</value>
    public int MaxConcurrency { get; set; } = 6;

    /// <summary>
    /// Gets or sets the maximum number of retries for each part, and for the request that starts the processing, in addition to the original
    /// request. The delay doubles with each retry, from 1 second to at most 1 minute, with jitter for parts. A <c>Retry-After</c> header is respected.
    /// </summary>
    /// <value>The default is 6. 0 disables retries.</value>
    public int MaxRetryAttempts { get; set; } = 6;

    /// <summary>Gets or sets the timeout of each attempt to send a part, from 10 milliseconds to 1 day.</summary>
    /// <value>The default is 5 minutes.</value>
    public TimeSpan PartTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Gets or sets the path of a file that records which parts are stored, so that the same call resumes the upload after a crash. Parts that were in progress
    /// are sent again, and with more than 1,000 parts also those that were stored in the last second before the crash. The file
    /// contains URLs that allow anyone to upload the parts, so treat it as a secret. On Unix only its owner can read it. It is deleted
    /// when the upload has finished.
    /// </summary>
    /// <value>The default is <see langword="null"/>: an interrupted upload is canceled and cannot be resumed.</value>
    public string? CheckpointPath { get; set; }

    /// <summary>Gets or sets the receiver of progress reports, at most ten per second while data are sent.</summary>
    /// <value>The default is <see langword="null"/>: the progress is not reported.</value>
    public IProgress<UploadProgress>? Progress { get; set; }

    /// <summary>Gets or sets the maximum time to wait for the processing after all data are sent. <see cref="TimeSpan.Zero"/> does not wait.</summary>
    /// <value>The default is 1 hour.</value>
    public TimeSpan ProcessingTimeout { get; set; } = TimeSpan.FromHours(1);

    /// <exception cref="ArgumentException">An option is invalid.</exception>
    internal void Check()
    {
        if (MaxConcurrency < 1)
            throw Guard.OptionRange(nameof(MaxConcurrency), "At least one concurrent request must be allowed.");
        if (MaxRetryAttempts < 0)
            throw Guard.OptionRange(nameof(MaxRetryAttempts), "The maximum number of retries must not be negative.");
        if (PartTimeout < MinPartTimeout || PartTimeout > MaxPartTimeout)
            throw Guard.OptionRange(nameof(PartTimeout), "The timeout of a part must be between 10 milliseconds and 1 day.");
        if (ProcessingTimeout < TimeSpan.Zero)
            throw Guard.OptionRange(nameof(ProcessingTimeout), "The processing timeout must not be negative.");
        if (DocumentId == Guid.Empty)
            throw Guard.Option(nameof(DocumentId), "The id of the dataset must not be empty. Use null for a new dataset.");
        if (Output is { } output && string.IsNullOrWhiteSpace(output.Value))
            throw Guard.Option(nameof(Output), "The output type must not be empty. Use one of the members of DatasetOutput, or null.");
        if (CheckpointPath is not null && string.IsNullOrWhiteSpace(CheckpointPath))
            throw Guard.Option(nameof(CheckpointPath), "The path of the checkpoint must not be empty. Use null for an upload without a checkpoint.");
    }
}
