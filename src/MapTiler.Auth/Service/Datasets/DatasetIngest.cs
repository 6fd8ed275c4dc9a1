namespace MapTiler.Service;

/// <summary>The way of data into an account.</summary>
public sealed record DatasetIngest
{
    /// <summary>The id of the ingest.</summary>
    public required Guid Id { get; init; }

    /// <summary>The id of the data set; <see langword="null"/> until a new one is completed.</summary>
    public Guid? DocumentId { get; init; }

    /// <summary>How far it is.</summary>
    public IngestState State { get; init; }

    /// <summary>The name of the file.</summary>
    public string? Filename { get; init; }

    /// <summary>The size of the file in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>How much of the processing is done, 0 to 100.</summary>
    public double? Progress { get; init; }

    /// <summary>What went wrong.</summary>
    public IReadOnlyList<string> Errors { get => field ?? []; init; }
}
