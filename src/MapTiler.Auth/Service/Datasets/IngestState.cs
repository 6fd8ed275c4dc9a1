namespace MapTiler.Service;

/// <summary>How far an ingest is. The set is open.</summary>
/// <param name="Value">The name that the service uses.</param>
public readonly record struct IngestState(string Value)
{
    /// <summary>Data are being uploaded.</summary>
    public static IngestState Upload { get; } = new("upload");

    /// <summary>The service makes a data set of them.</summary>
    public static IngestState Processing { get; } = new("processing");

    /// <summary>The data set is there.</summary>
    public static IngestState Completed { get; } = new("completed");

    /// <summary>Somebody cancelled it.</summary>
    public static IngestState Canceled { get; } = new("canceled");

    /// <summary>The service could make nothing of the data.</summary>
    public static IngestState Failed { get; } = new("failed");

    /// <summary>The name that the service uses.</summary>
    public override string ToString() => Value ?? "";
}
