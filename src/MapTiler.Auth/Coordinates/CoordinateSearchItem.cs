using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Coordinates;

/// <summary>A coordinate system or another object of the EPSG data set.</summary>
public sealed class CoordinateSearchItem
{
    /// <summary>Its authority and code.</summary>
    [JsonPropertyName("id")]
    public CoordinateId? Id { get; set; }

    /// <summary>What kind of object it is.</summary>
    [JsonPropertyName("kind")]
    public CoordinateKind Kind { get; set; }

    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>Whether it should not be used any more.</summary>
    [JsonPropertyName("deprecated")]
    public bool IsDeprecated { get; set; }

    /// <summary>How exact it is in metres.</summary>
    [JsonPropertyName("accuracy")]
    public double? Accuracy { get; set; }

    /// <summary>Where it is meant to be used, in words.</summary>
    [JsonPropertyName("area")]
    public string? Area { get; set; }

    /// <summary>Where it is meant to be used, in degrees.</summary>
    [JsonPropertyName("bbox"), JsonConverter(typeof(MapTilerJsonConverter))]
    public BoundingBox? BoundingBox { get; set; }

    /// <summary>The unit of its coordinates.</summary>
    [JsonPropertyName("unit")]
    public string? Unit { get; set; }

    /// <summary>The transformation that is used if none is named.</summary>
    [JsonPropertyName("default_transformation")]
    public CoordinateId? DefaultTransformation { get; set; }

    /// <summary>Its definition as text, where it was asked for.</summary>
    [JsonPropertyName("exports")]
    public CoordinateExports? Exports { get; set; }

    /// <summary>Its transformations: only codes, unless their description was asked for.</summary>
    [JsonPropertyName("transformations")]
    public IReadOnlyList<CoordinateTransformation> Transformations { get => field ?? []; set => field = Lists.Known(value); }

    /// <summary>What else the service sent.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Name}".Trim();
}
