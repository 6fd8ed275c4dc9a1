using System.Text.Json.Serialization;

namespace MapTiler.Coordinates;

/// <summary>The definition of a coordinate system as text.</summary>
public sealed class CoordinateExports
{
    /// <summary>For PROJ.</summary>
    [JsonPropertyName("proj4")]
    public string? Proj4 { get; set; }

    /// <summary>As well-known text.</summary>
    [JsonPropertyName("wkt")]
    public string? Wkt { get; set; }
}
