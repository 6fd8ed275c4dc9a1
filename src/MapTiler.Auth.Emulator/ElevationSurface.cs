namespace MapTiler.Emulator;

/// <summary>The elevations that a <see cref="MapTilerEmulator"/> returns, computed by a formula.</summary>
/// <remarks>
/// They are used by <c>/elevation</c>, by <c>/geolocation/ip.json</c>, and by the tilesets <c>terrain-rgb-v2</c>, <c>ocean-rgb</c>,
/// <c>contours</c> and <c>hand-drawn-hillshade</c>. The surface is smooth, also at the antimeridian. The elevation of Zurich is 433 m.
/// Water has no influence on the surface.
/// </remarks>
public static class ElevationSurface
{
    internal const double OceanDepth = 2500;

    private const double Mean = 518.74;

    /// <summary>
    /// Returns the elevation of a location: <c>518.74 + 1400 sin 2λ cos 3φ + 300 sin 15λ sin 17φ + 60 sin 240λ cos 230φ</c>, where λ is
    /// the longitude and φ the latitude in radians.
    /// </summary>
    /// <param name="longitude">The longitude in degrees, from -180 to 180.</param>
    /// <param name="latitude">The latitude in degrees, from -90 to 90.</param>
    /// <returns>The elevation in meters, between about -1240 and 2280.</returns>
    public static double At(double longitude, double latitude) => Combine(FactorsOfLongitude(longitude), FactorsOfLatitude(latitude));

    /// <summary>The same, for a grid: the factors of a column and of a row are computed once.</summary>
    internal static double Combine((double A, double B, double C) column, (double A, double B, double C) row) => Mean + (column.A * row.A) + (column.B * row.B) + (column.C * row.C);

    internal static (double A, double B, double C) FactorsOfLongitude(double longitude)
    {
        var east = double.DegreesToRadians(longitude);
        return (1400 * Math.Sin(2 * east), 300 * Math.Sin(15 * east), 60 * Math.Sin(240 * east));
    }

    internal static (double A, double B, double C) FactorsOfLatitude(double latitude)
    {
        var north = double.DegreesToRadians(latitude);
        return (Math.Cos(3 * north), Math.Sin(17 * north), Math.Cos(230 * north));
    }

    /// <summary>Returns the elevation of a location in the tileset <c>ocean-rgb</c>, which is 2,500 m less than <see cref="At"/>.</summary>
    /// <param name="longitude">The longitude in degrees, from -180 to 180.</param>
    /// <param name="latitude">The latitude in degrees, from -90 to 90.</param>
    /// <returns>The elevation in meters, always below 0.</returns>
    public static double OceanAt(double longitude, double latitude) => At(longitude, latitude) - OceanDepth;
}
