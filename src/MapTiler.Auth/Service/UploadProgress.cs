namespace MapTiler.Service;

/// <summary>The progress of an upload, as <see cref="DatasetUploadOptions.Progress"/> reports it.</summary>
public sealed class UploadProgress
{
    /// <summary>Gets or sets the state of the ingest: <see cref="IngestState.Upload"/> while data are sent, then as the service reports it.</summary>
    public IngestState State { get; set; }

    /// <summary>Gets or sets the number of bytes that have been sent, including parts that an earlier call stored. It decreases if a part must be sent again.</summary>
    public long BytesSent { get; set; }

    /// <summary>Gets or sets the size of the data in bytes.</summary>
    public long TotalBytes { get; set; }

    /// <summary>Gets or sets the average number of bytes sent per second since this call started; 0 before anything was sent.</summary>
    public double BytesPerSecond { get; set; }

    /// <summary>Gets or sets the estimated time until all data are sent, at this rate; <see langword="null"/> if it cannot be estimated yet.</summary>
    public TimeSpan? Remaining { get; set; }

    /// <summary>Gets or sets the progress of the processing in percent, 0 to 100; <see langword="null"/> before the processing started.</summary>
    public double? ProcessingPercent { get; set; }

    /// <summary>Gets or sets the number of times that the upload started again with the first part because the URLs of its parts expired and were not renewed.</summary>
    public int Restarts { get; set; }

    /// <summary>Returns the state with the number of bytes sent and, while the data are processed, the progress of the processing.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{State}: {BytesSent} of {TotalBytes} bytes") + (ProcessingPercent is { } percent ? FormattableString.Invariant($", processing {percent:0} %") : "");
}
