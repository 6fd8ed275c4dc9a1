using System.Text.Json.Serialization;

namespace MapTiler;

/// <summary>
/// A location on Earth in WGS84 degrees, with the longitude first, as in MapTiler's API and in GeoJSON.
/// </summary>
/// <remarks>
/// The latitude is always between -90 and 90. The longitude is any finite number. Each service checks the range that it documents, and
/// <see cref="Wrap"/> normalizes a longitude to the range -180 to 180.
/// </remarks>
[JsonConverter(typeof(MapTilerJsonConverter))]
public readonly record struct LngLat
{
    /// <summary>Creates a location from a longitude and a latitude, in this order.</summary>
    /// <param name="longitude">The longitude in degrees; positive is east of Greenwich, negative is west.</param>
    /// <param name="latitude">The latitude in degrees, -90 to 90; positive is north of the equator, negative is south.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or the latitude is not between -90 and 90.</exception>
    public LngLat(double longitude, double latitude)
    {
        Longitude = Guard.Finite(longitude, nameof(longitude));
        Latitude = Guard.Latitude(latitude, nameof(latitude));
    }

    /// <summary>The longitude in WGS84 degrees; positive is east of Greenwich, negative is west. It can be outside of -180 to 180.</summary>
    public double Longitude { get; }

    /// <summary>The latitude in WGS84 degrees, -90 to 90; positive is north of the equator, negative is south.</summary>
    public double Latitude { get; }

    /// <summary>Creates a location from a latitude and a longitude, in this order.</summary>
    /// <param name="latitude">The latitude in degrees, -90 to 90; positive is north of the equator, negative is south.</param>
    /// <param name="longitude">The longitude in degrees; positive is east of Greenwich, negative is west.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or the latitude is not between -90 and 90.</exception>
    public static LngLat FromLatLng(double latitude, double longitude) => new(longitude, latitude);

    /// <summary>Returns the same location with its longitude between -180 and 180 degrees.</summary>
    public LngLat Wrap() => new(Meridian.Wrap(Longitude), Latitude);

    /// <summary>Returns the location as <c>longitude,latitude</c>, independent of the culture.</summary>
    public override string ToString() => FixedPoint.ToText(Longitude) + "," + FixedPoint.ToText(Latitude);
}
