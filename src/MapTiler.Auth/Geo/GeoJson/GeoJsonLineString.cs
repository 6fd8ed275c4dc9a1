namespace MapTiler.GeoJson;

/// <summary>A line through two or more positions.</summary>
/// <param name="coordinates">The positions in their order.</param>
public sealed class GeoJsonLineString(IReadOnlyList<Position> coordinates) : GeoJsonGeometry
{
    /// <inheritdoc/>
    public override string Type => "LineString";

    /// <summary>The positions in their order.</summary>
    public IReadOnlyList<Position> Coordinates { get; } = coordinates;
}
