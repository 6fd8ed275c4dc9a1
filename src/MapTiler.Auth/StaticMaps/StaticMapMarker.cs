namespace MapTiler.StaticMaps;

/// <summary>A marker on a static map. A place converts by itself.</summary>
public readonly record struct StaticMapMarker
{
    /// <summary>Creates a marker.</summary>
    /// <param name="place">Where it stands; the longitude between -180 and 180.</param>
    /// <param name="color">Its colour; not seen where its group has an icon. By default that of the service.</param>
    /// <exception cref="ArgumentOutOfRangeException">The longitude is out of range.</exception>
    public StaticMapMarker(LngLat place, MapColor? color = null)
    {
        Place = Guard.InRange(place, nameof(place));
        Color = color;
    }

    /// <summary>Where it stands.</summary>
    public LngLat Place { get; }

    /// <summary>Its colour.</summary>
    public MapColor? Color { get; }

    /// <summary>A marker at a place.</summary>
    public static implicit operator StaticMapMarker(LngLat place) => new(place);
}
