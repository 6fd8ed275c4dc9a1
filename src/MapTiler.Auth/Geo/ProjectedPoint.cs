namespace MapTiler;

/// <summary>A point in any coordinate system: easting or longitude, northing or latitude, perhaps a height.</summary>
public readonly record struct ProjectedPoint
{
    /// <summary>Creates a point.</summary>
    /// <param name="x">Easting or longitude, in the unit of the system.</param>
    /// <param name="y">Northing or latitude, in the unit of the system.</param>
    /// <param name="z">Height, in the unit of the system.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    public ProjectedPoint(double x, double y, double? z = null)
    {
        X = Guard.Finite(x, nameof(x));
        Y = Guard.Finite(y, nameof(y));
        Z = z is { } height ? Guard.Finite(height, nameof(z)) : null;
    }

    /// <summary>Easting or longitude.</summary>
    public double X { get; }

    /// <summary>Northing or latitude.</summary>
    public double Y { get; }

    /// <summary>Height, if there is one.</summary>
    public double? Z { get; }

    /// <summary>The longitude and latitude of a place as x and y.</summary>
    public static implicit operator ProjectedPoint(LngLat place) => new(place.Longitude, place.Latitude);

    /// <summary>The point as <c>x,y</c> or <c>x,y,z</c> in every culture.</summary>
    public override string ToString()
    {
        var plane = FixedPoint.ToText(X) + "," + FixedPoint.ToText(Y);
        return Z is { } height ? plane + "," + FixedPoint.ToText(height) : plane;
    }
}
