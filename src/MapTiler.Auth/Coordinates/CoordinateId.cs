using System.Text.Json.Serialization;

namespace MapTiler.Coordinates;

/// <summary>An authority and its code, such as EPSG 4326.</summary>
public sealed class CoordinateId
{
    /// <summary>The authority, such as <c>EPSG</c>.</summary>
    [JsonPropertyName("authority")]
    public string? Authority { get; set; }

    /// <summary>The code.</summary>
    [JsonPropertyName("code")]
    public int Code { get; set; }

    /// <summary>The id as <c>EPSG:4326</c>.</summary>
    public override string ToString() => $"{Authority}:{FixedPoint.ToText(Code)}";
}
