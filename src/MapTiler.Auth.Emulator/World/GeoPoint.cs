namespace MapTiler.Emulator;

/// <summary>A position; its longitude may leave -180 to 180 where a shape crosses the antimeridian.</summary>
internal readonly record struct GeoPoint(double Longitude, double Latitude)
{
    // The projection has no poles.
    private const double LastLatitude = 89.99;

    /// <summary>Beyond 85° as well, where the point is outside of the square of <see cref="WebMercator"/>.</summary>
    public MercatorPoint Project() => new(WebMercator.X(Longitude), WebMercator.UnboundedY(Math.Clamp(Latitude, -LastLatitude, LastLatitude)));
}
