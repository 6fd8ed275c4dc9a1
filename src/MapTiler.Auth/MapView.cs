using System.Text.Json.Serialization;

namespace MapTiler;

/// <summary>The center and the zoom level of a map.</summary>
[JsonConverter(typeof(MapTilerJsonConverter))]
public readonly record struct MapView
{
    /// <summary>Creates a view of a map.</summary>
    /// <param name="center">The location at the center of the map.</param>
    /// <param name="zoom">The zoom level of 512-pixel tiles, 0 to 24; fractions are allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="zoom"/> is not between 0 and 24.</exception>
    public MapView(LngLat center, double zoom)
    {
        if (!(zoom is >= 0 and <= 24))
            throw new ArgumentOutOfRangeException(nameof(zoom), "A zoom level must be between 0 and 24.");
        Center = center;
        Zoom = zoom;
    }

    /// <summary>The location at the center of the map.</summary>
    public LngLat Center { get; }

    /// <summary>The zoom level of 512-pixel tiles, 0 to 24, possibly with a fraction.</summary>
    public double Zoom { get; }

    /// <summary>Returns the view as <c>zoom/latitude/longitude</c>, the format of the fragment of a map's URL.</summary>
    public override string ToString() => string.Join("/",
        FixedPoint.ToText(Zoom, maxDecimals: 2, minDecimals: 1),
        FixedPoint.ToText(Center.Latitude, maxDecimals: 5, minDecimals: 5),
        FixedPoint.ToText(Center.Longitude, maxDecimals: 5, minDecimals: 5));
}
