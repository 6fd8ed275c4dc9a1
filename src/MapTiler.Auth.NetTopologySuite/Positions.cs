using MapTiler.GeoJson;
using NetTopologySuite.Geometries;

namespace MapTiler.NetTopologySuite;

/// <summary>Converts GeoJSON positions to and from coordinates.</summary>
internal static class Positions
{
    public static Coordinate ToCoordinate(this GeoJsonPosition position) => ToCoordinate(position, position.Altitude is not null, position.Measure is not null);

    // All coordinates of a line have the same dimensions.
    public static Coordinate[] ToLine(IReadOnlyList<GeoJsonPosition> positions)
    {
        var (hasAltitude, hasMeasure) = (positions.Any(position => position.Altitude is not null), positions.Any(position => position.Measure is not null));
        return [.. positions.Select(position => ToCoordinate(position, hasAltitude, hasMeasure))];
    }

    public static Coordinate[] ToRing(IReadOnlyList<GeoJsonPosition> positions)
    {
        var line = ToLine(positions);
        return line.Length == 0 || line[0].Equals2D(line[line.Length - 1]) ? line : [.. line, line[0].Copy()];
    }

    public static GeoJsonPosition ToPosition(this Coordinate coordinate) =>
        IsFinite(coordinate.X) && IsFinite(coordinate.Y)
            ? new GeoJsonPosition(coordinate.X, coordinate.Y, IsFinite(coordinate.Z) ? coordinate.Z : null, IsFinite(coordinate.Z) && IsFinite(coordinate.M) ? coordinate.M : null)
            : throw new ArgumentException("A coordinate is not finite, so it cannot be represented in GeoJSON. Remove it from the geometry.");

    public static IReadOnlyList<GeoJsonPosition> FromLine(Geometry line) => [.. line.Coordinates.Select(ToPosition)];

    private static Coordinate ToCoordinate(GeoJsonPosition position, bool hasAltitude, bool hasMeasure) =>
        hasMeasure ? new CoordinateZM(position.Longitude, position.Latitude, position.Altitude ?? double.NaN, position.Measure ?? double.NaN)
        : hasAltitude ? new CoordinateZ(position.Longitude, position.Latitude, position.Altitude ?? double.NaN)
        : new Coordinate(position.Longitude, position.Latitude);

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);
}
