namespace MapTiler.Service;

/// <summary>The way of data into an account.</summary>
public sealed class DatasetIngest
{
    /// <summary>The id of the ingest.</summary>
    public Guid Id { get; set; }

    /// <summary>The id of the data set; <see langword="null"/> until a new one is completed.</summary>
    public Guid? DocumentId { get; set; }

    /// <summary>How far it is.</summary>
    public IngestState State { get; set; }

    /// <summary>The name of the file.</summary>
    public string? Filename { get; set; }

    /// <summary>The size of the file in bytes.</summary>
    public long? Size { get; set; }

    /// <summary>How much of the processing is done, 0 to 100.</summary>
    public double? Progress { get; set; }

    /// <summary>What went wrong.</summary>
    public IReadOnlyList<string> Errors { get => field ?? []; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Filename}: {State} ({Id})";
}
