namespace MapTiler.GeoJson;

/// <summary>Several lines.</summary>
/// <param name="coordinates">The positions of each line.</param>
public sealed class GeoJsonMultiLineString(IReadOnlyList<IReadOnlyList<Position>> coordinates) : GeoJsonGeometry
{
    /// <inheritdoc/>
    public override string Type => "MultiLineString";

    /// <summary>The positions of each line.</summary>
    public IReadOnlyList<IReadOnlyList<Position>> Coordinates { get; } = coordinates;
}
