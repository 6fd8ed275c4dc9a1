namespace MapTiler.GeoJson;

/// <summary>Several points.</summary>
/// <param name="coordinates">Where the points are.</param>
public sealed class GeoJsonMultiPoint(IReadOnlyList<Position> coordinates) : GeoJsonGeometry
{
    /// <inheritdoc/>
    public override string Type => "MultiPoint";

    /// <summary>Where the points are.</summary>
    public IReadOnlyList<Position> Coordinates { get; } = coordinates;
}
