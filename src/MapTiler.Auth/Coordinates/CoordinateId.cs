using System.Text.Json.Serialization;

namespace MapTiler.Coordinates;

/// <summary>An authority and its code, such as EPSG 4326.</summary>
public sealed record CoordinateId
{
    /// <summary>The authority, such as <c>EPSG</c>.</summary>
    [JsonPropertyName("authority")]
    public string? Authority { get; init; }

    /// <summary>The code.</summary>
    [JsonPropertyName("code")]
    public int Code { get; init; }

    /// <summary>The id as <c>EPSG:4326</c>.</summary>
    public override string ToString() => $"{Authority}:{FixedPoint.ToText(Code)}";
}
