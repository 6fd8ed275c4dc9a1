using System.Text.Json.Serialization;

namespace MapTiler;

/// <summary>
/// A place on Earth in WGS84 degrees, longitude first as MapTiler and GeoJSON write it.
/// </summary>
/// <remarks>
/// The latitude is always between -90 and 90. The longitude is any finite number; each service checks the range that it
/// documents, and <see cref="Wrap"/> brings it between -180 and 180.
/// </remarks>
[JsonConverter(typeof(MapTilerJsonConverter))]
public readonly record struct LngLat
{
    /// <summary>Creates a place from its longitude and latitude, in this order.</summary>
    /// <param name="longitude">Degrees east of Greenwich.</param>
    /// <param name="latitude">Degrees north of the equator, -90 to 90.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or the latitude is beyond a pole.</exception>
    public LngLat(double longitude, double latitude)
    {
        Longitude = Guard.Finite(longitude, nameof(longitude));
        Latitude = Guard.Latitude(latitude, nameof(latitude));
    }

    /// <summary>Degrees east of Greenwich; negative is west.</summary>
    public double Longitude { get; }

    /// <summary>Degrees north of the equator, -90 to 90; negative is south.</summary>
    public double Latitude { get; }

    /// <summary>Creates a place from its latitude and longitude, in the order in which people say them.</summary>
    /// <param name="latitude">Degrees north of the equator, -90 to 90.</param>
    /// <param name="longitude">Degrees east of Greenwich.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or the latitude is beyond a pole.</exception>
    public static LngLat FromLatLng(double latitude, double longitude) => new(longitude, latitude);

    /// <summary>The same place with its longitude between -180 and 180.</summary>
    public LngLat Wrap() => new(Meridian.Wrap(Longitude), Latitude);

    /// <summary>The place as <c>longitude,latitude</c> in every culture.</summary>
    public override string ToString() => FixedPoint.ToText(Longitude) + "," + FixedPoint.ToText(Latitude);
}
