namespace MapTiler.Service;

/// <summary>How far an ingest is. The set is open.</summary>
public readonly record struct IngestState
{
    private readonly string? _value;

    /// <summary>Creates a value, which need not be listed here.</summary>
    /// <param name="value">The name that the service uses.</param>
    public IngestState(string value) => _value = value;

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
    public string Value => _value ?? "";

    /// <summary>Converts a string to a value, which need not be listed here.</summary>
    /// <param name="value">The name that the service uses.</param>
    public static implicit operator IngestState(string value) => new(value);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
