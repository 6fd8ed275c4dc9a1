namespace MapTiler.Emulator;

/// <summary>
/// The heights that the emulator has instead of the real ones, for <c>/elevation</c> and for the tiles <c>terrain-rgb-v2</c>
/// and <c>ocean-rgb</c>: smooth, without a step at the antimeridian, and 433 m in Zurich. There is no water.
/// </summary>
public static class ElevationSurface
{
    private const double Mean = 518.74;

    /// <summary>
    /// The height of a place: with longitude λ and latitude φ in radians,
    /// <c>518.74 + 1400 sin 2λ cos 3φ + 300 sin 15λ sin 17φ + 60 sin 240λ cos 230φ</c>.
    /// </summary>
    /// <param name="longitude">In degrees, east of Greenwich.</param>
    /// <param name="latitude">In degrees, north of the equator.</param>
    /// <returns>Meters, about -1240 to 2280.</returns>
    public static double At(double longitude, double latitude)
    {
        var (east, north) = (double.DegreesToRadians(longitude), double.DegreesToRadians(latitude));
        return Mean
            + (1400 * Math.Sin(2 * east) * Math.Cos(3 * north))
            + (300 * Math.Sin(15 * east) * Math.Sin(17 * north))
            + (60 * Math.Sin(240 * east) * Math.Cos(230 * north));
    }

    /// <summary>What <c>ocean-rgb</c> shows: 2,500 m less than <see cref="At"/>, so that it is never above the sea.</summary>
    /// <param name="longitude">In degrees, east of Greenwich.</param>
    /// <param name="latitude">In degrees, north of the equator.</param>
    /// <returns>Meters, 0 or less.</returns>
    public static double OceanAt(double longitude, double latitude) => At(longitude, latitude) - 2500;
}
