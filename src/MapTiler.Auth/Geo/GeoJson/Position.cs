namespace MapTiler.GeoJson;

/// <summary>
/// One position of a GeoJSON geometry as it was written: longitude, latitude (or x, y of another system), perhaps a height.
/// </summary>
/// <param name="Longitude">Degrees east of Greenwich; not checked, since data sets may hold anything.</param>
/// <param name="Latitude">Degrees north of the equator; not checked.</param>
/// <param name="Altitude">Metres, where the geometry has heights.</param>
public readonly record struct Position(double Longitude, double Latitude, double? Altitude = null)
{
    /// <summary>The position of a place.</summary>
    public static implicit operator Position(LngLat place) => new(place.Longitude, place.Latitude);

    /// <summary>The place of this position.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The position is not on Earth: a number is not finite or the latitude is beyond a pole.</exception>
    public LngLat ToLngLat() => new(Longitude, Latitude);

    /// <summary>The position as <c>longitude,latitude</c> or <c>longitude,latitude,altitude</c> in every culture.</summary>
    public override string ToString()
    {
        var place = FixedPoint.ToText(Longitude) + "," + FixedPoint.ToText(Latitude);
        return Altitude is { } altitude ? place + "," + FixedPoint.ToText(altitude) : place;
    }
}
