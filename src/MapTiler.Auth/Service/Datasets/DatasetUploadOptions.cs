namespace MapTiler.Service;

/// <summary>What to make of an upload, and how it runs.</summary>
public sealed class DatasetUploadOptions
{
    /// <summary>The data set whose data are replaced.</summary>
    /// <value>The default is <see langword="null"/>: a new data set.</value>
    public Guid? DocumentId { get; set; }

    /// <summary>What the service makes of the data.</summary>
    /// <value>The default is <see langword="null"/>: what the format suggests.</value>
    public DatasetOutput? Output { get; set; }

    /// <summary>How many parts are under way at the same time, 1 or more.</summary>
    /// <value>The default is 6.</value>
    public int MaxConcurrency { get; set; } = 6;

    /// <summary>How often a part is sent before the upload fails, 1 or more; the waits between double from one second, with jitter.</summary>
    /// <value>The default is 7.</value>
    public int MaxAttempts { get; set; } = 7;

    /// <summary>How long one attempt at a part may take.</summary>
    /// <value>The default is 5 minutes.</value>
    public TimeSpan PartTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// A file that remembers what has been sent, so that the same call continues after a crash. It holds addresses to which anybody
    /// may upload: on Unix only its owner may read it; keep it from others elsewhere. It is deleted when the upload is finished.
    /// </summary>
    /// <value>The default is <see langword="null"/>: an interrupted upload begins anew.</value>
    public string? CheckpointPath { get; set; }

    /// <summary>Is told how far the upload is, at most ten times a second.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public IProgress<UploadProgress>? Progress { get; set; }

    /// <summary>How long to wait for the service to process the data.</summary>
    /// <value>The default is an hour. With <see cref="TimeSpan.Zero"/> the call returns when the data are sent.</value>
    public TimeSpan ProcessingTimeout { get; set; } = TimeSpan.FromHours(1);

    internal void Check()
    {
        BatchRunner<int, int>.CheckConcurrency(MaxConcurrency);
        if (MaxAttempts < 1)
            throw new ArgumentOutOfRangeException(nameof(MaxAttempts), "A part must be sent at least once.");
        if (PartTimeout <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(PartTimeout), "A time limit is positive.");
        if (PartTimeout > Timeouts.Longest)
            throw new ArgumentOutOfRangeException(nameof(PartTimeout), $"A part has at most {Timeouts.Longest.Days} days.");
        if (ProcessingTimeout < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(ProcessingTimeout), "A time limit is not negative.");
        if (DocumentId == Guid.Empty)
            throw new ArgumentException("The id is empty; leave it out for a new data set.", nameof(DocumentId));
        if (Output is { } output && string.IsNullOrWhiteSpace(output.Value))
            throw new ArgumentException("A default value names nothing; take one of the constants, or leave it out.", nameof(Output));
        if (CheckpointPath is not null && string.IsNullOrWhiteSpace(CheckpointPath))
            throw new ArgumentException("The path is empty; leave it out for an upload without a checkpoint.", nameof(CheckpointPath));
    }
}
