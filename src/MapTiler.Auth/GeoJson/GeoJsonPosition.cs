using System.Text.Json.Serialization;

namespace MapTiler.GeoJson;

/// <summary>
/// A position of a GeoJSON geometry: longitude, latitude (or x, y of another coordinate reference system), and optionally an altitude and a
/// measure, in this order. Its numbers are not validated.
/// </summary>
[JsonConverter(typeof(MapTilerJsonConverter))]
public readonly record struct GeoJsonPosition
{
    // The inverted bits of the numbers; 0 if there is none. Nullable numbers would need twice the memory.
    private readonly long _altitude;
    private readonly long _measure;

    /// <summary>Creates a position. Its numbers are not validated.</summary>
    /// <param name="longitude">The longitude in degrees, or x in another coordinate reference system.</param>
    /// <param name="latitude">The latitude in degrees, or y in another coordinate reference system.</param>
    /// <param name="altitude">The altitude in meters; <see langword="null"/> if the position has none.</param>
    /// <param name="measure">The fourth number, such as a distance or a time; <see langword="null"/> if the position has none. It requires an altitude.</param>
    public GeoJsonPosition(double longitude, double latitude, double? altitude = null, double? measure = null) => (Longitude, Latitude, _altitude, _measure) = (longitude, latitude, ToBits(altitude), ToBits(measure));

    /// <summary>The longitude in degrees, or x in another coordinate reference system. Not validated.</summary>
    public double Longitude { get; }

    /// <summary>The latitude in degrees, or y in another coordinate reference system. Not validated.</summary>
    public double Latitude { get; }

    /// <summary>The altitude in meters; <see langword="null"/> if the position has none.</summary>
    public double? Altitude => FromBits(_altitude);

    /// <summary>The fourth number, whose meaning the dataset defines, such as a distance or a time; <see langword="null"/> if the position has none.</summary>
    public double? Measure => FromBits(_measure);

    /// <summary>Converts a location to a position without altitude.</summary>
    /// <param name="location">The location.</param>
    public static implicit operator GeoJsonPosition(LngLat location) => new(location.Longitude, location.Latitude);

    /// <summary>Converts the position to a location in WGS84; the altitude and the measure are dropped.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or the latitude is not between -90 and 90 degrees.</exception>
    public LngLat ToLngLat() => new(Longitude, Latitude);

    /// <summary>Returns the numbers, such as <c>longitude,latitude</c>, independent of the culture.</summary>
    public override string ToString() => string.Join(",", new[] { Longitude, Latitude, Altitude, Measure }.Where(number => number is not null).Select(number => FixedPoint.ToText(number!.Value)));

    private static long ToBits(double? number) => number is null ? 0 : ~BitConverter.DoubleToInt64Bits(number.Value + 0.0); // 0 and -0 are equal

    private static double? FromBits(long bits) => bits == 0 ? null : BitConverter.Int64BitsToDouble(~bits);
}
