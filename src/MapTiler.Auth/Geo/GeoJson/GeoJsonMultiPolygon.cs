namespace MapTiler.GeoJson;

/// <summary>Several areas.</summary>
/// <param name="coordinates">The rings of each polygon.</param>
public sealed class GeoJsonMultiPolygon(IReadOnlyList<IReadOnlyList<IReadOnlyList<Position>>> coordinates) : GeoJsonGeometry
{
    /// <inheritdoc/>
    public override string Type => "MultiPolygon";

    /// <summary>The rings of each polygon.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<Position>>> Coordinates { get; } = coordinates;
}
