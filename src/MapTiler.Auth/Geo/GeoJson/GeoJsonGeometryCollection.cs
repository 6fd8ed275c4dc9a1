namespace MapTiler.GeoJson;

/// <summary>Several geometries, of one type or of many.</summary>
/// <param name="geometries">The geometries.</param>
public sealed class GeoJsonGeometryCollection(IReadOnlyList<GeoJsonGeometry> geometries) : GeoJsonGeometry
{
    /// <inheritdoc/>
    public override string Type => "GeometryCollection";

    /// <summary>The geometries.</summary>
    public IReadOnlyList<GeoJsonGeometry> Geometries { get; } = geometries;
}
