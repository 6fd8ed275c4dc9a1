namespace MapTiler.Service;

/// <summary>
/// An ingest: the upload of data to MapTiler and their processing into a dataset.
/// See <see href="https://docs.maptiler.com/cloud/admin-api/tileset_ingest/">the ingest in the Service API</see>.
/// </summary>
public sealed class DatasetIngest
{
    /// <summary>Gets or sets the id of the ingest. It is not the id of the dataset.</summary>
    public Guid Id { get; set; }

    /// <summary>Gets or sets the id of the dataset, which the Service API calls a document; <see langword="null"/> until a new dataset is completed.</summary>
    public Guid? DocumentId { get; set; }

    /// <summary>Gets or sets the state of the ingest.</summary>
    public IngestState State { get; set; }

    /// <summary>Gets or sets the name of the uploaded file; <see langword="null"/> if the service does not report it.</summary>
    public string? FileName { get; set; }

    /// <summary>Gets or sets the size of the uploaded file in bytes; <see langword="null"/> if the service does not report it.</summary>
    public long? Size { get; set; }

    /// <summary>Gets or sets the progress of the processing in percent, 0 to 100; <see langword="null"/> if the service does not report it.</summary>
    public double? ProcessingPercent { get; set; }

    /// <summary>Gets or sets the error messages of a failed ingest; empty if there are none.</summary>
    public IReadOnlyList<string> Errors { get => field ?? []; set; }

    /// <summary>Returns the file name, the state and the id of the ingest.</summary>
    public override string ToString() => $"{FileName}: {State} ({Id})";

    /// <exception cref="MapTilerException">The ingest failed or was canceled.</exception>
    internal DatasetIngest ThrowIfUnsuccessful() =>
        State == IngestState.Failed ? throw Error($"MapTiler could not process {FileName} (ingest {Id}). {string.Join(" ", Errors)}".TrimEnd())
        : State == IngestState.Canceled ? throw Error($"The ingest {Id} of {FileName} was canceled at MapTiler before it was completed. Upload the data again if that was not intended.")
        : this;

    private static MapTilerException Error(string message) => new(MapTilerErrorReason.ProcessingFailed, message) { Endpoint = Endpoints.Ingest.Template };
}
