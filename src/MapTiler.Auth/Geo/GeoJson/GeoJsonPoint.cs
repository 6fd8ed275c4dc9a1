namespace MapTiler.GeoJson;

/// <summary>A single position.</summary>
/// <param name="coordinates">Where the point is.</param>
public sealed class GeoJsonPoint(Position coordinates) : GeoJsonGeometry
{
    /// <inheritdoc/>
    public override string Type => "Point";

    /// <summary>Where the point is.</summary>
    public Position Coordinates { get; } = coordinates;
}
