namespace MapTiler;

/// <summary>What a map shows: its center and its zoom.</summary>
public readonly record struct MapView
{
    /// <summary>Creates a view.</summary>
    /// <param name="zoom">Zoom level of 512-pixel tiles, 0 to 24; fractions are allowed.</param>
    /// <param name="center">The place in the middle of the map.</param>
    /// <exception cref="ArgumentOutOfRangeException">The zoom is not between 0 and 24.</exception>
    public MapView(double zoom, LngLat center)
    {
        if (!(zoom is >= 0 and <= 24))
            throw new ArgumentOutOfRangeException(nameof(zoom), "A zoom must be between 0 and 24.");
        Zoom = zoom;
        Center = center;
    }

    /// <summary>Zoom level of 512-pixel tiles, 0 to 24.</summary>
    public double Zoom { get; }

    /// <summary>The place in the middle of the map.</summary>
    public LngLat Center { get; }

    /// <summary>The view as <c>zoom/latitude/longitude</c>, the form of the fragment of a map's address.</summary>
    public override string ToString() => string.Join("/",
        FixedPoint.ToText(Zoom, maxDecimals: 2, minDecimals: 1),
        FixedPoint.ToText(Center.Latitude, maxDecimals: 5, minDecimals: 5),
        FixedPoint.ToText(Center.Longitude, maxDecimals: 5, minDecimals: 5));
}
