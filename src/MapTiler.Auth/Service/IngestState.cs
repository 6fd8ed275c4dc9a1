using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>The state of an ingest. MapTiler may add values: any string is a valid value and converts implicitly.</summary>
[JsonConverter(typeof(MapTilerJsonConverter))]
public readonly record struct IngestState
{
    private readonly string? _value;

    /// <summary>Creates a value, including one that this type has no member for.</summary>
    /// <param name="value">The name of the state in the Service API.</param>
    public IngestState(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the state <c>upload</c>: the service is waiting for the parts of the data.</summary>
    public static IngestState Upload { get; } = new("upload");

    /// <summary>Gets the state <c>processing</c>: the service is creating the dataset.</summary>
    public static IngestState Processing { get; } = new("processing");

    /// <summary>Gets the state <c>completed</c>: the dataset is available. This state is final.</summary>
    public static IngestState Completed { get; } = new("completed");

    /// <summary>Gets the state <c>canceled</c>: the ingest was canceled before it was completed. This state is final.</summary>
    public static IngestState Canceled { get; } = new("canceled");

    /// <summary>Gets the state <c>failed</c>: the service could not process the data; see <see cref="DatasetIngest.Errors"/>. This state is final.</summary>
    public static IngestState Failed { get; } = new("failed");

    /// <summary>Gets the name of the state in the Service API; empty for the default value of this type.</summary>
    public string Value => _value ?? "";

    internal bool IsFinal => this == Completed || this == Canceled || this == Failed;

    /// <summary>Converts a string to a state, including one that this type has no member for.</summary>
    /// <param name="value">The name of the state in the Service API.</param>
    public static implicit operator IngestState(string value) => new(value);

    /// <summary>Returns the name of the state in the Service API.</summary>
    public override string ToString() => Value;
}
