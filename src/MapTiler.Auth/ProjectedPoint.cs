using System.Text.Json.Serialization;

namespace MapTiler;

/// <summary>A point in a coordinate reference system: easting or longitude, northing or latitude, and optionally an elevation.</summary>
public readonly record struct ProjectedPoint
{
    /// <summary>Creates a point in any coordinate reference system.</summary>
    /// <param name="x">Easting or longitude, in the unit of the system.</param>
    /// <param name="y">Northing or latitude, in the unit of the system.</param>
    /// <param name="z">Elevation, in the unit of the system; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    [JsonConstructor]
    public ProjectedPoint(double x, double y, double? z = null)
    {
        X = Guard.Finite(x, nameof(x));
        Y = Guard.Finite(y, nameof(y));
        Z = z is { } elevation ? Guard.Finite(elevation, nameof(z)) : null;
    }

    /// <summary>The easting or longitude, in the unit of the system.</summary>
    public double X { get; }

    /// <summary>The northing or latitude, in the unit of the system.</summary>
    public double Y { get; }

    /// <summary>The elevation, in the unit of the system; <see langword="null"/> if there is none.</summary>
    public double? Z { get; }

    /// <summary>Converts a point in WGS84 (EPSG:4326) to a location, with x as longitude and y as latitude.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The latitude is not between -90 and 90 degrees: the point is in another system.</exception>
    public LngLat ToLngLat() => new(X, Y);

    /// <summary>Returns <c>x,y</c> or <c>x,y,z</c>, independent of the culture.</summary>
    public override string ToString()
    {
        var plane = FixedPoint.ToText(X) + "," + FixedPoint.ToText(Y);
        return Z is { } elevation ? plane + "," + FixedPoint.ToText(elevation) : plane;
    }
}
