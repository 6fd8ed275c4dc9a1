namespace MapTiler.Service;

/// <summary>The progress of an upload, as <see cref="DatasetUploadOptions.Progress"/> reports it.</summary>
/// <param name="State">The state of the ingest: <see cref="IngestState.Upload"/> while data are sent, then as the service reports it.</param>
/// <param name="BytesSent">The number of bytes that have been sent, including parts that an earlier call stored. It decreases if a part must be sent again.</param>
/// <param name="TotalBytes">The size of the data in bytes.</param>
/// <param name="BytesPerSecond">The average number of bytes sent per second since this call started; 0 before anything was sent.</param>
/// <param name="Remaining">The estimated time until all data are sent, at this rate; <see langword="null"/> if it cannot be estimated yet.</param>
/// <param name="ProcessingPercent">The progress of the processing in percent, 0 to 100; <see langword="null"/> before the processing started.</param>
/// <param name="Restarts">The number of times that the upload started again with the first part because the URLs of its parts expired and were not renewed.</param>
public readonly record struct UploadProgress(
    IngestState State, long BytesSent, long TotalBytes, double BytesPerSecond, TimeSpan? Remaining, double? ProcessingPercent, int Restarts);
