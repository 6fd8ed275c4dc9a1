namespace MapTiler.Service;

/// <summary>How far an upload is.</summary>
/// <param name="State">Whether data are sent or processed.</param>
/// <param name="BytesSent">How many bytes have been sent, those of parts that were there already among them.</param>
/// <param name="TotalBytes">How many there are.</param>
/// <param name="BytesPerSecond">How fast they go, since this call began; 0 before anything was sent.</param>
/// <param name="Remaining">How long the rest will take at this rate; <see langword="null"/> while that is not known.</param>
/// <param name="ProcessingPercent">How much of the processing is done, 0 to 100; <see langword="null"/> before it began.</param>
/// <param name="Restarts">How often the upload had to begin anew, since the service took no more parts of it.</param>
public readonly record struct UploadProgress(
    IngestState State, long BytesSent, long TotalBytes, double BytesPerSecond, TimeSpan? Remaining, double? ProcessingPercent, int Restarts);
