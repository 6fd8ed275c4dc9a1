namespace MapTiler.GeoJson;

/// <summary>
/// A position of a GeoJSON geometry: longitude, latitude (or x, y of another coordinate reference system), and optionally an altitude and a
/// measure, in this order. Its numbers are not validated.
/// </summary>
public readonly record struct Position
{
    /// <summary>Creates a position. Its numbers are not validated.</summary>
    /// <param name="longitude">The longitude in degrees, or x in another coordinate reference system.</param>
    /// <param name="latitude">The latitude in degrees, or y in another coordinate reference system.</param>
    /// <param name="altitude">The altitude in meters; <see langword="null"/> if the position has none.</param>
    /// <param name="measure">The fourth number, such as a distance or a time; <see langword="null"/> if the position has none. It requires an altitude.</param>
    public Position(double longitude, double latitude, double? altitude = null, double? measure = null) => (Longitude, Latitude, Altitude, Measure) = (longitude, latitude, altitude, measure);

    /// <summary>The longitude in degrees, or x in another coordinate reference system. Not validated.</summary>
    public double Longitude { get; }

    /// <summary>The latitude in degrees, or y in another coordinate reference system. Not validated.</summary>
    public double Latitude { get; }

    /// <summary>The altitude in meters; <see langword="null"/> if the position has none.</summary>
    public double? Altitude { get; }

    /// <summary>The fourth number, whose meaning the dataset defines, such as a distance or a time; <see langword="null"/> if the position has none.</summary>
    public double? Measure { get; }

    /// <summary>Converts a location to a position without altitude.</summary>
    /// <param name="location">The location.</param>
    public static implicit operator Position(LngLat location) => new(location.Longitude, location.Latitude);

    /// <summary>Converts the position to a location in WGS84; the altitude and the measure are dropped.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or the latitude is not between -90 and 90 degrees.</exception>
    public LngLat ToLngLat() => new(Longitude, Latitude);

    /// <summary>Returns the numbers, such as <c>longitude,latitude</c>, independent of the culture.</summary>
    public override string ToString() => string.Join(",", new[] { Longitude, Latitude, Altitude, Measure }.Where(number => number is not null).Select(number => FixedPoint.ToText(number!.Value)));
}
