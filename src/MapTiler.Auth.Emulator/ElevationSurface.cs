namespace MapTiler.Emulator;

/// <summary>The elevations that a <see cref="MapTilerEmulator"/> returns, computed by a formula.</summary>
/// <remarks>
/// They are used by <c>/elevation</c>, by <c>/geolocation/ip.json</c>, and by the tilesets <c>terrain-rgb-v2</c>, <c>ocean-rgb</c>,
/// <c>contours</c> and <c>hand-drawn-hillshade</c>. The surface is smooth, also at the antimeridian. The elevation of Zurich is 433 m.
/// Water has no influence on the surface.
/// </remarks>
public static class ElevationSurface
{
    private const double Mean = 518.74;

    /// <summary>
    /// Returns the elevation of a location: <c>518.74 + 1400 sin 2λ cos 3φ + 300 sin 15λ sin 17φ + 60 sin 240λ cos 230φ</c>, where λ is
    /// the longitude and φ the latitude in radians.
    /// </summary>
    /// <param name="longitude">The longitude in degrees, from -180 to 180.</param>
    /// <param name="latitude">The latitude in degrees, from -90 to 90.</param>
    /// <returns>The elevation in meters, between about -1240 and 2280.</returns>
    public static double At(double longitude, double latitude)
    {
        var (east, north) = (double.DegreesToRadians(longitude), double.DegreesToRadians(latitude));
        return Mean
            + (1400 * Math.Sin(2 * east) * Math.Cos(3 * north))
            + (300 * Math.Sin(15 * east) * Math.Sin(17 * north))
            + (60 * Math.Sin(240 * east) * Math.Cos(230 * north));
    }

    /// <summary>Returns the elevation of a location in the tileset <c>ocean-rgb</c>, which is 2,500 m less than <see cref="At"/>.</summary>
    /// <param name="longitude">The longitude in degrees, from -180 to 180.</param>
    /// <param name="latitude">The latitude in degrees, from -90 to 90.</param>
    /// <returns>The elevation in meters, always below 0.</returns>
    public static double OceanAt(double longitude, double latitude) => At(longitude, latitude) - 2500;
}
