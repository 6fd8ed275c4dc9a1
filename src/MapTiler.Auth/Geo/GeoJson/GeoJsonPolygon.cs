namespace MapTiler.GeoJson;

/// <summary>An area: its outer ring, then its holes.</summary>
/// <param name="coordinates">The rings, each closed: its last position repeats the first.</param>
public sealed class GeoJsonPolygon(IReadOnlyList<IReadOnlyList<Position>> coordinates) : GeoJsonGeometry
{
    /// <inheritdoc/>
    public override string Type => "Polygon";

    /// <summary>The rings, each closed: its last position repeats the first.</summary>
    public IReadOnlyList<IReadOnlyList<Position>> Coordinates { get; } = coordinates;
}
